"""The plain pages of the site: what can be read before anything loads, by search engines, and without JavaScript.

Made from the syllabus, the notebooks, the teacher's pages and the interface words.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from urllib.parse import quote

import mistune
import nbformat
from markupsafe import Markup

from readtwice.colours import STYLE
from readtwice.markup import html
from readtwice.page.standing_alone import filled
from readtwice.syllabus import syllabus
from readtwice.words import say, words

RUNS = "notebooks/index.html?path="
"""JupyterLite's page of a single notebook."""

APPLICATIONS = ("notebooks/index.html", "lab/index.html")
"""JupyterLite's pages that links of ours open."""

STATIC = ("can_run.js", "site.js", "start.py")
LOOK = "site.css"
LICENCES = {"LICENSE": "LICENSE.txt", "LICENSE-CONTENT": "LICENSE-CONTENT.txt"}
PICTURES = "notebooks/pictures"
TEACHERS = "notebooks/teacher"
_LINK = re.compile(r'(?P<before><(?:a|img)\b[^>]*?\b(?P<which>href|src)=")(?P<to>[^"#:]+)(?P<behind>#[^"]*)?"')
_HOW_TO_BEGIN = re.compile(r"^\*\*To begin:\*\*|run-all-cells", re.M)
_EMPTY_HEADER = re.compile(r"<th[^>]*></th>")
_TABLE = re.compile(r"<table(?=[ >])")
_FIRST_H3 = re.compile(r"<(/?)h3>")


def make(course: Path, target: Path, megabytes: int, ahead: list[str]) -> None:
    """Write all plain pages into `target`. `ahead` names the files that a reader's browser may fetch meanwhile."""
    static = Path(str(resources.files(__package__))) / "static"
    told = words()["site"]

    def write(name: str, template: str, **values: object) -> None:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        root = posixpath.relpath(".", posixpath.dirname(name) or ".") + "/"
        made = filled(f"authoring/site/templates/{template}", words=told, root=root, ahead=ahead, **values)
        path.write_text(made, "utf-8")

    for name in STATIC:
        shutil.copy(static / name, target / name)
    look = (static / LOOK).read_text("utf-8")
    (target / LOOK).write_text(STYLE + look, "utf-8")
    for name, place in LICENCES.items():
        shutil.copy(course / name, target / place)
    shutil.copytree(course / PICTURES, target / "pictures")
    without = shutil.ignore_patterns("*.ipynb", "*.md", ".ipynb_checkpoints")
    shutil.copytree(course / TEACHERS, target / "teachers", ignore=without)
    pages = page_names(course)
    for source, name in pages.items():
        if name == "index.html":
            continue  # the front page says the same, and is made below
        body, title, about = text_of(course / source)
        start = posixpath.relpath(runs(source), posixpath.dirname(name)) if source.endswith(".ipynb") else ""
        linked = Markup(with_links(body, source, name, pages))  # noqa: S704 (our own notebooks and pages)
        write(name, "text.html", title=title, about=about, body=linked, start=start)
    lessons = [
        {
            "title": lesson.title,
            "minutes": lesson.minutes,
            "learn": lesson.learn,
            "page": pages[f"notebooks/{lesson.notebook}.ipynb"],
            "sheets": [
                (told["sheets"][kind], pages[f"exercises/{lesson.notebook}/{kind}.ipynb"]) for kind in lesson.sheets
            ],
        }
        for lesson in syllabus().lessons
    ]
    first = {"start": runs(f"notebooks/{syllabus().lessons[0].notebook}.ipynb")}
    teachers = _for_teachers(told["for_teachers"], pages)
    write("index.html", "front.html", lessons=lessons, first=first, teachers=teachers, megabytes=megabytes)


def lead_away(course: Path, target: Path) -> None:
    """Let JupyterLite's pages lead, where no lesson can run, to the text of what was asked for."""
    where = filled("authoring/site/templates/texts.html", texts=page_names(course))
    title = html("<title>Read Twice: {}</title>", say("site.tagline"))
    for name in APPLICATIONS:
        path = target / name
        text = re.sub("<title>.*?</title>", lambda _: f"{title}\n{where}", path.read_text("utf-8"), count=1)
        path.write_text(text, "utf-8")


def _for_teachers(told: Mapping[str, str], pages: Mapping[str, str]) -> list[tuple[str, str]]:
    teacher = "notebooks/teacher"
    links = {
        "one_shot": pages["notebooks/one_shot.ipynb"],
        "one_shot_plan": pages[f"{teacher}/lessons/one_shot.md"],
        "one_shot_invented": pages["notebooks/one_shot_invented.ipynb"],
        "one_shot_invented_plan": pages[f"{teacher}/lessons/one_shot_invented.md"],
        "projector": runs(f"{teacher}/one_shot_projector.ipynb"),
        "paper": pages[f"{teacher}/paper/README.md"],
        "class_report": runs(f"{teacher}/class_report.ipynb"),
        "guide": pages[f"{teacher}/guide.md"],
        "care": pages[f"{teacher}/care.md"],
        "parents": pages[f"{teacher}/for_parents_and_heads.md"],
        "running": pages[f"{teacher}/running.md"],
        "doctor": runs(f"{teacher}/doctor.ipynb"),
    }
    return [(name, links[key]) for key, name in told.items()]


def runs(notebook: str) -> str:
    """Where a notebook of the course opens and runs, from the site's root."""
    return RUNS + quote(notebook)


def page_names(course: Path) -> dict[str, str]:
    """For each file of the course that has a plain page, where that page stands in the site."""
    names = {}
    for path in sorted(course.glob("notebooks/*.ipynb")):
        names[f"notebooks/{path.name}"] = f"lessons/{path.stem}.html"
    for path in sorted(course.glob("exercises/*/*.ipynb")):
        names[path.relative_to(course).as_posix()] = f"practice/{path.parent.name}/{path.stem}.html"
    for path in sorted(course.glob("notebooks/teacher/**/*.md")):
        below = path.relative_to(course / "notebooks/teacher")
        stem = "index" if below.stem == "README" else below.stem
        names[path.relative_to(course).as_posix()] = f"teachers/{(below.parent / stem).as_posix()}.html"
    names |= {"CORRECTIONS.md": "corrections.html", "README.md": "index.html"}
    return names


def text_of(path: Path) -> tuple[str, str, str]:
    """A page's text as HTML, its title, and its first sentences without markup."""
    if path.suffix == ".md":
        parts = [("markdown", path.read_text("utf-8"))]
    else:
        parts = [part for cell in nbformat.read(path, 4).cells for part in _of_cell(cell)]
    plain = [text for kind, text in parts if kind == "markdown"]
    heading, _, rest = plain[0].partition("\n")
    pieces = [
        _html(text) if kind == "markdown" else html('<div class="output">{}</div>', Markup(text))  # noqa: S704 (ours)
        for kind, text in parts
    ]
    body = _EMPTY_HEADER.sub("<td></td>", "\n".join(pieces))  # a header without a word is none
    if "<h3" in body.partition("<h2")[0]:  # what a page begins with stands right below its title
        body = _FIRST_H3.sub(r"<\1h2>", body, count=2)
    body = _TABLE.sub(r'\g<0> tabindex="0"', body)  # on a phone it scrolls sideways, by keyboard too
    about = " ".join(re.sub(r"[*_#`<>|\[\]]|\(\S+\)", " ", rest or plain[1]).split())[:200]
    return body, heading.lstrip("# ").strip(), about


def _of_cell(cell: nbformat.NotebookNode) -> list[tuple[str, str]]:
    """What a reader sees of a cell: its text, or what it showed when it was stored. Code is left out."""
    if cell.cell_type == "markdown":
        kept = [
            part for part in cell.source.split("\n\n") if not _HOW_TO_BEGIN.match(part) and "run-all-cells" not in part
        ]
        return [("markdown", "\n\n".join(kept))] if kept else []
    shown = [output.data["text/html"] for output in cell.get("outputs", ()) if "text/html" in output.get("data", {})]
    machinery = [html("<h3>{}</h3>", name) for name in (say("start.name"), say("end.name"))]
    return [("html", _at_rest(one)) for one in shown if not any(part in one for part in machinery)]


def _at_rest(stored: str) -> str:
    """A stored output without what it says to somebody who could run it where it stands."""
    head = html("<p><strong>{}</strong></p>", say("static.not_running"))
    foot = html("<p><em>{}</em></p>", say("static.widgets_missing"))
    return stored.replace(head, "").replace(foot, "")


_html: Callable[[str], str] = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])  # type: ignore[assignment]


def with_links(text: str, source: str, name: str, pages: Mapping[str, str]) -> str:
    """The same, with links that lead to the site's own pages; what has none opens where it runs."""

    def led(found: re.Match[str]) -> str:
        to = posixpath.normpath(posixpath.join(posixpath.dirname(source), found["to"]))
        markdown = f"{to.removesuffix('.ipynb')}.md"
        if found["which"] == "src":
            place = to.replace(PICTURES, "pictures", 1)
        elif to in LICENCES:
            place = LICENCES[to]
        elif to in pages or markdown in pages:
            place = pages.get(to) or pages[markdown]
        elif to.startswith("notebooks/teacher/") and not to.endswith(".ipynb"):
            place = to.replace("notebooks/teacher", "teachers", 1)
        elif to.endswith(".ipynb"):
            place = runs(to)
        else:
            return found[0]
        return f'{found["before"]}{posixpath.relpath(place, posixpath.dirname(name) or ".")}{found["behind"] or ""}"'

    return _LINK.sub(led, text)
