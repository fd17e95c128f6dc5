"""The compiled pack says what its folder says, in bytes that never vary, and a damaged one is told in a sentence."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.activities import read_pack as read_folder
from readtwice.activities.ledger.part import ledger_of
from readtwice.article import article_from_markdown
from readtwice.authoring import check_folder
from readtwice.pack import Pack, PackError, load_pack, load_pack_file
from readtwice.pack.compiled import compiled, from_json
from readtwice.pack.compiled_article import article_of, plain_article
from readtwice.pack.part import Parts
from tests.specimens import GOOD, HEGSETH, PACKS, SHIPPED, TRICKY, copy_of, good_pack

COMPILED = compiled(good_pack())


@pytest.mark.long
@pytest.mark.parametrize("folder", [GOOD, *SHIPPED], ids=lambda folder: folder.name)
def test_a_pack_comes_back_from_its_compiled_form_as_it_was(folder: Path) -> None:
    pack, _ = read_folder(folder)
    assert from_json(compiled(pack), "pack.json") == pack


def test_a_compiled_pack_compiles_to_itself() -> None:
    assert compiled(from_json(COMPILED, "pack.json")) == COMPILED


@pytest.mark.long
def test_the_compiled_bytes_are_the_same_in_every_process() -> None:
    code = "import readtwice.pack.compiled as c; from tests.specimens import *; print(ascii(c.compiled(good_pack())))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        assert run.stdout.strip() == ascii(COMPILED)


def in_first_format(value: Any) -> Any:
    """A pack, or what is in it, as format 1 had it: with the offsets of all blocks, sentences and quotes."""
    if isinstance(value, Parts):
        return {name: in_first_format(one) for name, one in value._held.items()}
    if is_dataclass(value):
        named = {one.name: getattr(value, one.name) for one in fields(value) if one.compare}
        found = {name: in_first_format(one) for name, one in named.items() if one not in ("", ()) and one is not None}
        return {"format": 1, **found.pop("parts", {}), **found} if isinstance(value, Pack) else found
    if isinstance(value, dict):
        return {name: in_first_format(one) for name, one in value.items()}
    return [in_first_format(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.long
@pytest.mark.parametrize("folder", [GOOD, *SHIPPED], ids=lambda folder: folder.name)
def test_a_pack_that_was_compiled_before_is_still_read(folder: Path) -> None:
    pack, _ = read_folder(folder)
    old = json.dumps(in_first_format(pack), default=str)
    assert '"span": {"start": ' in old
    assert from_json(old, "pack.json") == pack


@pytest.mark.parametrize(
    "whole", [TRICKY, f"  {TRICKY}\n \n", "A line\nand one more.   It ends here.  \n\n\n\n# …\n\n…"]
)
def test_an_article_of_any_spacing_comes_back_letter_by_letter(whole: str) -> None:
    article = article_from_markdown(f"---\ntitle: any\n---\n{whole}")
    assert article_of(json.loads(json.dumps(plain_article(article)))) == article


ONE_WORD_MORE = {
    "skate-park": ("She has led", "She has now led"),
    "fresh-text": ("long but friendly", "long but very friendly"),
    "one-shot-cards": ("who led the work, and when", "who led the hard work, and when"),
    "form-a": ("first twelve guests across", "first twelve guests safely across"),
    HEGSETH: ("a press conference at NATO headquarters", "a long press conference at NATO headquarters"),
}
"""For some packs: words of the article, quoted or not, or of an item; and the same words with one more."""


@pytest.mark.long
@pytest.mark.parametrize("slug", ONE_WORD_MORE)
def test_one_more_word_changes_few_lines(slug: str, tmp_path: Path) -> None:
    folder = copy_of(PACKS / slug, tmp_path)
    before = {path: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}
    words, one_more = ONE_WORD_MORE[slug]
    for path, text in before.items():
        if path.name != "pack.json":  # whoever changes words changes them where they are quoted too
            path.write_text(text.replace(words, one_more), "utf-8")
    assert check_folder(folder, write=True).problems == ()
    changed = [
        line
        for path, text in before.items()
        for line in unified_diff(text.splitlines(), path.read_text("utf-8").splitlines(), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]
    assert one_more in (folder / "pack.json").read_text("utf-8")
    assert 4 <= len(changed) <= 40


def test_each_record_stands_on_a_line_of_its_own() -> None:
    lines = [line.removesuffix(",") for line in COMPILED.splitlines()]
    document = json.loads(COMPILED)
    for records in (document["items"], document["sources"], document["article"]["blocks"], document["figures"]["rows"]):
        for record in records:
            assert json.dumps(record, ensure_ascii=False, sort_keys=True) in lines


def without(*path: str | int) -> str:
    """The compiled good pack without one of its parts."""
    document = json.loads(COMPILED)
    part: Any = document
    for name in path[:-1]:
        part = part[name]
    del part[path[-1]]
    return json.dumps(document)


def with_(value: object, *path: str | int) -> str:
    """The compiled good pack with another value in one place."""
    document = json.loads(COMPILED)
    part: Any = document
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    return json.dumps(document)


FIRST_WORDS = "Mayor Anna Keller reopened the old bridge"
UNCUT = {"id": "b03", "kind": "paragraph", "level": 0, "before": "", "text": [FIRST_WORDS]}
"""A block that was not cut into sentences, with the first words that an item quotes."""

DAMAGED: dict[str, str | bytes] = {
    "empty": "",
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "an empty object": "{}",
    "no JSON": "---\ntitle: x\n",
    "cut off": COMPILED[: len(COMPILED) // 2],
    "not UTF-8": b'{"format": "\xff"}',
    "lists without end": "[" * 100_000,
    "of another format": with_(3, "format"),
    "of the first format, with today's article": with_(1, "format"),
    "without an article": without("article"),
    "without a slug": without("slug"),
    "a block without its text": without("article", "blocks", 0, "text"),
    "a block whose sentence is a number": with_(3, "article", "blocks", 0, "text", 1),
    "an unknown field of a block": with_("red", "article", "blocks", 0, "colour"),
    "items are a number": with_(3, "items"),
    "an item is a text": with_("one", "items", 0),
    "an item without a key": without("items", 0, "key"),
    "an item with an unknown field": with_("red", "items", 0, "colour"),
    "options are a list": with_([], "items", 0, "options"),
    "a quote without words": without("items", 0, "sides", 0, 0, "b03"),
    "a quote whose words do not stand there": with_("No such words", "items", 0, "sides", 0, 0, "b03"),
    "quotes of an article without sentences": with_([UNCUT], "article", "blocks"),
    "a quote of an unknown block": with_("It", "items", 0, "sides", 0, 0, "b99"),
    "a source without a title": without("sources", 0, "title"),
    "a person without a name": without("people", 0, "name"),
    "a topic without a question": without("ledger", 0, "question"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_compiled_pack_is_told_in_one_line_with_the_remedy(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "pack.json"
    content = DAMAGED[damage]
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(PackError) as told:
        ledger_of(load_pack_file(path))  # a part of an activity is built when it is first asked for
    assert str(told.value).startswith(f"{path} ")
    assert str(told.value).endswith("Run `readtwice check --write` on its folder again.")
    assert "\n" not in str(told.value)


@settings(max_examples=60)
@given(place=st.integers(0, len(COMPILED) - 1), letter=st.characters())
def test_one_changed_letter_gives_a_pack_or_a_sentence_and_never_another_error(place: int, letter: str) -> None:
    changed = COMPILED[:place] + letter + COMPILED[place + 1 :]
    with contextlib.suppress(PackError):
        from_json(changed, "pack.json")


def test_a_compiled_pack_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.json cannot be read \(No such file or directory\)\.$"):
        load_pack_file(tmp_path / "pack.json")


@pytest.mark.parametrize("slug", ["nosuch", "", ".", "..", "../packs/hegseth-nato-2025", "a\\b", "a\0b", "hegseth*"])
def test_a_pack_that_does_not_ship_is_told_in_a_sentence(slug: str) -> None:
    with pytest.raises(PackError, match=r"^There is no pack named .* in this course\.$"):
        load_pack(slug)


def test_one_pack_is_loaded_once() -> None:
    assert load_pack("hegseth-nato-2025") is load_pack("hegseth-nato-2025")


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_what_is_built_when_it_is_asked_for_is_what_was_there(folder: Path) -> None:
    """Parts that few lessons ask for are left unread, and so they stay in a copy with other fields."""
    source = (folder / "pack.json").read_bytes()
    quick, whole = (from_json(source, folder.name, proven=proven) for proven in (True, False))
    copied = quick.with_(twins=())
    assert copied == replace(whole, twins=())
    assert copied.figures is quick.figures, "two copies share what is built"
    assert quick == whole
    assert compiled(quick) == compiled(whole)
    with pytest.raises(AttributeError):
        quick.nothing_of_this_name  # type: ignore[attr-defined]  # noqa: B018
