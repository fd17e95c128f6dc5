"""What the Binder tests share: one image and one running JupyterLab for the whole session."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.binder.image import BinderLab, CannotTry, Image, build_image, run_lab


@pytest.fixture(scope="session")
def binder_image() -> Iterator[Image]:
    """The image, built once. Another user must be able to enter its folder, so pytest's own will not do."""
    folder = Path(tempfile.mkdtemp(prefix="readtwice-image-"))
    try:
        yield build_image(folder)
    except CannotTry as missing:
        pytest.skip(str(missing))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def binder_lab(binder_image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BinderLab]:
    """JupyterLab started through binder/start: its `url` needs no token, `home` is the learner's folder."""
    with run_lab(binder_image, tmp_path_factory.mktemp("binder") / "server.log") as lab:
        yield lab
