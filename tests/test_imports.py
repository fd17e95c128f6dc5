"""What a learner's kernel loads: little at first, and never what only authors need."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.loaded import FOR_AUTHORS, HEAVY, loaded_by, packages

pytestmark = pytest.mark.long  # a fresh process for each


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not packages(loaded_by("import readtwice")) & HEAVY


def test_a_lesson_loads_nothing_that_only_authors_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path))
    code = "from readtwice import course\ncourse.item('name-b06-b11').check('clash')"
    assert not packages(loaded_by(code)) & FOR_AUTHORS


def test_the_first_cell_waits_for_no_part_that_few_pages_ask_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path))
    begun = loaded_by("from readtwice import course\ncourse.start()")
    later = {"figures.figure", "pack.form", "pack.one_shot", "pack.paper", "pack.captions", "record.result_code"}
    later |= {"article.markdown", "article.selectors", "article.article", "page.demand", "marking"}
    later |= {"pack.item", "pack.compiled", "record.card_sets"}  # a page begins without its pack
    assert begun & {f"readtwice.{one}" for one in later} == set()
    asked = loaded_by("from readtwice import course\ncourse.start()\nassert course.session().pack.paper.lessons")
    assert "readtwice.pack.paper" in asked


def test_altair_is_loaded_where_a_chart_is_drawn_and_not_before() -> None:
    rooms = "course, page, activities, record, publish, classroom"
    every = f"import pkgutil, importlib\nfrom readtwice import {rooms}\n" + (
        f"for room in ({rooms}):\n"
        "    for one in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(one.name)"
    )
    loaded = loaded_by(every)
    assert {
        "readtwice.course.charts",
        "readtwice.activities.comparison.widget",
        "readtwice.activities.voices.who_speaks",
    } <= loaded
    assert "altair" not in loaded
    assert "altair" in loaded_by("import readtwice.charts")


def test_a_lesson_adds_no_part_of_ipython_to_what_widgets_load() -> None:
    extra = loaded_by("from readtwice import course") - loaded_by("import ipywidgets, anywidget")
    assert {module for module in extra if module.startswith("IPython")} == set()


@pytest.mark.parametrize("room", ["article", "words", "pack", "reading", "marking", "statistics", "record"])
def test_the_lower_floors_load_no_widgets(room: str) -> None:
    assert not packages(loaded_by(f"import readtwice.{room}")) & HEAVY


def test_measuring_a_text_loads_nothing_that_fetches_a_dictionary() -> None:
    loaded = loaded_by("from readtwice.reading.readability import readability\nreadability('The mayor came.')")
    assert "textstat" in loaded
    assert not packages(loaded) & {"nltk", "numpy", "scipy", "sklearn"}


@pytest.mark.parametrize("room", ["article", "pack", "record"])
def test_no_name_of_a_room_is_that_of_a_module_in_it(room: str) -> None:
    """Importing a module sets its name in the room, and would put itself in the place of what is imported later."""
    package = import_module(f"readtwice.{room}")
    assert not set(package.__all__) & {path.stem for path in Path(package.__file__ or "").parent.iterdir()}
    for name in package.__all__:
        assert getattr(package, name) is not None
