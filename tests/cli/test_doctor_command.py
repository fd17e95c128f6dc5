"""`readtwice doctor`: lines for a person, an object for a machine, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.classroom.checkup.machine_checks import CHECKS
from readtwice.cli import main
from readtwice.words import say
from tests.notebooks import COURSE


@pytest.mark.long
def test_all_is_well_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(COURSE)
    assert main(["doctor", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["works"] is True
    assert {one["check"] for one in document["checks"]} == set(CHECKS)
    assert set(document["checks"][0]) == {"check", "title", "state", "found", "remedy"}


@pytest.mark.long
def test_what_does_not_work_stands_first_and_gives_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").touch()
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "a-file" / "my-work"))
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == say("doctor.sum.broken", count=2)
    assert lines[2].startswith(f"{say('doctor.state.broken')} · {say('doctor.check.files')}: ")
    assert lines[3].startswith(f"{say('doctor.state.broken')} · {say('doctor.check.saving')}: ")
    assert all(line.count("·") == 1 for line in lines[2:])
