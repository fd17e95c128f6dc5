"""Settings that every test runs under."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from readtwice.pack import found
from tests.browser.lab import CHROMIUM_ARGUMENTS, find_chromium

# Kernels and servers started by tests inherit this, so no test ever writes into, or reads, a learner's own my-work/.
# It is set on import, before the first notebook or widget is touched. The folder goes when the session ends.
_RECORDS = tempfile.TemporaryDirectory(prefix="readtwice-records-")
os.environ["READTWICE_RECORD_DIR"] = _RECORDS.name

# Shared machines are slow now and then; a test that fails only there tells nothing about the code.
settings.register_profile("readtwice", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=20)  # of `make quick`
settings.load_profile("readtwice")


@pytest.fixture(autouse=True)
def no_pack_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with no pack opened by path: one that another test opened is no page's business."""
    monkeypatch.setattr(found, "_opened", {})


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that several people share, where each page asks whose work this is."""
    monkeypatch.setenv("READTWICE_ASK_WHO", "1")


_HERE = Path(__file__).parent
_WHOLE = {
    _HERE / room for room in ["authoring", "charts", "classroom", "cli", "lessons", "notebooks", "publish", "scripts"]
}
"""Tests that take whole packs, pages, charts, classes and commands: no units, so that `make quick` leaves them out."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A room of which nothing is asked is not read either: what it imports takes as long as a hundred units."""
    return True if collection_path in _WHOLE and "not long" in config.option.markexpr else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with pages come last: Playwright keeps an event loop running in its process from then on, and tests of
    code that begins one of its own fail there."""
    for item in items:
        if _WHOLE.intersection(item.path.parents):
            item.add_marker(pytest.mark.long)
    pages = {item.path for item in items if "chromium" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path in pages)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: Playwright cannot be started twice in one process."""
    path = find_chromium()
    assert path, "no Chromium found, and CI needs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()
