"""What CONTRIBUTING says of a change is true: each is made in a copy, works there, and touches no more files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat
import pytest

from readtwice.colours import colour
from readtwice.record import new_slips
from readtwice.syllabus import syllabus
from tests.classroom.classes import handed_in
from tests.notebooks import COURSE
from tests.words import made_up

pytestmark = pytest.mark.long

ACTIVITY = {
    "src/readtwice/activities/echo/__init__.py": '"""Says again what is said."""\n',
    "src/readtwice/activities/echo/about.py": """from readtwice.activities.activity import Activity

ABOUT = Activity(name="echo", verbs=("echo",), events=("echo-",))
""",
    "src/readtwice/activities/echo/verbs.py": """from readtwice.page.open import session
from readtwice.page.reply import Reply, told
from readtwice.words import say


def echo(text: str) -> Reply:
    session().save("echo-1", text)
    return told([say("echo.said", text=text)])
""",
}
EVENT_STAYS_IN = """
from readtwice import course
print(course.echo("my own words"))
from readtwice.publish.leaving import chosen, written
(event,) = course.session().record.events
print(event.item, chosen(event, course.session().pack), written(event, course.session().pack))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The course without its environment: enough to change it and to run it."""
    for name in ("src", "notebooks", "exercises"):
        shutil.copytree(COURSE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(COURSE / "README.md", tmp_path)
    return tmp_path


def run(course: Path, *arguments: str, inside: str = "", **more: str) -> str:
    """What Python prints with the package of the copy, in a folder of it, with more in the environment."""
    path = {**os.environ, "PYTHONPATH": str(course / "src"), "READTWICE_RECORD_DIR": str(course / "my-work"), **more}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=path, cwd=course / inside, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def change(course: Path, replaced: Mapping[str, tuple[str, str]], written: Mapping[str, str]) -> int:
    """Make a change by hand. Returns how many files it touched."""
    for name, (old, new) in replaced.items():
        text = (course / name).read_text("utf-8")
        assert old in text, name
        (course / name).write_text(text.replace(old, new, 1), "utf-8")
    for name, text in written.items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text, "utf-8")
    return len({*replaced, *written})


def files(course: Path) -> dict[str, bytes]:
    """What stands in each file of the course."""
    found = (path for path in course.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(course).as_posix(): path.read_bytes() for path in found}


def test_a_new_activity_is_a_folder_a_line_and_its_words(copy: Path) -> None:
    before = {path for path in (copy / "src").rglob("*") if path.is_file()}
    change(
        copy,
        {
            "src/readtwice/activities/__init__.py": (
                'KINDS = (\n    "first_look",\n',
                'KINDS = (\n    "first_look",\n    "echo",\n',
            ),
            "src/readtwice/words/en.json": ("{\n", '{\n "echo": {"said": "You said: {text}"},\n'),
        },
        ACTIVITY,
    )
    assert run(copy, "-c", EVENT_STAYS_IN).splitlines() == ["You said: my own words", "echo-1 None None"]
    new = {path for path in (copy / "src").rglob("*.py")} - before
    assert {path.parent.name for path in new} == {"echo"}


AGAIN = """
from readtwice import classroom, course
print([card["id"] for card in course.judge("11", "solo").view["cards"]])
print([one["code"] for one in classroom.gradebook_column("form-a", "skate-park").view["work"]])
"""


LESSON = {
    "title": """# 11 · Once more

Do it once more. After this lesson you can do it alone.

35 minutes. Before this: [lesson 10: Read your own article](10_read_your_own_article.ipynb).""",
    "plan": "| minutes | what |\n|---|---|\n| 0 to 35 | one card |",
    "begin": "from readtwice import course\n\ncourse.start()",
    "judge": 'course.judge("11", "solo")',
    "kept": """## Now you can

- do it once.
- do it alone.

**Next:** whatever you read. Read it twice.

*Our own text: CC BY 4.0.*""",
    "end": "course.end()",
}
FOR_TEACHERS = """# Teaching lesson 11: Once more

**Aim.** Learners do it alone.

## The plan

| part of the lesson | 45 | 60 | 90 |
|---|---|---|---|
| arrive, open the page | 5 | 5 | 5 |
| **Judge one pair** | 40 | 55 | 85 |
| together | 45 | 60 | 90 |

## What to say

- “Read it once.”
- “Then read it twice.”
- “Which words decide it?”

## Expected wrong answers

<!-- expected answers: again clash -->
<!-- end -->
"""
AROUND_A_LESSON = [
    *("syllabus", "authoring/test_hour_card.py", "authoring/test_teacher_pages.py", "authoring/test_own_pages.py"),
    "notebooks/test_ends.py",
    "notebooks/test_paper.py::test_the_index_names_every_page",
    "notebooks/test_paper.py::test_the_finished_sheets_are_current",
    "notebooks/test_teacher_guide.py::test_each_lesson_has_its_page",
    "notebooks/test_teacher_guide.py::test_links_lead_to_files_and_headings_that_exist",
    "notebooks/test_files.py::test_links_and_pictures_lead_to_files_that_exist",
]
"""What the house demands around a lesson. What its own pages have to hold is left to who writes them."""


def as_a_notebook(cells: Mapping[str, str]) -> str:
    """A notebook with a cell for each id, of code where it calls the course."""
    made = []
    for cell_id, source in cells.items():
        make = nbformat.v4.new_code_cell if "course." in source else nbformat.v4.new_markdown_cell
        made.append(make(source, id=cell_id))
    return nbformat.writes(nbformat.v4.new_notebook(cells=made))


def test_a_new_lesson_touches_five_files_and_the_house_asks_no_more(copy: Path) -> None:
    for name in ("binder", "docs", "solutions", "tests"):
        shutil.copytree(COURSE / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for path in (*COURSE.glob("*.md"), *COURSE.glob("LICENSE*"), COURSE / "Makefile", COURSE / "pyproject.toml"):
        shutil.copy(path, copy)
    pack = f"src/readtwice/packs/{syllabus().article}"
    toml, paper, items = "src/readtwice/syllabus/course.toml", f"{pack}/paper.yaml", f"{pack}/items/11/solo.yaml"
    entry = '\n[[lessons]]\nid = "11"\nnotebook = "11_again"\ntitle = "Once more"\nlearn = "do it once more"\n'
    entry += 'afterwards = "do it alone"\nminutes = 35\npages = { sheet = 2, answers = 1 }\n'
    part = (
        '\n  - id: "11"\n    name: again\n    title: Once more\n    parts:\n      - does: cards\n        of: [again]\n'
    )
    first, _, _ = (copy / pack / "items/01/solo.yaml").read_text("utf-8").partition("\n\n")
    first = first.replace("the same in other words", "different things", 1).replace('lesson: "01"', 'lesson: "11"')
    touched = change(
        copy,
        {},
        {
            toml: (copy / toml).read_text("utf-8") + entry,
            "notebooks/11_again.ipynb": as_a_notebook(LESSON),
            items: re.sub("(?m)^- id: .*", "- id: again", first),
            paper: (copy / paper).read_text("utf-8") + part,
            "notebooks/teacher/lessons/11_again.md": FOR_TEACHERS,
        },
    )
    assert touched <= 5
    assert "0 problems" in run(copy, "-m", "readtwice.cli", "check", pack, "--write")
    pages = [path.relative_to(copy).as_posix() for path in sorted(copy.glob("notebooks/1*.ipynb"))]
    for command in (
        ["run", *pages],
        ["exercises"],
        ["teacher-pages"],
        ["own-pages"],
        ["print", "--all", "notebooks/teacher/paper"],
    ):
        run(copy, "-m", "readtwice.cli", *command)
    front, guide = ((copy / name).read_text("utf-8") for name in ("README.md", "notebooks/teacher/guide.md"))
    assert "| 11 | [Once more](notebooks/11_again.ipynb) | do it once more | 35 |" in front
    assert "(lessons/11_again.md) | do it alone |" in guide
    cards, column = run(copy, "-c", AGAIN).splitlines()
    assert cards == "['again']"
    assert "'11'" in column
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{name}" for name in AROUND_A_LESSON))


def test_a_new_format_of_files_touches_three(copy: Path) -> None:
    room = "src/readtwice/activities/fact_check"
    touched = change(
        copy,
        {
            f"{room}/export.py": (
                "EXPORTS = {\n",
                'EXPORTS = {\n    "count": (".txt", lambda found, pack: f"{len(found)}"),\n',
            ),
            "src/readtwice/words/en.json": ('"formats": {', '"formats": {"count": "How many", '),
        },
        {},
    )
    assert touched <= 3
    formats = "from readtwice.publish import SUFFIX; print(SUFFIX['count'])\nfrom readtwice import course\n"
    shown = run(copy, "-c", f"{formats}print([f['code'] for f in course.exports().view['formats']][:1])")
    assert shown.splitlines() == [".txt", "['count']"]
    assert "count," in run(copy, "-m", "readtwice.cli", "export", "--help")


DESK = """
def _desk(roster: Roster, column: _Column) -> _Made:
    filled = [[row.slip, column.filled(row), "#"] for row in roster.rows if row.slip]
    return as_csv([["Slip", f"{column.title} Points Grade", "End-of-Line Indicator"], *filled]), ()


PLATFORMS = {
"""
ON_THE_PAGE = """
from readtwice import classroom
column = classroom.gradebook_column("form-a", "skate-park")
print([one["label"] for one in column.view["formats"]])
"""


def test_another_platforms_gradebook_touches_two(copy: Path) -> None:
    touched = change(
        copy,
        {
            "src/readtwice/classroom/gradebooks/gradebook.py": (
                "\nPLATFORMS = {\n",
                f'{DESK}    "desk": Platform(_desk),\n',
            ),
            "src/readtwice/words/en.json": ('"canvas": "Canvas",', '"desk": "Our Desk", "canvas": "Canvas",'),
        },
        {},
    )
    assert touched <= 2
    (slip,) = new_slips(1)
    (copy / "list.csv").write_text(f"name,slip\nAda,{slip}\n", "utf-8")
    done = handed_in(copy, slip)
    command = ("-m", "readtwice.cli", "gradebook", str(done), "--roster", "list.csv", "--format", "desk")
    head, line = run(copy, *command).splitlines()
    assert head == 'Slip,"Read Twice, before Points Grade",End-of-Line Indicator'
    assert line.startswith(f"{slip},")
    assert line.endswith(",#")
    assert "Our Desk" in run(copy, "-c", ON_THE_PAGE)
    assert "desk," in run(copy, "-m", "readtwice.cli", "gradebook", "--help")


REPORT = """
import json
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.example_class import example_class
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.values import as_json
from readtwice.pack import load_pack
form = load_pack("form-a")
report = class_report(example_class(form), {"form-a": form})
print("Said to be sure" in as_page(report), [one["surely"] for one in as_json(report)["discernment"]])
"""


def test_a_new_statistic_in_the_report_touches_four(copy: Path) -> None:
    room = "src/readtwice/classroom/reporting"
    touched = change(
        copy,
        {
            f"{room}/figures.py": ("    habit: Habit | None\n", "    habit: Habit | None\n    surely: int\n"),
            f"{room}/class_report.py": (
                "        habit=_habit(answers),\n",
                "        habit=_habit(answers),\n        surely=sum(one.given.sure for one in answers),\n",
            ),
            f"{room}/content.py": (
                '        "misses": [',
                '        "surely": [(on.surely, on.sound + on.flawed) for on in occasions],\n        "misses": [',
            ),
            "src/readtwice/words/en.json": (
                '   "kept": "Kept: sound',
                '   "surely": "Said to be sure",\n   "kept": "Kept: sound',
            ),
        },
        {},
    )
    assert touched <= 4
    is_shown, surely = run(copy, "-c", REPORT).strip().split(" ", 1)
    assert is_shown == "True"
    assert all(count > 0 for count in json.loads(surely))


PAINTED = """
import json
from readtwice.activities.projector.widget import Projector
from readtwice.publish.print_pack import lessons_of, page, printed
from readtwice.charts import Bar, bar_chart
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.example_class import example_class
from readtwice.classroom.reporting.page import as_page
from readtwice.pack import load_pack
from readtwice.page.base import PageWidget
pack, form = load_pack("skate-park"), load_pack("form-a")
chart = bar_chart([Bar("Elsa", 3, "3")], title="M", description="M.", label_name="C", value_name="L")
report = class_report(example_class(form), {"form-a": form})
print(json.dumps({
    "scripts": PageWidget._css, "projector": Projector._css, "charts": json.dumps(chart.specification),
    "paper": page(pack, [printed(pack, lessons_of(pack)[0])]), "reports": as_page(report),
}))
"""


def test_a_colour_touches_one(copy: Path) -> None:
    before = colour("line")
    assert change(copy, {"src/readtwice/colours/colours.css": (before, "#123abc")}, {}) == 1
    for name, text in json.loads(run(copy, "-c", PAINTED)).items():
        assert "#123abc" in text, name
        assert before not in text, name
        assert name == "charts" or "var(--rt-line)" in text, name


def test_another_article_is_a_folder_anywhere(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "skate-park"
    shutil.copytree(copy / "src/readtwice/packs/skate-park", folder)
    (folder / "pack.json").unlink()
    assert "0 problems" in run(copy, "-m", "readtwice.cli", "check", str(folder), "--write")
    assert (folder / "pack.json").is_file()
    run(copy, "-m", "readtwice.cli", "print", str(folder), "-o", "sheet.html")
    assert "<!DOCTYPE html>" in (copy / "sheet.html").read_text("utf-8")


def test_another_language_is_its_words_notebooks_and_packs(copy: Path) -> None:
    """A made-up one: a file of words, a folder of notebooks, a folder of a pack. Nothing says that they are there."""
    code = made_up.CODE
    english = json.loads((copy / "src/readtwice/words/en.json").read_text("utf-8"))
    before = files(copy)
    words = {f"src/readtwice/words/{code}.json": json.dumps(made_up.accented(english))}
    lesson = f"notebooks/{code}/01_contradictions.ipynb"
    packs, slug = f"src/readtwice/packs/{code}", "hegseth-nato-2025"
    change(copy, {}, words)
    (copy / lesson).parent.mkdir()
    shutil.copy(copy / "notebooks/01_contradictions.ipynb", copy / lesson)
    shutil.copytree(copy / f"src/readtwice/packs/{slug}", copy / packs / slug)
    (copy / packs / slug / "pack.json").unlink()
    article = (copy / packs / slug / "article.md").read_text("utf-8")
    (copy / packs / slug / "article.md").write_text(
        article.replace("language: en\n", f"language: {code}\n", 1), "utf-8"
    )

    spoken = {"READTWICE_LANGUAGE": code}
    assert made_up.accented("0 problems") in run(
        copy, "-m", "readtwice.cli", "check", f"{packs}/{slug}", "--write", **spoken
    )
    shown = "from readtwice import course; print(course.ledger('b04-b11').title())"
    shown += "; print(course.session().pack.article.front_matter['language'])"
    here = run(copy, "-c", shown, inside=f"notebooks/{code}")
    assert here.splitlines() == [made_up.accented(english["ledger"]["name"]), code]
    assert run(copy, "-c", shown, inside="notebooks").splitlines() == [english["ledger"]["name"], "en"]
    run(copy, "-m", "readtwice.cli", "run", lesson)
    outputs = "".join(json.loads((copy / lesson).read_text("utf-8"))["cells"][-1]["outputs"][0]["data"]["text/html"])
    assert made_up.accented(english["static"]["not_running"]) in outputs
    assert english["static"]["not_running"] not in outputs
    assert english["page"]["needs"].split("{")[0] not in (copy / lesson).read_text("utf-8"), "the check of versions"
    touched = {name for name, held in files(copy).items() if before.get(name) != held}
    places = (f"src/readtwice/words/{code}.json", f"notebooks/{code}/", f"{packs}/", "my-work/")
    assert [name for name in touched if not name.startswith(places)] == []


def test_what_a_contributor_reads_first_fits_eight_kilobytes() -> None:
    assert len((COURSE / "CONTRIBUTING.md").read_bytes()) <= 8192
