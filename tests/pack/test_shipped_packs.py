"""Every pack that ships is sound, and what learners load is what its folder says."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.activities import read_pack as read_folder
from readtwice.authoring import check_folder
from readtwice.pack import load_pack
from tests.specimens import SHIPPED

each_pack = pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)


def test_at_least_one_pack_ships() -> None:
    assert SHIPPED


@pytest.mark.long
@each_pack
def test_a_shipped_pack_has_no_problem_and_its_compiled_form_is_current(folder: Path) -> None:
    assert [str(problem) for problem in check_folder(folder).problems] == []


@pytest.mark.long
@each_pack
def test_learners_load_what_the_folder_says(folder: Path) -> None:
    pack, _ = read_folder(folder)
    assert load_pack(folder.name) == pack
    assert pack is not None
    assert pack.slug == folder.name
