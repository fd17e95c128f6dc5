"""Records of texts out of YAML lists."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack.folder.fields import Report
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.words import say


class Records:
    """Reads `name: value` records out of YAML lists, reporting what is missing."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def each(self, root: Lined, name: str, fields: tuple[str, ...]) -> Iterator[dict[str, Lined]]:
        listed = root.value.get(name) if isinstance(root.value, dict) else None
        if listed is None or not isinstance(listed.value, list):
            self.report(root.line, say("problem.no_list", name=name), say("remedy.begin_list", name=name))
            return
        for node in listed.value:
            if not isinstance(node.value, dict):
                self.report(node.line, say("problem.entry_no_mapping", name=name), say("remedy.write_so"))
                continue
            for unknown in set(node.value) - set(fields):
                self.report(
                    node.value[unknown].line,
                    say("problem.unknown_part", unknown=unknown, name=name),
                    say("remedy.use_these", known=", ".join(fields)),
                )
            yield node.value

    def text(self, record: dict[str, Lined], name: str, line: int, *, may_be_empty: bool = False) -> str:
        node = record.get(name)
        if node is None or not isinstance(node.value, str) or not (node.value.strip() or may_be_empty):
            self.report(node.line if node else line, say("problem.missing", name=name), say("remedy.write_it"))
            return ""
        return " ".join(node.value.split())

    def texts(self, record: dict[str, Lined], name: str) -> tuple[str, ...]:
        node = record.get(name)
        if node is None:
            return ()
        if not isinstance(node.value, list) or not all(
            isinstance(part.value, str) and part.value.strip() for part in node.value
        ):
            self.report(node.line, say("problem.not_list_words", name=name), say("remedy.write_list"))
            return ()
        return tuple(part.value for part in node.value)


def line_of(record: dict[str, Lined]) -> int:
    """The first line of a record; 0 where it is empty."""
    return min((node.line for node in record.values()), default=0)
