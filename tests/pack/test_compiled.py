"""The compiled pack says what its folder says, in bytes that never vary, and a damaged one is told in a sentence."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.pack import PackError, compiled, load_pack, load_pack_file
from readtwice.pack.compiled import from_json
from readtwice.pack.read_folder import read_folder
from tests.specimens import GOOD, SHIPPED, good_pack

COMPILED = compiled(good_pack())


@pytest.mark.parametrize("folder", [GOOD, *SHIPPED], ids=lambda folder: folder.name)
def test_a_pack_comes_back_from_its_compiled_form_as_it_was(folder: Path) -> None:
    pack, _ = read_folder(folder)
    assert from_json(compiled(pack), "pack.json") == pack


def test_a_compiled_pack_compiles_to_itself() -> None:
    assert compiled(from_json(COMPILED, "pack.json")) == COMPILED


def test_the_compiled_bytes_are_the_same_in_every_process() -> None:
    code = "from tests.specimens import *; from readtwice.pack import compiled; print(ascii(compiled(good_pack())))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        assert run.stdout.strip() == ascii(COMPILED)


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
    "of another format": with_(2, "format"),
    "without an article": without("article"),
    "without a slug": without("slug"),
    "a sentence without its place": without("article", "sentences", 0, "start"),
    "an unknown field of a block": with_("red", "article", "blocks", 0, "colour"),
    "items are a number": with_(3, "items"),
    "an item is a text": with_("one", "items", 0),
    "an item without a key": without("items", 0, "key"),
    "an item with an unknown field": with_("red", "items", 0, "colour"),
    "options are a list": with_([], "items", 0, "options"),
    "a quote without its span": without("items", 0, "sides", 0, 0, "span"),
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
        load_pack_file(path)
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
