"""`readtwice report`: from whatever a class handed in to one page, or to plain values."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from readtwice.classroom.collecting.collect import Collected, collect
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.content import told_of_classes
from readtwice.classroom.reporting.page import as_page, page_of
from readtwice.classroom.reporting.pooled import Classes, report_on_classes
from readtwice.classroom.reporting.sentences import measure_name, sentences, skill_lines
from readtwice.classroom.reporting.shared_content import shared_content, shared_json, shared_sentences
from readtwice.classroom.reporting.sharing import shared_report
from readtwice.classroom.reporting.values import as_json
from readtwice.cli.said import refuse, write_page
from readtwice.pack import Pack
from readtwice.pack.compiled import all_packs
from readtwice.page.inert import inert
from readtwice.record import known_sets
from readtwice.statistics.sharing import TooFewToShare
from readtwice.words import say


def print_report(
    paths: list[Path], output: str, *, json_wanted: bool, share: bool = False, classes: bool = False
) -> int:
    """Write the page to `output` and print its sentences, or print JSON. `classes`: each path is one, by its name.

    Returns 1 where nothing was handed in, or too little to be shared.
    """
    refused: list[str] = []
    packs = all_packs(refused)
    for reason in refused:
        print(reason, file=sys.stderr)
    several = _classes(paths, packs) if classes else None
    collected = several.collected if several else collect(paths, known_sets())
    if share:
        return _print_shared(collected, packs, output, json_wanted=json_wanted)
    report = several.together if several else class_report(collected, packs)
    if json_wanted:
        apart = {"classes": {name: as_json(one) for name, one in several.apart.items()}} if several else {}
        print(json.dumps({**as_json(report), **apart}, ensure_ascii=False, indent=1))
    else:
        if several:
            print("\n".join(told_of_classes(several)))
        print("\n".join(sentences(report)))
        for measure in report.measures:
            print("", say("report.tables.skills", when=measure_name(measure)), *skill_lines(measure), sep="\n")
        for name, mine in several.apart.items() if several else ():
            print("", say("report.class", name=inert(name)), *sentences(mine), sep="\n")
    for one in report.rejected:
        print(f"{collected.full_name(one)}: {one.reason}", file=sys.stderr)
    if output and (status := write_page(output, as_page(report, classes=several))):
        return status
    return 0 if report.learners else 1


def _classes(paths: list[Path], packs: dict[str, Pack]) -> Classes:
    """Each path is a class, called as its file or folder is; where two are called alike, by number too."""
    sets = tuple(known_sets())
    named: dict[str, Collected] = {}
    for path in paths:
        stem = path.resolve().stem
        name = stem if stem not in named else f"{stem} ({len(named) + 1})"
        named[name] = collect([path], sets)
    return report_on_classes(named, packs)


def _print_shared(collected: Collected, packs: dict[str, Pack], output: str, *, json_wanted: bool) -> int:
    try:
        report = shared_report(collected, packs)
    except TooFewToShare as error:
        return refuse(error)
    told = shared_sentences(report)
    print(json.dumps(shared_json(report), ensure_ascii=False, indent=1) if json_wanted else "\n".join(told))
    return write_page(output, page_of(shared_content(report))) if output else 0
