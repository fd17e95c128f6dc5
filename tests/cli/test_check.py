"""`readtwice check` prints counts and problems, and its exit status says whether all is well."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import readtwice
from readtwice.cli import main
from readtwice.pack import load_pack_file
from readtwice.pack.compiled import compiled
from readtwice.pack.found import shipped_packs
from tests.specimens import GOOD, HEGSETH, PACKS, SHIPPED, copy_of, good_pack

COUNTS = """\
lindow-bridge: 4 blocks, 8 sentences, 4 items, 1 source, 2 entries
  lesson 01, exit: 1 undetermined
  lesson 01, faded: 1 no_clash
  lesson 01, solo: 1 supported
  lesson 01, worked: 1 clash
  scored: 2 clean, 1 flawed; the errors favour: 1 nobody
  captions: 1; two readings by the authors tag 67% of words alike (Cohen's kappa 0.50)
"""
STALE = "pack.json: the compiled pack is missing or not current. Run `readtwice check --write`.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the good pack, not compiled."""
    return copy_of(GOOD, tmp_path)


def replace_in(path: Path, find: str, replace: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(find, replace), encoding="utf-8")


def test_a_pack_without_a_problem_shows_its_counts(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack), "--write"]) == 0
    assert capsys.readouterr().out == COUNTS + "0 problems\n"
    assert main(["check", str(pack)]) == 0
    assert capsys.readouterr().out == COUNTS + "0 problems\n"


@pytest.mark.parametrize("slug", shipped_packs())
def test_another_word_in_every_sentence_is_told_as_problems(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No item of a pack can be read then, though forms, sheets and cards on paper name them."""
    folder = copy_of(PACKS / slug, tmp_path)
    replace_in(folder / "article.md", " the ", " the very ")
    replace_in(folder / "article.md", " a ", " quite a ")
    assert main(["check", str(folder), "--write"]) == 1
    assert "is not in" in capsys.readouterr().out
    assert not (folder / "pack.json").exists()


def test_a_pack_that_is_not_compiled_is_a_problem(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack)]) == 1
    assert capsys.readouterr().out == f"{COUNTS}{STALE}1 problem\n"


def test_a_compiled_form_that_is_not_current_is_a_problem(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(pack), "--write"])
    replace_in(pack / "items" / "01.yaml", "Read the names.", "Read both names.")
    capsys.readouterr()
    assert main(["check", str(pack)]) == 1
    assert STALE in capsys.readouterr().out


def test_a_tampered_key_is_a_problem(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(pack), "--write"])
    replace_in(pack / "pack.json", '"key": "clash"', '"key": "no_clash"')
    capsys.readouterr()
    assert main(["check", str(pack)]) == 1
    assert STALE in capsys.readouterr().out


def test_each_problem_has_one_line_in_the_order_of_places(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(pack / "sources.csv", "primary", "first")
    replace_in(pack / "items" / "01.yaml", "use: solo", "use: alone")
    assert main(["check", str(pack)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines[-3:-1]] == ["items/01.yaml:74:", "sources.csv:2:"]
    assert lines[-1] == "2 problems"


def test_a_folder_without_an_article_has_no_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out == "no article\narticle.md: the file is missing. A pack needs it.\n1 problem\n"


@pytest.mark.parametrize("name", ["nosuch", "/no/such/folder", "../nosuch", "a\0b"])
def test_an_unknown_folder_is_told_in_one_line(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", name]) == 1
    told = capsys.readouterr().out
    assert told == f"There is no pack folder “{name}”. Give the path of a folder that holds article.md.\n"


def test_an_unknown_folder_does_not_keep_the_next_from_being_checked(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "nosuch", str(pack), "--write"]) == 1
    assert capsys.readouterr().out.endswith("0 problems\n")


@pytest.mark.long
def test_without_a_name_all_packs_that_ship_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.count("0 problems") == len(SHIPPED)


@pytest.mark.long
def test_a_pack_that_ships_goes_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", HEGSETH]) == 0
    assert capsys.readouterr().out.startswith(f"{HEGSETH}: 24 blocks, 73 sentences, ")


# --- --write -----------------------------------------------------------------------------------------------------


def test_write_makes_what_learners_load(pack: Path) -> None:
    main(["check", str(pack), "--write"])
    assert load_pack_file(pack / "pack.json") == good_pack()
    assert (pack / "pack.json").read_bytes() == compiled(good_pack()).encode()


def test_a_pack_with_a_problem_is_not_written(pack: Path) -> None:
    replace_in(pack / "sources.csv", "primary", "first")
    assert main(["check", str(pack), "--write"]) == 1
    assert not (pack / "pack.json").exists()


@pytest.mark.parametrize(("module", "function"), [(os, "replace"), (Path, "write_text")])
def test_writing_is_all_or_nothing(
    module: object,
    function: str,
    pack: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", str(pack), "--write"])
    before = (pack / "pack.json").read_bytes()
    replace_in(pack / "items" / "01.yaml", "Read the names.", "Read both names.")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, function, fail)
        assert main(["check", str(pack), "--write"]) == 1
    assert "pack.json: the compiled pack cannot be written (No space left on device)." in capsys.readouterr().out
    assert (pack / "pack.json").read_bytes() == before
    assert list(pack.glob("*.new")) == []


# --- the command itself ------------------------------------------------------------------------------------------


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "readtwice.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.long
def test_the_command_runs_as_a_module_and_hands_on_the_status(tmp_path: Path) -> None:
    assert run("--version").stdout == f"readtwice {readtwice.__version__}\n"
    assert run("check", str(tmp_path)).returncode == 1


@pytest.mark.long
def test_without_a_command_its_use_is_told() -> None:
    done = run()
    assert done.returncode == 2
    assert "usage: readtwice" in done.stderr
    assert "Traceback" not in done.stderr
