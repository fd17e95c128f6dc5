"""A teacher's way from thirty codes in a form to the report: three actions, no command, nothing left behind."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.classroom.reporting.example_class import LEARNERS
from readtwice.pack import load_pack
from readtwice.record import Record, new_slips
from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, cut_off
from tests.classroom.classes import FORM, code_of, record_of
from tests.publish import learners
from tests.publish.learners import take

NOTEBOOK = "notebooks/teacher/class_report.ipynb"
LATE_PIECES = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if ((data.byteLength ?? data.length) > 300000) setTimeout(() => send.call(this, data), 700);
  else send.call(this, data);
};
"""
"""Large messages are held back, so that whatever does not wait for them overtakes, as it may between two threads."""

LABELS = words()["report"]["labels"]


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The codes of thirty suspicious learners after a course."""
    folder = tmp_path_factory.mktemp("class")
    return [code_of(record_of(folder, learners.suspicious, seed, ("after",)), "after") for seed in range(30)]


def responses(codes: list[str]) -> bytes:
    """What a form with one question gives a teacher to download."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(["Timestamp", "Email Address", "Paste your code", "Anything else?"])
    for number, code in enumerate(codes):
        more = "=1+1 " + "and so on " * 5_000  # so much that the file travels in several pieces
        table.writerow([f"2026/11/24 10:{number:02} AM GMT+1", f"s{number}@school.example", f" {code} ", more])
    return out.getvalue().encode()


def desk(page: Page) -> Locator:
    return page.get_by_role("region", name=say("class_report.name"), exact=True)


def projectors(page: Page) -> Locator:
    return page.locator("section.rt:has(.rt-projector)")


def expect_ten_minutes(page: Page, region: Locator) -> None:
    """The projector below the report: the card that the report names, to read, to vote on, and a line to write."""
    steps = words()["report"]["tomorrow"]["step"]
    plan = region.locator(".rt-report-lines").nth(1)
    expect(plan).to_contain_text(steps["vote"]["does"])
    projector = projectors(page)
    seen = []
    for _ in range(8):  # a long story stands on several slides
        seen.append(projector.inner_text())
        if projector.locator("[data-key=next]").is_enabled():
            projector.locator("[data-key=next]").click()
        else:
            break
    asked = region.locator(".rt-report-large .rt-topic").text_content()
    assert asked
    assert [asked in one for one in seen[-3:]] == [False, True, False]
    for name, one in zip(("read", "vote", "write"), seen[-3:], strict=True):
        assert steps[name]["title"] in one
    assert steps["write"]["does"] in seen[-1]
    assert axe_findings(page) == []
    assert cut_off(page, 320) == []


def open_and_run(lab: Lab, page: Page) -> Locator:
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    expect(desk(page).get_by_role("button", name=say("class_report.make"))).to_be_visible()
    return desk(page)


def test_from_thirty_codes_in_a_form_to_the_report_in_three_actions(
    lab: Lab, tall_page: Page, codes: list[str], tmp_path: Path
) -> None:
    page = tall_page
    page.add_init_script(LATE_PIECES)
    region = open_and_run(lab, page)  # the first action
    expect(region).to_contain_text(say("report.example_note", count=LEARNERS))
    expect(region.locator(".rt-report caption").first).to_contain_text("invented learners")
    files = {"name": "Answers (Form responses 1).csv", "mimeType": "text/csv", "buffer": responses(codes)}
    region.get_by_label(say("class_report.files"), exact=True).set_input_files(files)  # type: ignore[arg-type]
    region.get_by_role("button", name=say("class_report.make")).click()
    expect(region).to_contain_text(say("class_report.made", learners=30, rejected=0))
    field = region.get_by_label(say("class_report.files"), exact=True)
    assert field.evaluate("field => field.files[0].name") == files["name"]  # not: "No file chosen"
    picture = region.locator(".rt-report > *").nth(2)  # below the title and the days
    expect(picture).to_have_class("rt-report-picture")
    expect(picture.locator("[role=graphics-document]")).to_have_attribute("aria-label", re.compile("of 100"))
    expect(picture.locator("svg")).to_be_visible()
    assert region.locator(".rt-report-headline").inner_text() != ""
    label = words()["report"]["labels"]["can_do"]
    first = region.locator(".rt-report-lines li").filter(has_text=label).first
    expect(first).to_contain_text(say("report.can_do.turns_down", when=words()["report"]["when"]["after"]))
    expect(region).not_to_contain_text("invented learners")
    expect(region).not_to_contain_text(say("report.example_note", count=LEARNERS))
    told = region.locator(".rt-report > :not(.rt-report-large)").all_inner_texts()  # a story itself says it is invented
    assert not any("invented" in one for one in told)
    assert axe_findings(page) == []
    for width in (320, 200):
        assert cut_off(page, width) == []
    region.get_by_role("button", name=say("class_report.project")).click()
    expect(projectors(page).locator("[data-key=card]")).to_be_focused()  # at its story, or at the card itself
    expect_ten_minutes(page, region)

    with page.expect_download() as begun:
        region.get_by_role("button", name=words()["class_report"]["download"]["report"]).click()
    html = Path(begun.value.path()).read_text(encoding="utf-8")
    assert begun.value.suggested_filename == "class-report.html"
    assert first.inner_text().split("\n")[-1] in html
    with page.expect_download() as begun:
        region.get_by_role("button", name=words()["class_report"]["download"]["share"]).click()
    shared = Path(begun.value.path()).read_text(encoding="utf-8")
    assert say("report.shared_title") in shared
    for kept in (html, shared):
        assert "school.example" not in kept
        assert not any(code in kept for code in codes)

    page.keyboard.press("Control+s")
    expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    saved = "".join(path.read_text(errors="replace") for path in lab.folder.rglob("*.ipynb"))
    assert not any(code in saved for code in codes)
    assert not lab.record.exists(), "a teacher's page saves nothing"

    # Another class beside it: a chart of both together, and one of each.
    region.get_by_role("button", name=say("class_report.keep")).click()
    expect(region).to_contain_text(say("class_report.kept", number=1))
    region.get_by_label(say("class_report.paste"), exact=True).fill(" ".join(codes[:12]))
    region.get_by_role("button", name=say("class_report.make")).click()
    expect(region.locator(".rt-report-picture [role=graphics-document]")).to_have_count(3)
    assert axe_findings(page) == []
    region.get_by_role("button", name=say("class_report.clear")).click()
    expect(region).to_contain_text(say("report.example_note", count=LEARNERS))
    expect(region.locator(".rt-report-picture [role=graphics-document]")).to_have_count(1)


@pytest.mark.slow
def test_by_keyboard_alone_from_a_chat(lab: Lab, tall_page: Page, codes: list[str]) -> None:
    page = tall_page
    region = open_and_run(lab, page)
    region.get_by_label(say("class_report.paste"), exact=True).focus()
    off = codes[9][:-1] + ("0" if codes[9][-1] != "0" else "1")
    page.keyboard.insert_text("10:02 Sir: here is mine " + " thanks\n10:03 ".join([*codes[:9], off]))
    page.keyboard.press("Tab")
    expect(region.locator('[data-key="file"]')).to_be_focused()
    page.keyboard.press("Tab")
    expect(region.get_by_role("button", name=say("class_report.make"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(region.locator('[data-key="said"]')).to_be_focused()
    expect(region).to_contain_text(say("class_report.made", learners=9, rejected=1))
    expect(region).to_contain_text(say("report.care.few", count=9))
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page) == []
    change_theme(page, "JupyterLab Light")
    region.locator('[data-key="said"]').focus()
    assert lab.cell_count(page) == len(
        page.evaluate("() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells")
    )
    share = region.locator('[data-key="download-share"]')
    for _ in range(20):
        if share.evaluate("(node) => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(region.locator('[data-key="said"]')).to_contain_text(say("report.shared_too_few", enough=10, count=9))


@pytest.mark.slow
def test_a_list_comes_back_with_a_column_for_the_gradebook(lab: Lab, tall_page: Page, tmp_path: Path) -> None:
    page = tall_page
    report = open_and_run(lab, page)
    region = page.get_by_role("region", name=say("gradebook_column.name"), exact=True)
    slips = new_slips(2)
    listed = f'Student,ID,SIS Login ID,Section,slip\n"Zander, Ada",17,ada,10b,{slips[0]}\nBo,18,bo,10b,{slips[1]}\n'
    roster = {"name": "grades.csv", "mimeType": "text/csv", "buffer": listed.encode()}
    region.get_by_label(say("gradebook_column.roster"), exact=True).set_input_files(roster)  # type: ignore[arg-type]
    make = region.get_by_role("button", name=say("gradebook_column.make"))
    make.click()
    expect(region).to_contain_text(say("gradebook_column.nothing_handed_in"))

    record = Record(tmp_path / "one", FORM)
    record.use_slip(slips[0])
    form = load_pack(FORM).form
    assert form
    take(record, learners.careful, [load_pack(FORM).item(card.item) for card in form.cards_of("first")], "before", FORM)
    report.get_by_label(say("class_report.paste"), exact=True).fill(code_of(record, "before"))
    report.get_by_role("button", name=say("class_report.make")).click()
    expect(report).to_contain_text(say("class_report.made", learners=1, rejected=0))
    expect(region.get_by_label(say("gradebook_column.by", label="the cards before", learners=1))).to_be_checked()
    make.click()
    change = say("gradebook.changes_line", slip=slips[0], line=2, held=say("gradebook.nothing_held"), earned="100")
    expect(region.get_by_role("listitem")).to_have_text([change])
    expect(region.locator('[data-key="said"]')).to_be_focused()
    expect(region.locator('[data-key="said"]')).to_contain_text(
        say("gradebook_column.missing", count=1, slips=slips[1])
    )
    assert cut_off(page, 320) == []
    with page.expect_download() as begun:
        region.get_by_role("button", name=say("gradebook_column.download", name="read-twice-canvas.csv")).click()
    rows = list(csv.reader(io.StringIO(Path(begun.value.path()).read_text(encoding="utf-8-sig"))))
    assert [(row[0], row[-1]) for row in rows[2:]] == [("Zander, Ada", "100"), ("Bo", "")]
    expect(report).not_to_contain_text("Zander")
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    assert "Zander" not in (lab.folder / NOTEBOOK).read_text(encoding="utf-8")
    assert axe_findings(page) == []
