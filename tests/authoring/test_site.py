"""The parts of the site that need no network and no browser: pages, wheels, pins."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pytest

from readtwice.words import words
from tests.browser.lab import COURSE
from tests.notebooks import NO_LESSON

pytest.importorskip("jinja2")
pytest.importorskip("mistune")

from readtwice.authoring.site import SiteError, app, make_site, pages, parts, wheels

LINK = re.compile(r'<(?:a|link|img|script)\b[^>]*?\b(?:href|src)="([^"#]+)(?:#[^"]*)?"')


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain pages of the course, as `make site` writes them."""
    target = tmp_path_factory.mktemp("plain")
    pages.make(COURSE, target, 54, ["pyodide/pyodide.mjs"])
    return target


def test_every_link_between_plain_pages_leads_somewhere(plain: Path) -> None:
    made = [path for path in plain.rglob("*.html") if "paper" not in path.parts]
    assert len(made) > 40
    elsewhere = {"icon-120x120.png"}  # JupyterLite brings it
    for page in made:
        for link in LINK.findall(page.read_text("utf-8")):
            if link.startswith(("http", "mailto", "data")):
                continue
            if pages.RUNS.split("?")[0] in link:
                notebook = link.split("path=")[1]
                assert (COURSE / notebook).is_file(), f"{page.name}: {link}"
            elif Path(link).name not in elsewhere:
                assert (page.parent / link).is_file(), f"{page.relative_to(plain)}: {link}"


def test_nothing_on_a_plain_page_comes_from_elsewhere(plain: Path) -> None:
    loads = re.compile(r'<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="(https?:[^"]+)"')
    assert {path.name: found for path in plain.rglob("*.html") if (found := loads.findall(path.read_text()))} == {}


def test_the_front_page_says_what_is_known_and_what_is_not(plain: Path) -> None:
    front = (plain / "index.html").read_text("utf-8")
    for line in (*words()["site"]["known"], *words()["site"]["saved"], words()["site"]["data"]):
        assert line in front
    assert front.index("Start the course") < front.index("<h2")
    assert front.count('href="lessons/') == sum(path.stem not in NO_LESSON for path in COURSE.glob("notebooks/*.ipynb"))


def test_a_lesson_can_be_read_without_a_script(plain: Path) -> None:
    text = (plain / "lessons" / "01_contradictions.html").read_text("utf-8")
    assert "Defense Secretary Pete Hegseth" in text, "the article itself"
    assert words()["static"]["not_running"] not in text, "nothing can run on this page"
    assert words()["site"]["no_script"] in text


def test_links_of_a_notebook_lead_to_pages_of_the_site() -> None:
    known = pages.page_names(COURSE)
    html = '<a href="../exercises/01_contradictions/practice.ipynb#x">p</a><img src="pictures/a.png">'
    html += '<a href="teacher/one_shot_projector.ipynb">q</a><a href="https://example.org/">r</a>'
    made = pages.with_links(html, "notebooks/01_contradictions.ipynb", "lessons/01_contradictions.html", known)
    assert LINK.findall(made) == [
        "../practice/01_contradictions/practice.html",
        "../pictures/a.png",
        "../notebooks/index.html?path=notebooks/teacher/one_shot_projector.ipynb",
        "https://example.org/",
    ]


def wheel(name: str, files: dict[str, str], needs: tuple[str, ...] = ()) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for path, text in files.items():
            out.writestr(path, text)
        told = "".join(f"Requires-Dist: {one}\n" for one in needs)
        out.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{told}")
    return made.getvalue()


def test_compiled_parts_and_tests_stay_behind(tmp_path: Path) -> None:
    path = tmp_path / "yaml-1.0-cp314-cp314-manylinux_2_28_x86_64.whl"
    path.write_bytes(wheel("yaml", {"yaml/a.py": "", "yaml/_a.so": "", "yaml/tests/t.py": "", "yaml/py.typed": ""}))
    with zipfile.ZipFile(io.BytesIO(wheels.repacked(path))) as made:
        assert made.namelist() == ["yaml-1.0.dist-info/METADATA", "yaml/a.py", "yaml/py.typed"]


def test_a_module_that_waits_brings_what_it_needs_and_nothing_that_is_there() -> None:
    made = {
        name: wheels.package(f"{name}-1.0-py3-none-any.whl", wheel(name, {f"{name}/a.pyc": ""}, needs), have)
        for have in [["charts", "tables", "core", "nowhere"]]
        for name, needs in {
            "charts": ("tables>=1", "core", "other", 'gone; python_version < "3"'),
            "tables": ("core",),
            "core": (),
        }.items()
    }
    for name in wheels.AT_START:
        made[name] = wheels.Package(name, "1.0", f"{name}.whl", b"", (name,), ("core",) if name == "readtwice" else ())
    files = {name: f"{name}-1.0-py3-none-any.whl" for name in ("core", "tables", "charts")}
    assert wheels.later(made) == {"charts": files, "tables": {name: files[name] for name in ("core", "tables")}}


@pytest.mark.parametrize("name", wheels.STAND_INS)
def test_stand_ins_are_whole_wheels(name: str) -> None:
    found = wheels.package(f"{name}-1.0-py3-none-any.whl", wheels.stand_in(name), ())
    assert (found.name, found.modules) == (name, (name,))


def test_another_pyodide_than_the_pinned_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "npm").write_text(
        "#!/bin/sh\necho not pyodide > ${3#pyodide@} && mv ${3#pyodide@} pyodide-${3#pyodide@}.tgz\n"
    )
    (tools / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    cache = tmp_path / "cache"
    cache.mkdir()
    with pytest.raises(SiteError, match=r"is not what .* pins"):
        parts.fetch_pyodide(COURSE, cache)
    assert list(cache.iterdir()) == []


def test_a_folder_with_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SiteError, match="holds something else"):
        make_site(COURSE, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_the_pins_of_the_browser_have_hashes_and_no_addresses() -> None:
    for name in (parts.WHEELS, parts.PYODIDE):
        text = (COURSE / name).read_text("utf-8")
        assert "://" not in text
        assert len(re.findall(r"^\S+==\S+ \\$", text, re.M)) > 0
        for entry in re.split(r"^(?=\S+==)", text, flags=re.M)[1:]:
            assert re.fullmatch(r"\S+==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", entry)


def test_the_course_runs_in_the_browser_with_its_own_versions() -> None:
    """All but the few that cannot run there stand in both locks alike."""
    pin = re.compile(r"^([\w.-]+)==(\S+)", re.M)
    course = dict(pin.findall((COURSE / "binder/requirements.txt").read_text("utf-8")))
    browser = dict(pin.findall((COURSE / parts.WHEELS).read_text("utf-8")))
    assert {name for name, version in browser.items() if course.get(name, version) != version} == {"jsonschema"}


def test_a_notebook_of_the_site_asks_for_its_kernel_and_is_else_the_same() -> None:
    text = (COURSE / "notebooks/01_contradictions.ipynb").read_text("utf-8")
    made = app.for_pyodide(text)
    assert '"name": "python"' in made
    assert made.count('"cell_type"') == text.count('"cell_type"')
    assert hashlib.sha256(app.for_pyodide(made).encode()).digest() == hashlib.sha256(made.encode()).digest()
