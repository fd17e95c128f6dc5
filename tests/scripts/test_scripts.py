"""The scripts of the widgets, by Node: what each does with what Python really sends, and that the types fit it.

Where Node 20 or its tools are missing, this is skipped, visibly; in CI it fails instead.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import readtwice
from tests.scripts.node import HERE, missing, tool
from tests.scripts.payloads import payloads

HOME = Path(readtwice.__file__).parent
UNITS = sorted(path.name for path in HERE.glob("*.test.js"))

pytestmark = pytest.mark.skipif(bool(missing()) and not os.environ.get("CI"), reason=missing())


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    assert not missing(), missing()
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, env=os.environ | environment, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("records")
    return [payload.values for payload in payloads(folder)]


def test_every_script_has_a_payload_and_every_payload_is_answered_for(made: list[dict[str, Any]]) -> None:
    scripts = {path.relative_to(HOME).as_posix() for path in HOME.rglob("*.js") if "authoring" not in path.parts}
    assert {payload["script"] for payload in made} == scripts - {"page/core.js", "page/class.js"}


@pytest.mark.parametrize("unit", UNITS)
def test_units_in_node(unit: str, made: list[dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "payloads.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    done = run("node", "--test", "--test-reporter=tap", unit, READTWICE_PAYLOADS=str(path))
    assert done.returncode == 0, "\n".join(_failures(done.stdout)) or done.stderr
    written = len(re.findall(r"^test\(", (HERE / unit).read_text("utf-8"), re.MULTILINE))
    assert int(re.findall(r"^# pass (\d+)", done.stdout, re.MULTILINE)[0]) >= written > 0


def _failures(tap: str) -> Iterator[str]:
    """What a report says of tests that failed."""
    for block in re.split(r"^(?=\s*(?:not )?ok )", tap, flags=re.MULTILINE):
        if block.lstrip().startswith("not ok"):
            yield block


def checked(folder: Path, *lines: str) -> str:
    """What the type checker says of a file with these lines, beside all scripts."""
    (folder / "checked.ts").write_text("\n".join(lines), encoding="utf-8")
    settings = {
        "extends": str(HERE / "tsconfig.json"),
        "include": [str(HOME / "**/*.js"), str(HERE / "*.d.ts"), str(folder / "checked.ts")],
    }
    (folder / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    made_words = run("node", "words.js")
    assert made_words.returncode == 0, made_words.stderr
    return run(tool("tsc"), "-p", str(folder)).stdout


@cache
def view_type(script: str) -> str | None:
    """The type of a script's view, as a file beside it would import it."""
    source = (HOME / script).read_text(encoding="utf-8")
    named = re.search(r"@typedef \{.*\} View$|@typedef \{.*\} View\b|@typedef \{object\} View\b", source, re.MULTILINE)
    return f'import("{(HOME / script).as_posix()}").View' if named else None


def test_the_types_of_views_are_those_of_what_python_sends(made: list[dict[str, Any]], tmp_path: Path) -> None:
    """Every field of every view, and no other: what no script knows would travel for nothing."""
    lines, typed = [], set()
    for payload in made:
        name = view_type(payload["script"])
        if name:
            typed.add(payload["script"])
            for view in payload["views"]:
                lines.append(f"{{ const view: {name} & BaseView = {json.dumps(view)}; void view; }}")
    assert {payload["script"] for payload in made} - typed == {"page/end.js"}, "its view is empty"
    assert checked(tmp_path, "export {};", *lines) == ""


@pytest.mark.long
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("const words = {} as Words; words.judge.prevoius;", "prevoius"),
        ("const words = {} as Words; fill(words.judge.topic, {});", "topic"),
        ("const words = {} as Words; fill(words.judge.topic, { topic: 1, other: 2 });", "other"),
        ("const words = {} as Words; fill(words.ledger.room, {});", "left"),
        ('h("p", { clas: "x" });', "clas"),
        ('h("p", { onclik: () => {} });', "onclik"),
    ],
)
def test_what_is_misspelt_is_told(line: str, told: str, tmp_path: Path) -> None:
    said = checked(tmp_path, "export {};", line)
    assert said.count("error TS") == 1
    assert told in said


@pytest.mark.long
@pytest.mark.parametrize(
    "line",
    [
        'node.innerHTML = "<b>";',
        'node["outerHTML"] = "<b>";',
        'Object.assign(node, { innerHTML: "<b>" });',
        'node.insertAdjacentHTML("beforeend", "<b>");',
        'document.write("<b>");',
        'eval("1");',
        'fetch("x");',
        'new Function("1");',
        'new DOMParser().parseFromString("<b>", "text/html");',
    ],
)
def test_html_from_strings_and_what_fetches_or_runs_text_is_told(line: str, tmp_path: Path) -> None:
    path = tmp_path / "script.js"
    path.write_text(f"export function act(node) {{\n  {line}\n  return node;\n}}\n", encoding="utf-8")
    done = run(tool("biome"), "lint", "--error-on-warnings", str(path))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "script.js:2" in done.stdout + done.stderr


def test_core_holds_nothing_that_nobody_uses() -> None:
    core = "\n".join((HOME / "page" / name).read_text(encoding="utf-8") for name in ("core.js", "class.js"))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in HOME.rglob("*.js"))
    named = re.findall(r"^(?:async )?function (\w+)", core, re.MULTILINE)
    assert len(named) > 20
    assert [name for name in named if len(re.findall(rf"\b{name}\(", scripts)) < 2] == []


def test_the_lock_names_no_registry_and_has_a_hash_for_every_package() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages
    assert [name for name, one in packages.items() if "resolved" in one or "integrity" not in one] == []
