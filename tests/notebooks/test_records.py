"""A notebook's file is the same whatever its reader has answered: nothing of a learner is ever stored in it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from readtwice.activities.ledger.part import ledger_of
from readtwice.authoring.notebook_files import executed, read_notebook, to_text
from readtwice.pack import load_pack
from readtwice.record import Record
from readtwice.syllabus import syllabus
from tests.notebooks import EXECUTED, SOLUTIONS, name
from tests.notebooks.readers import for_readers

pytestmark = pytest.mark.long  # a kernel for each notebook


WITH_CODE = [path for path in EXECUTED if any(cell.cell_type == "code" for cell in read_notebook(path).cells)]
"""A page without code shows nothing of anybody's answers, and needs no kernel to prove it."""

CONTINUE = "from readtwice import course\n\ncourse.session().choose('continue')\ndel course"


def write_record(folder: Path, share: float) -> None:
    """Answer that share of everything that the course asks, right and wrong by turns, some of it twice."""
    pack, record = load_pack(syllabus().article), Record(folder, syllabus().article)
    items = pack.items[: round(len(pack.items) * share)]
    for number, item in enumerate(items):
        verdict = list(item.options)[number % 3]
        for _ in range(1 + number % 2):
            record.answer(item.id, [verdict], revision=item.revision, sureness="think_so" * item.sureness)
    sentences = pack.article.sentences[: round(len(pack.article.sentences) * share)]
    for sentence in sentences:
        record.answer(f"hunt-{sentence.id.replace('.', '-')}", "none")
    topic = ledger_of(pack)[0]
    pins = [
        {"topic": topic.id, "sentence": s.id, "who": "x", "position": "", "date": "", "number": ""} for s in sentences
    ]
    for first in pack.article.blocks:
        for last in pack.article.blocks:
            record.answer(f"ledger-{first.id}-{last.id}", pins[-3:])


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("records")
    write_record(folder / "half", 0.5)
    write_record(folder / "full", 1)
    return {share: folder / share for share in ("half", "full")}


@pytest.mark.slow
@pytest.mark.parametrize("path", EXECUTED, ids=name)
def test_with_an_empty_record_the_file_is_the_same_to_the_byte(path: Path, tmp_path: Path) -> None:
    """Stronger than nbval, which runs each notebook too and leaves out some outputs, all metadata and the order."""
    text = to_text(executed(read_notebook(path), path.parent, tmp_path / "nowhere" / "yet"))
    assert text == path.read_text(encoding="utf-8"), f"run: readtwice run {name(path)}"


@pytest.mark.parametrize("path", WITH_CODE, ids=name)
def test_with_other_records_and_where_nothing_can_be_saved(
    path: Path, records: dict[str, Path], tmp_path: Path
) -> None:
    """Earlier answers are taken up. Only a solution answers, so the others have nothing that could not be saved."""
    stored, blocked = read_notebook(path), tmp_path / "a-file"
    blocked.touch()
    runs = [(stored, folder, CONTINUE) for folder in records.values()]
    runs += [(stored, blocked / "records", "")] if path in SOLUTIONS else []
    for (_, folder, _), cells in zip(runs, for_readers(runs, path.parent), strict=True):
        for cell, before in zip(cells, stored.cells, strict=True):
            assert _shown(cell) == _shown(before), f"{cell.id}, with the record in {folder}"


def _shown(cell: nbformat.NotebookNode) -> list[dict[str, object]]:
    """A cell's outputs without their counts, which an added cell moves."""
    return [{**output, "execution_count": None} for output in cell.get("outputs", [])]
