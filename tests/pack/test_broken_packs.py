"""Whatever is wrong with a pack, its author is told in one line: file, line, item, what is wrong and what to do."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import readtwice
from readtwice.article import ArticleError
from readtwice.authoring import check_folder
from readtwice.figures.csv_files import Trouble
from readtwice.pack.folder.yaml_with_lines import YamlProblem
from readtwice.pack.item import USES
from readtwice.pack.problem import Problem
from tests.specimens import FORM, GOOD, NUMBERS, ONE_SHOT, PARTS, copy_of

pytestmark = pytest.mark.long  # hundreds of packs are read

CORPORA = {
    "broken.yaml": GOOD,
    "broken_captions.yaml": GOOD,
    "broken_form.yaml": FORM,
    "broken_lexicon.yaml": GOOD,
    "broken_numbers.yaml": NUMBERS,
    "broken_one_shot.yaml": ONE_SHOT,
    "broken_parts.yaml": PARTS,
}
"""Files of cases, each with the good pack that its edits break."""

EDITS = [
    {"pack": pack, "file": file, **case}
    for corpus, pack in CORPORA.items()
    for file, cases in yaml.safe_load((Path(__file__).parent / corpus).read_text(encoding="utf-8")).items()
    for case in cases
]
ITEMS = "items/01.yaml"  # as packs have it that were written before there was a file for each use
NAMES = f"Name it items/<lesson>/<use>.yaml (a use is {', '.join(USES)}), or take it out."


def edit(folder: Path, case: dict[str, Any]) -> None:
    """Do to a copy of the good pack what a case of broken.yaml says."""
    path = folder / case["file"]
    text = path.read_text(encoding="utf-8")
    if "whole" in case:
        text = case["whole"]
    elif "add" in case:
        text += case["add"]
    else:
        assert text.count(case["find"]) == 1, "the words to replace must stand once in the good pack"
        text = text.replace(case["find"], case["replace"])
    path.write_text(text, encoding="utf-8", newline="\n")


def write(file: str, content: bytes) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (folder / file).write_bytes(content)

    return do


def remove(file: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (folder / file).unlink()

    return do


def replace_by_folder(file: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).mkdir()

    return do


def replace_by_link(file: str, to: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(to)

    return do


def number_of_thousands_of_digits(folder: Path) -> None:
    edit(folder, {"file": ITEMS, "find": "revision: 2", "replace": "revision: " + "9" * 5000})


def move_items(folder: Path, file: str, keep: str = "") -> None:
    """Items into another file: all of them, or only the one to keep (nothing else of the pack asks for the others)."""
    text = (folder / ITEMS).read_text(encoding="utf-8")
    if keep:
        start = text.index(f"- id: {keep}")
        text = text[start : text.find("\n- id:", start) + 1]
        (folder / "entries.csv").unlink()
    (folder / ITEMS).unlink()
    (folder / file).parent.mkdir()
    (folder / file).write_text(text, encoding="utf-8", newline="\n")


def caption_in_one_reading(folder: Path) -> None:
    span = "{quote: The bridge, tag: seen, reason: A camera could show it.}"
    edit(folder, {"file": "article.md", "add": "\n![The bridge at night.](none)\n"})
    edit(folder, {"file": "captions/second_reading.yaml", "add": f"  - block: b05\n    spans:\n      - {span}\n"})


FILES: dict[str, tuple[Callable[[Path], object], str | list[str]]] = {
    "there is no article": (
        remove("article.md"),
        "article.md: the file is missing. A pack needs it.",
    ),
    "the article is a folder": (
        replace_by_folder("article.md"),
        "article.md: the file cannot be read (Is a directory). Check its permissions.",
    ),
    "the article leads nowhere": (
        replace_by_link("article.md", "nowhere"),
        "article.md: the file is missing. A pack needs it.",
    ),
    "the glossary leads nowhere": (
        replace_by_link("glossary.yaml", "nowhere"),
        "glossary.yaml: the file is missing. A pack needs it.",
    ),
    "the items have another ending": (
        lambda folder: (folder / "items" / "02.yml").write_text("- id: lost", encoding="utf-8"),
        f"items/02.yml: it is no file of items. {NAMES}",
    ),
    "items stand in a folder of their own": (
        lambda folder: (folder / "items" / "more").mkdir(),
        f"items/more: it is no file of items. {NAMES}",
    ),
    "a file of items is named after no use": (
        lambda folder: move_items(folder, "items/01/alone.yaml"),
        [
            "items: there are no items. Add at least one file items/<lesson>/<use>.yaml.",
            f"items/01/alone.yaml: it is no file of items. {NAMES}",
        ],
    ),
    "items of all uses stand in the file of one": (
        lambda folder: move_items(folder, "items/01/exit.yaml"),
        [
            f"items/01/exit.yaml:{line}: item {item}: it is of lesson 01, use {use}. "
            f"Move it to items/01/{use}.yaml, or correct it."
            for line, item, use in (
                (2, "mayor-b03-b04", "worked"),
                (37, "months-b03-b04", "faded"),
                (71, "cost-b03", "solo"),
            )
        ],
    ),
    "items stand in the folder of another lesson": (
        lambda folder: move_items(folder, "items/02/solo.yaml", keep="cost-b03"),
        "items/02/solo.yaml:1: item cost-b03: it is of lesson 01, use solo. "
        "Move it to items/01/solo.yaml, or correct it.",
    ),
    "a word in the file of one use is not known": (
        lambda folder: (
            move_items(folder, "items/01/solo.yaml", keep="cost-b03"),
            edit(folder, {"file": "items/01/solo.yaml", "find": "kind: claim", "replace": "kind: claims"}),
        ),
        "items/01/solo.yaml:5: item cost-b03: `kind` is `claims`, which is not known. "
        "Use one of: pair, claim, number, heading, wording, statement.",
    ),
    "flawed items outnumber clean ones in the file of one use": (
        lambda folder: (
            edit(folder, next(one for one in EDITS if one["case"] == "flawed items outnumber clean ones")),
            move_items(folder, "items/01/solo.yaml", keep="cost-b03"),
        ),
        "items/01/solo.yaml: 1 of 1 scored solo item is flawed. Add clean items until at least half are clean.",
    ),
    "the second reading of the captions is missing": (
        remove("captions/second_reading.yaml"),
        "captions/second_reading.yaml: one reading alone makes no key. "
        "Add a reading by someone who has not seen the other, or take the other out.",
    ),
    "a caption stands in one reading only": (
        caption_in_one_reading,
        "captions/first_reading.yaml:1: caption b05 stands only in the other reading. "
        "Tag it here, or take it out of the other reading.",
    ),
    "the compiled pack of a broken one cannot be taken away": (
        lambda folder: ((folder / "pack.json").mkdir(), (folder / ITEMS).unlink()),
        [
            "items: there are no items. Add at least one file items/<lesson>/<use>.yaml.",
            "pack.json: the compiled pack is out of date and cannot be taken away (Is a directory). "
            "Check the folder's permissions and the space on the disk.",
        ],
    ),
    "there are no items": (
        remove(ITEMS),
        "items: there are no items. Add at least one file items/<lesson>/<use>.yaml.",
    ),
    "the article is not UTF-8": (
        write("article.md", "---\ntitle: café\n---\nA text.\n".encode("latin-1")),
        "article.md: byte 14 is not UTF-8. Save the file as UTF-8.",
    ),
    "the items are not UTF-8": (
        write(ITEMS, b"- id: \xff\n"),
        "items/01.yaml: byte 6 is not UTF-8. Save the file as UTF-8.",
    ),
    "a file has three million letters": (
        write("article.md", b"a" * 3_000_000),
        "article.md: the file is far too large. Keep it below 2,000,000 bytes.",
    ),
    "a file is a link to a device": (
        replace_by_link("article.md", "/dev/zero"),
        "article.md: it cannot be read (it is no plain file). Put a plain file there.",
    ),
    "lists stand in lists without end": (
        write(ITEMS, b"[" * 1_000_000),
        "items/01.yaml:1: the file is nested too deeply. Keep to the format of the guide.",
    ),
    "names stand below names without end": (
        write(ITEMS, b"".join(b" " * depth + b"a:\n" for depth in range(30))),
        "items/01.yaml:21: the file is nested too deeply. Keep to the format of the guide.",
    ),
    "the compiled pack is a folder": (
        lambda folder: (folder / "pack.json").mkdir(),
        "pack.json: the compiled pack cannot be written (Is a directory). "
        "Check the folder's permissions and the space on the disk.",
    ),
    "a revision has thousands of digits": (
        number_of_thousands_of_digits,
        "items/01.yaml:38: item months-b03-b04: `revision` is `99999999999999999999`. "
        "Write a whole number from 1 to 999.",
    ),
}


class Read(NamedTuple):
    """What was told of each edit and of each hostile file, and the lines of code that were reached to tell it."""

    edits: list[list[str]]
    files: dict[str, list[str]]
    reached: set[tuple[str, int]]


def read_all(folder: Path, patch: pytest.MonkeyPatch) -> Read:
    read = Read([], {}, set())

    def watch(problem: type) -> None:
        make = problem.__init__

        def watched(self: object, *arguments: object) -> None:
            frame = sys._getframe(1)
            while frame:
                read.reached.add((frame.f_code.co_filename, frame.f_lineno))
                frame = frame.f_back
            make(self, *arguments)

        patch.setattr(problem, "__init__", watched)

    for problem in (Problem, ArticleError, YamlProblem, Trouble):
        watch(problem)
    check_folder(copy_of(GOOD, folder / "not compiled"))
    for number, case in enumerate(EDITS):
        pack = copy_of(case["pack"], folder / str(number))
        edit(pack, case)
        read.edits.append([str(problem) for problem in check_folder(pack, write=True).problems])
    for number, (name, (do, _)) in enumerate(FILES.items()):
        pack = copy_of(GOOD, folder / f"file-{number}")
        do(pack)
        read.files[name] = [str(problem) for problem in check_folder(pack, write=True).problems]
    return read


@pytest.mark.parametrize("pack", CORPORA.values(), ids=lambda pack: pack.name)
def test_the_good_packs_have_no_problem(pack: Path, tmp_path: Path) -> None:
    assert check_folder(copy_of(pack, tmp_path), write=True).problems == ()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """All broken packs, read once."""
    with pytest.MonkeyPatch.context() as patch:
        yield read_all(tmp_path_factory.mktemp("broken"), patch)


@pytest.mark.parametrize("number", range(len(EDITS)), ids=lambda number: EDITS[number]["case"])
def test_each_edit_is_told_in_exactly_these_words(number: int, read: Read) -> None:
    told = EDITS[number]["told"]
    assert read.edits[number] == ([told] if isinstance(told, str) else told)


@pytest.mark.parametrize("name", FILES)
def test_each_hostile_file_is_told_in_exactly_these_words(name: str, read: Read) -> None:
    _, told = FILES[name]
    assert read.files[name] == ([told] if isinstance(told, str) else told)


def test_several_problems_are_told_at_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    folder = copy_of(GOOD, tmp_path)
    for case in EDITS:
        if case["case"] in ("a hint is missing", "a tier is unknown", "an explanation is too long"):
            edit(folder, case)
    places = [str(problem).split(" ")[0] for problem in check_folder(folder, write=True).problems]
    assert places == ["items/01.yaml:90:", "items/01.yaml:93:", "sources.csv:2:"]


# --- no message without a case ----------------------------------------------------------------------------------

REPORTERS = {"report", "Problem", "_at", "ArticleError", "YamlProblem", "Trouble"}
"""What the readers call to tell of a problem."""

HOME = Path(readtwice.__file__).parent
READERS = {
    str(path): path
    for path in (
        *HOME.glob("pack/*.py"),
        HOME / "article" / "markdown.py",
        HOME / "authoring" / "check_pack.py",
        HOME / "figures" / "csv_files.py",
    )
}


def reports(path: Path) -> Iterator[int]:
    """The lines on which a reader tells of a problem."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in REPORTERS:
                yield node.lineno


def test_every_message_of_the_readers_has_a_case(read: Read) -> None:
    unreached = [
        f"{path.name}:{line}"
        for file, path in READERS.items()
        for line in reports(path)
        if (file, line) not in read.reached
    ]
    assert not unreached, f"no broken pack makes the readers say what stands in: {unreached}"
