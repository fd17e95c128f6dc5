"""A pack of one's own is found beside the notebooks, in READTWICE_PACKS and by path, and never in place of ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readtwice.authoring import check_folder
from readtwice.cli import main
from readtwice.pack import PackError, load_pack
from readtwice.pack import found as places
from readtwice.pack.compiled import all_packs, home_of
from readtwice.record import known_sets
from tests.specimens import FORM, GOOD, PACKS, copy_of

SLUG = "lindow-bridge"


@pytest.fixture(autouse=True)
def nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_opened", {})
    monkeypatch.delenv(places.VARIABLE, raising=False)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course's folder with notebooks and a compiled pack of somebody's own."""
    (tmp_path / "notebooks" / "teacher").mkdir(parents=True)
    assert not check_folder(copy_of(GOOD, tmp_path / "packs"), write=True).problems
    return tmp_path


@pytest.mark.parametrize("place", ["", "notebooks", "notebooks/teacher"])
def test_it_is_found_in_packs_beside_the_notebooks(place: str, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / place)
    assert load_pack(SLUG).slug == SLUG
    assert SLUG in all_packs()
    assert (Path(str(home_of(SLUG))) / "lexicon.csv").is_file()


@pytest.mark.parametrize("named", ["packs", f"packs/{SLUG}"])
def test_it_is_found_in_the_variable(
    named: str, course: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setenv(places.VARIABLE, os.pathsep.join(["nowhere", str(course / named)]))
    assert load_pack(SLUG).slug == SLUG


def test_one_opened_by_path_is_known_by_its_slug_from_then_on(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    with pytest.raises(PackError):
        load_pack(SLUG)
    assert load_pack(str(course / "packs" / SLUG)).slug == SLUG
    assert load_pack(SLUG).slug == SLUG


def test_its_card_sets_are_known(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not check_folder(copy_of(FORM, course / "packs"), write=True).problems
    monkeypatch.chdir(course)
    assert {SLUG, "two-stories"} <= {one.pack for one in known_sets()}


def test_a_pack_that_ships_keeps_its_name(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = copy_of(PACKS / "skate-park", course / "packs")
    file = copied / "pack.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Marrowick", "Elsewhere"), encoding="utf-8")
    monkeypatch.chdir(course)
    assert "Marrowick" in load_pack("skate-park").article.title


def test_it_is_read_again_when_it_has_changed(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course)
    before = load_pack(SLUG)
    items = course / "packs" / SLUG / "items" / "01.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace("Read the names.", "Read both names."), encoding="utf-8")
    assert not check_folder(items.parents[1], write=True).problems
    assert load_pack(SLUG) != before


@pytest.mark.parametrize("spoilt", ["no JSON", '{"format": 2}', ""])
def test_a_damaged_one_stops_nobody_and_is_told(spoilt: str, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "packs" / SLUG / "pack.json").write_text(spoilt, encoding="utf-8")
    monkeypatch.chdir(course)
    refused: list[str] = []
    assert SLUG not in all_packs(refused)
    assert len(refused) == 1


def test_one_in_a_folder_of_another_name_is_told(course: Path) -> None:
    moved = (course / "packs" / SLUG).rename(course / "packs" / "bridge")
    with pytest.raises(PackError, match="one name"):
        load_pack(str(moved))


def test_one_that_is_not_compiled_is_told(course: Path) -> None:
    (course / "packs" / SLUG / "pack.json").unlink()
    with pytest.raises(PackError, match="not compiled yet"):
        load_pack(str(course / "packs" / SLUG))


def test_check_says_that_folder_and_slug_differ(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = (course / "packs" / SLUG).rename(course / "packs" / "bridge")
    assert main(["check", str(moved)]) == 1
    told = "article.md:1: the slug is 'lindow-bridge', but the folder is called 'bridge'."
    assert told in capsys.readouterr().out


def test_a_failed_write_leaves_no_stale_compiled_form(course: Path) -> None:
    folder = course / "packs" / SLUG
    items = folder / "items" / "01.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace("use: solo", "use: alone"), encoding="utf-8")
    assert check_folder(folder).problems
    assert (folder / "pack.json").is_file()  # only --write touches it
    assert check_folder(folder, write=True).problems
    assert not (folder / "pack.json").exists()
