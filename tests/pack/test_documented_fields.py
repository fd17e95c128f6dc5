"""docs/packs.md tells the fields that the code knows, no more and no less, and its small pack is a pack."""

from __future__ import annotations

import re
from pathlib import Path

from readtwice.authoring import check_folder
from tests.pack.documented import column_rows, item_rows, record_rows

GUIDE = Path(__file__).parents[2] / "docs" / "packs.md"


def test_the_guide_has_a_row_for_each_field_and_record_and_no_other() -> None:
    fields = GUIDE.read_text(encoding="utf-8").partition("\n## Every field\n")[2]
    told = [line for line in fields.splitlines() if line.startswith(("| `", "| items, `"))]
    assert told == [*item_rows(), *column_rows(), *record_rows()]


def test_the_guides_small_pack_passes_the_check(tmp_path: Path) -> None:
    article, items = re.findall(r"\n```(?:yaml)?\n(.*?)```\n", GUIDE.read_text(encoding="utf-8"), re.S)[1:3]
    pond = tmp_path / "pond"
    (pond / "items" / "01").mkdir(parents=True)
    (pond / "article.md").write_text(article, encoding="utf-8")
    (pond / "items" / "01" / "extra.yaml").write_text(items, encoding="utf-8")
    checked = check_folder(pond, write=True)
    assert not checked.problems
    assert [item.id for item in checked.pack.items] == ["open-or-not"] if checked.pack else False
