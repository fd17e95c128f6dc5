"""`readtwice report`: from whatever a class handed in to one page, or to plain values."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from readtwice.classroom.class_report import class_report
from readtwice.classroom.collect import collect
from readtwice.classroom.report_page import as_json, as_page, sentences
from readtwice.pack import load_pack
from readtwice.pack.compiled import shipped_packs
from readtwice.publish import write_text
from readtwice.record import known_sets


def print_report(paths: list[Path], output: str, *, json_wanted: bool) -> int:
    """Write the page to `output` and print its sentences, or print JSON. Returns 1 where nothing was handed in."""
    collected = collect(paths, known_sets())
    report = class_report(collected, {slug: load_pack(slug) for slug in shipped_packs()})
    if json_wanted:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=1))
    else:
        print("\n".join(sentences(report)))
    for one in report.rejected:
        print(f"{collected.full_name(one)}: {one.reason}", file=sys.stderr)
    if output:
        try:
            write_text(Path(output), as_page(report))
        except OSError as error:
            print(f"{output} cannot be written ({error.strerror}). Check the folder.", file=sys.stderr)
            return 1
    return 0 if report.learners else 1
