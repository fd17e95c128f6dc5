"""Read each hostile submission beside two good ones, in a process of its own with little to spend: used by the tests.

`python -m tests.classroom.hostile.run FOLDER` reads every folder in FOLDER and prints one line of JSON for each. The
process that reads may use 700 MB of addresses and 20 seconds, and may write no byte to any file. Whatever it does that
a reader has no business with (opening a file to write, starting a program, a connection, running code) is listed.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import resource
import sys
import time
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import asdict, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import readtwice.cli.report as command
from readtwice.classroom.collecting.collect import Collected, collect
from readtwice.classroom.reporting.class_report import class_report
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.record import known_sets

with suppress(ImportError):  # loaded before anybody watches what is loaded
    import openpyxl  # noqa: F401

MEMORY = 700_000_000
SECONDS = 20
GOOD = "good"
"""The folder with the two good submissions, and how their files are called."""

SETS = tuple(known_sets())
PACKS = {slug: load_pack(slug) for slug in shipped_packs()}
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FORBIDDEN = (
    "os.",
    "subprocess.",
    "socket.",
    "pickle.",
    "shutil.",
    "exec",
    "compile",
    "import",
    "ctypes.",
    "webbrowser.",
)
ALLOWED = ("os.scandir", "os.listdir", "os.walk", "os.fwalk")


class Page(HTMLParser):
    """What in a page could act."""

    def __init__(self) -> None:
        super().__init__()
        self.found = list[str]()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "form", "base", "link", "img", "template", "input"):
            self.found.append(tag)
        for name, value in attributes:
            plain = re.sub(r"[\s\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("srcdoc", "src", "formaction") or "javascript:" in plain:
                self.found.append(f"{tag} {name}")
            if name == "http-equiv" and plain != "content-security-policy":
                self.found.append(f"{tag} {plain}")


def figures(collected: Collected) -> str:
    """All figures of a report, without what was not counted: a slip that came with nothing that counts is no figure."""
    told = asdict(class_report(collected, PACKS))
    told["came"] = [one for one in told["came"] if one["marks"]]
    return repr({name: value for name, value in told.items() if name not in ("rejected", "recognised", "how_counted")})


def alone(collected: Collected, learners: set[str]) -> Collected:
    """Of a class, some learners and nothing else."""
    return replace(collected, learners={name: collected.learners[name] for name in sorted(learners)}, rejected=())


def outputs(collected: Collected) -> tuple[str, str]:
    """The page and the JSON that the command makes."""
    pages, printed = list[str](), io.StringIO()
    command.collect = lambda paths, known: collected  # type: ignore[assignment]
    command.write_page = lambda path, text: pages.append(text)
    with redirect_stdout(printed), redirect_stderr(io.StringIO()):
        command.print_report([], "page.html", json_wanted=True)
    return pages[0], printed.getvalue()


def read(folder: Path, good: Path) -> dict[str, Any]:
    """What came of one submission."""
    calls = list[str]()
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event == "open" and len(arguments) > 1 and re.search("[wax+]", str(arguments[1] or "")):
            calls.append(f"open {arguments[0]}")
        elif watching[0] and event.startswith(FORBIDDEN) and event not in ALLOWED:
            calls.append(event)

    sys.addaudithook(watch)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.monotonic()
    collected = collect([good, folder], SETS)
    seconds = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    page, printed = outputs(collected)
    watching[0] = False
    parser = Page()
    parser.feed(page)
    classmates = set(collect([good], SETS).learners)
    return {
        "seconds": seconds,
        "megabytes": used / 1000,
        "calls": calls,
        "messages": [one.reason for one in collected.rejected],
        "where": [one.where for one in collected.rejected],
        "extra": len(set(collected.learners) - classmates),
        "learners": sorted(set(collected.learners) - classmates),
        "figures": figures(collected),
        "of the good": figures(alone(collected, classmates)),
        "found in the page": parser.found,
        "bidi": bool(BIDI.search(page) or BIDI.search(printed)),
        "canary": "CANARY" in page or "CANARY" in printed,
        "names": [name for name in os.listdir(folder) if len(name) > 6 and (name in page or name in printed)],
        "json": sorted(json.loads(printed)),
    }


def limited(folder: Path, good: Path) -> dict[str, Any]:
    """Read one submission in a child with its limits."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            for what, most in (
                (resource.RLIMIT_AS, MEMORY),
                (resource.RLIMIT_CPU, SECONDS),
                (resource.RLIMIT_FSIZE, 0),
                (resource.RLIMIT_CORE, 0),
            ):
                resource.setrlimit(what, (most, most))
            with os.fdopen(writer, "w") as out:
                try:
                    json.dump(read(folder, good), out)
                except BaseException as error:
                    json.dump({"died": repr(error)}, out)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as inside:
        text = inside.read()
    _, status = os.waitpid(child, 0)
    return {"id": folder.name, **(json.loads(text) if text else {"died": f"status {status}"})}


def main() -> None:
    """Read all folders below one, after a first reading that imports what is needed."""
    parent = Path(sys.argv[1])
    good = parent / GOOD
    outputs(collect([good], SETS))
    for name in ("cp437", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        codecs.lookup(name)  # imported at their first use, which would look like running code
    for folder in sorted(parent.iterdir()):
        print(json.dumps(limited(folder, good)), flush=True)


if __name__ == "__main__":
    main()
