"""A borrowed zip is hostile until checked: nothing in it runs, lands elsewhere, deceives or floods."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from readtwice.cli import main
from readtwice.lessons.opened import open_lesson
from readtwice.lessons.zipped import ALLOWED, MAXIMUM_FILE, NotALesson, lesson_files, reason_against, zipped
from readtwice.words import say
from tests.lessons.desk import Desk
from tests.lessons.pond import ARTICLE, EXIT, FIGURES, FILES, ITEMS
from tests.specimens import GOOD, copy_of

SHIPPED_SLUG = ARTICLE.replace("slug: pond", "slug: skate-park")


def changed(**files: str) -> bytes:
    """The small lesson with other files, `__` for a slash and `_DOT_` for a point in their names."""
    named = {name.replace("__", "/").replace("_DOT_", "."): text for name, text in files.items()}
    return zipped({**FILES, **named})


def added(name: str, content: bytes | str = "x", **about: int) -> bytes:
    """The small lesson with one more member, of any name and kind."""
    made = io.BytesIO(zipped(FILES))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as into:
        member = zipfile.ZipInfo(name)
        for field, value in about.items():
            setattr(member, field, value)
        into.writestr(member, content, member.compress_type or zipfile.ZIP_DEFLATED)
    return made.getvalue()


def article(find: str, put: str) -> bytes:
    assert find in ARTICLE
    return zipped({**FILES, "article.md": ARTICLE.replace(find, put)})


def many(count: int) -> bytes:
    made = io.BytesIO(zipped(FILES))
    with zipfile.ZipFile(made, "a") as into:
        for number in range(count):
            into.writestr(f"__MACOSX/{number}", "")
    return made.getvalue()


def lying_about_its_size() -> bytes:
    """A member that unpacks to more than its directory says."""
    made = bytearray(added("items/02/solo.yaml", "- id: a\n" * 200_000))
    place = made.rfind(b"PK\x01\x02")
    made[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(made)


def in_the_text(words: str) -> bytes:
    return zipped({**FILES, "article.md": f"{ARTICLE}\n{words}\n"})


def topic(text: str) -> bytes:
    return changed(items__01__exit_DOT_yaml=EXIT.replace("a day without swimming", text))


def altered(place: int, content: bytes, of: bytes = b"PK\x01\x02") -> bytes:
    """The small lesson with other bytes so far behind the first of these marks."""
    made = bytearray(zipped(FILES))
    start = made.find(of) + place
    made[start : start + len(content)] = content
    return bytes(made)


def overlapping() -> bytes:
    """Many members that all unpack the same bytes."""
    made = io.BytesIO(zipped(FILES))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as into:
        first = into.getinfo("article.md")
        for number in range(10, 30):
            member = zipfile.ZipInfo(f"items/{number}/solo.yaml")
            for field in ("header_offset", "CRC", "file_size", "compress_size", "compress_type"):
                setattr(member, field, getattr(first, field))
            into.filelist.append(member)
        into._didModify = True  # type: ignore[attr-defined]  # there is no public way to write a lie
    return made.getvalue()


def front(name: str, told: str) -> bytes:
    """The small lesson with another value, or one more, in its front matter."""
    fields = "".join(f"{line}\n" for line in ARTICLE.splitlines()[1:8] if not line.startswith(f"{name}:"))
    body = ARTICLE.split("---\n", 2)[2]
    return zipped({**FILES, "article.md": f"---\n{fields}{name}: {told}\n---\n{body}"})


ABOUT = ("title", "made_by", "licence", "address", "source", "date", "notice", "language", "favours")
IN_A_FIELD = {
    "a script": "<script>alert(1)</script>",
    "an image": "<img src=x onerror=alert(1)>",
    "a drawing": "<svg/onload=alert(1)>",
    "an address that runs": "JaVaScRiPt:alert(1)",
    "data": "data:text/html;base64,PHNjcmlwdD4=",
    "a file": "file:///etc/passwd",
    "a formula": "=1+1",
    "a call": "@SUM(1)",
    "a formula after a tab": "\t=1+1",
    "a formula that runs a program": "=cmd|' /C calc'!A0",
    "a line that begins anew": "x\r=1+1",
    "letters turned around": "Ida \u202eHolm",
    "a sign without width": "Ida\u200bHolm",
    "a joiner between letters": "Ida\u200dHolm",
    "a divider between letters": "Ida\u200cHolm",
    "a letter of another alphabet": "Id\u0430 Holm",
    "a control for terminals": "Ida\x1b[31mHolm",
}

DECEPTIVE = {
    "letters from mathematics": "\U0001d41d\U0001d41e",
    "an empty sign of Braille": "x\u2800y",
    "an Armenian letter": "d\u0561y",
    "a Cherokee letter": "d\u13aay",
    "a hundred accents": "d" + "\u0301" * 100 + "ay",
    "a control of another age": "a\x85b",
    "a joiner of accents": "a\u034fb",
    "a choice of drawing behind a letter": "a\ufe0fb",
    "an object that is not there": "a\ufffcb",
    "a sign of music that nobody sees": "a\U0001d173b",
    "a sign of one's own far away": "a\U000f0000b",
}
ESCAPED = {
    "letters turned around": r'"a \u202e day"',
    "a null": r'"a \0 day"',
    "a script": r'"a \x3cscript\x3ealert(1)\x3c/script\x3e"',
    "a formula": r'"\x3d1+SUM(A1)"',
    "a formula behind a tab": r'"\t=1+1"',
    "a word of two alphabets": r'"a d\u0430y"',
    "a sign without width": r'"a\u200bb"',
    "half of a sign": r'"a\ud800b"',
}
"""What a field holds once its file is read, written in signs that look harmless."""

HOSTILE = {
    "no zip": b"PK but not really",
    "the end alone": zipped(FILES)[-22:],
    "the first half": zipped(FILES)[: len(zipped(FILES)) // 2],
    "two zips in one": zipped(FILES) + zipped({**FILES, "evil.py": "x"}),
    "overlapping members": overlapping(),
    "a locked file": altered(8, b"\x01"),
    **{f"packed by method {method}": altered(10, struct.pack("<H", method)) for method in (1, 6, 9, 12, 14, 93, 99)},
    "a sum that is wrong": altered(16, b"\0\0\0\0"),
    "a directory that is elsewhere": altered(16, struct.pack("<I", 2**31), b"PK\x05\x06"),
    "another name in front of the file": altered(30, b"../../x.md", b"PK\x03\x04"),
    "slashes of both kinds": added("items/..\\..\\evil.yaml"),
    "a share of a network": added("\\\\server\\share\\solo.yaml"),
    "somebody's home": added("~/solo.yaml"),
    "a name that ends in a space": added("article.md "),
    "a folder that ends in a space": added("items /01/solo.yaml"),
    "a folder with the name of a device": added("con/solo.yaml"),
    "a folder that is here": added("./article.md", ARTICLE),
    "a slash twice": added("items//01/solo.yaml"),
    "a name in wide letters": added("\uff41rticle.md", ARTICLE),
    "a name with a letter that becomes another": added("items/01/ex\u0131t.yaml", EXIT),
    "use in capitals": added("items/01/EXIT.yaml", EXIT),
    "UTF-16": added("glossary.yaml", "people: []".encode("utf-16")),
    "UTF-16 without a mark": added("glossary.yaml", "people: []".encode("utf-16-le")),
    "Latin-1": added("glossary.yaml", "# caf\xe9".encode("latin-1")),
    "a zip under the name of a text": added("glossary.yaml", zipped(FILES)),
    **{f"{kind} in {name}": front(name, told) for name in ABOUT for kind, told in IN_A_FIELD.items()},
    **{f"language {told}": front("language", told) for told in ("{{x}}", "javascript", "en onload")},
    **{
        f"a slug that looks like ours: {slug}": article("slug: pond", f"slug: {slug}")
        for slug in ("skatepark", "0ne-year-of-the-book-bus", "hegseth-nat0-2025", "forrn-a", "own-art1cle")
    },
    **{
        f"an item called {name}": changed(items__01__exit_DOT_yaml=EXIT.replace("id: closed", f'id: "{name}"'))
        for name in ("=1+1", "+1", "@x", "__proto__", "../x", "a b", "<b>", "Closed", "closed\u200b", "d\u0430y")
    },
    "empty": b"",
    "a page": b"<html><script>alert(1)</script></html>",
    "cut short": zipped(FILES)[:-30],
    "too large": b"PK\x03\x04" + bytes(2_100_000),
    "no article": zipped({"items/01/exit.yaml": EXIT}),
    "a zip of nothing": zipped({}),
    "far too many members": many(5000),
    "a bomb": added("items/02/solo.yaml", b"\0" * 50_000_000),
    "a bomb of text": added("items/02/solo.yaml", "- id: a\n" * 1_000_000),
    "a lie about its size": lying_about_its_size(),
    "a path upwards": added("../../evil.yaml"),
    "a path upwards under a good name": added("items/01/../../../exit.yaml"),
    "an absolute path": added("/etc/passwd"),
    "a drive": added("C:\\evil.yaml"),
    "backslashes": added("items\\01\\solo.yaml"),
    "a name with a null": added("items/01/solo.yaml\0.exe"),
    "a deep folder": added("a/" * 200 + "x.yaml"),
    "an item file below another": added("items/01/solo.yaml/solo.yaml"),
    "a program": added("setup.py", "import os"),
    "a notebook": added("lesson.ipynb", "{}"),
    "a page inside": added("page.html"),
    "a script inside": added("captions/study.js"),
    "a form": added("form.yaml"),
    "a form's items": added("items/00/form.yaml", EXIT),
    "a lexicon": added("lexicon.csv"),
    "digits of another script": added("items/\u0661\u0661/solo.yaml", ITEMS),
    "a link": added("glossary.yaml", "/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16),
    "a device": added("glossary.yaml", "x", external_attr=(stat.S_IFCHR | 0o777) << 16),
    "a file packed in another way": added("glossary.yaml", "people: []", compress_type=zipfile.ZIP_LZMA),
    "a file twice": added("article.md", ARTICLE),
    "no UTF-8": added("glossary.yaml", b"\xff\xfe\x00"),
    "a null in a text": article("every day", "every\0day"),
    "letters turned around": article("every day", "every \u202eyad"),
    "an isolate": article("every day", "\u2066every\u2069 day"),
    "a sign without width": article("every day", "every\u200b day"),
    "a soft hyphen": article("every day", "every da\u00ady"),
    "tags": article("every day", "every\U000e0041 day"),
    "a word of two alphabets": article("every day", "every d\u0430y"),
    "a sign of one's own": article("every day", "every \ue000day"),
    "a script": article("every day", "every <script>alert(1)</script> day"),
    "an image": article("every day", 'every <img src=x onerror="alert(1)"> day'),
    "a comment": article("every day", "every <!-- --> day"),
    "an address that runs": article("every day", "every [day](javascript:alert(1))"),
    "data as a page": article("every day", "every data:text/html,x day"),
    "a picture from elsewhere": article("(none)", "(https://example.org/x.png)"),
    "markup in a field": changed(items__01__exit_DOT_yaml=EXIT.replace("a day", "<b>a day</b>")),
    "a program in front of a zip": b"#!/bin/sh\nrm -rf ~\n" + zipped(FILES),
    "a page in front of a zip": b"<script>alert(1)</script>" + zipped(FILES),
    "many files that are large together": zipped(
        {**FILES, **{f"items/{number}/solo.yaml": "# " + "x" * 390_000 + "\n" for number in range(10, 40)}}
    ),
    "the name of a device as a file": added("items/01/con.yaml"),
    "a name that ends in a point": added("article.md."),
    "a stream behind a name": added("article.md:evil"),
    "letters of another size": added("ARTICLE.md", ARTICLE),
    "a zip inside": added("inner.zip", zipped(FILES)),
    "a pipe": added("glossary.yaml", "x", external_attr=(stat.S_IFIFO | 0o777) << 16),
    **{
        f"the slug of a device: {slug}": article("slug: pond", f"slug: {slug}")
        for slug in ("con", "nul", "com1", "lpt9")
    },
    "an image that does not end": in_the_text("a <img src=x onerror=alert(1) b"),
    "a file of the machine": in_the_text("[x](file:///etc/passwd)"),
    **{f"{name} in a text": in_the_text(text) for name, text in DECEPTIVE.items()},
    **{f"{name} in a field": topic(text) for name, text in ESCAPED.items()},
    "a formula that calls a program": topic("+cmd|' /C calc'!A0"),
    "a formula that calls a program from a number": topic("-2+3+cmd|' /C calc'!A0"),
    "a formula in wide letters": topic("\uff1d1+1 x"),
    "a field without end": topic("x" * 20_000),
    "an author without end": article("made_by: Ms Ida Holm", f"made_by: {'x' * 9000}"),
    "a formula in a cell": changed(figures_DOT_csv=FIGURES.replace(",visitors,", ",=HYPERLINK(A1),")),
    "a formula in a title": article("title: The Pond", "title: =cmd|' /C calc'!A0"),
    "a formula in a field": changed(items__01__exit_DOT_yaml=EXIT.replace("a day without", "=1+SUM(A1)")),
    "an object of Python": changed(items__01__exit_DOT_yaml="!!python/object/apply:os.system ['echo hi']\n"),
    "an anchor": changed(items__01__exit_DOT_yaml="- &a [x]\n- *a\n"),
    "a laughing billion": changed(items__01__exit_DOT_yaml="a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"),
    "deep brackets": changed(items__01__exit_DOT_yaml="[" * 5000 + "]" * 5000),
    "a program in a template": changed(
        items__01__exit_DOT_yaml=EXIT.replace("It is what the text says.", "{__import__('os').system('x')}")
    ),
    "a program where a format belongs": changed(
        items__01__exit_DOT_yaml=EXIT.replace("It is what the text says.", "{share:n01.__class__/n02|percent1}")
    ),
    "a number without end": changed(figures_DOT_csv=FIGURES.replace(",200,", f",{'9' * 5000},")),
    "infinity": changed(figures_DOT_csv=FIGURES.replace(",200,", ",1e999999999,")),
    "the slug of a pack that ships": zipped({**FILES, "article.md": SHIPPED_SLUG}),
    "the slug of a learner's own text": article("slug: pond", "slug: own-article"),
    "a slug of a device": article("slug: pond", "slug: nul"),
    "too many items": changed(
        items__01__exit_DOT_yaml="".join(EXIT.replace("id: closed", f"id: c{number}") for number in range(121))
    ),
    "a slug that is a path": article("slug: pond", "slug: ../pond"),
    "no slug": article("slug: pond", "slug: .."),
    "a text without end": article("every day", "every day. " + "It rained. " * 9000),
    "a key that is none": changed(items__01__exit_DOT_yaml=EXIT.replace("key: supported", "key: yes")),
    "a quote that is not there": changed(items__01__exit_DOT_yaml=EXIT.replace("closed", "open")),
    "a source that nobody read": changed(
        sources_DOT_csv="id,claim,title,publisher,tier,address,date,says,read\ns,c,t,p,other,a,2026,s,no\n",
        items__01__exit_DOT_yaml=EXIT + '  evidence: [s]\n  as_of: "2026-01-01"\n',
    ),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_zip_is_refused_in_a_sentence_and_leaves_nothing(content: bytes, tmp_path: Path) -> None:
    home = tmp_path / "work" / "lessons"
    home.mkdir(parents=True)
    with pytest.raises(NotALesson) as refused:
        open_lesson(content, home)
    told = str(refused.value)
    assert 20 < len(told) < 400
    assert told.isprintable()
    assert told.endswith(".")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a slug of a device", "no name of a Windows device such as nul."),
        ("too many items", "there are 123 items, more than 120. Take some out"),
        ("a text without end", "the article has more than 60,000 characters. Take a part of it."),
        ("the slug of a pack that ships", "a name of the course, or looks like one. Write another `slug`"),
    ],
)
def test_the_remedy_fits_what_is_wrong(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(NotALesson) as refused:
        open_lesson(HOSTILE[name], tmp_path)
    assert told in str(refused.value)


SIGNS = ("5 μg", "40μm", "the Δt", "3 kΩ", "2πr", "8 μg/m³", "TNFα", "5 µm")
LOOK_ALIKES = ("раураl", "μser", "Δpple", "ΝATO", "Τo", "GΩOGLE", "5 μsers", "οf")


def four_ways_in(words: str, folder: Path) -> list[bool]:
    """Whether a text with some words is taken as a zip, by the maker, by `readtwice new` and by `readtwice check`."""
    text = f"A pond opens\n\nThey wrote {words} on the sign of the pond. It was open every day.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    took = [reason_against(text) is None, Desk().do("text", text=text) == say("maker.taken")]
    took.append(main(["new", str(folder / "a.txt"), str(folder / "new")]) == 0)
    copy_of(GOOD, folder)
    article = folder / "lindow-bridge" / "article.md"
    article.write_text(article.read_text(encoding="utf-8") + f"\nThey wrote {words} on it.\n", encoding="utf-8")
    return [*took, main(["check", str(article.parent), "--write"]) == 0]


@pytest.mark.parametrize("words", [*SIGNS, *LOOK_ALIKES])
def test_signs_of_units_stand_beside_letters_and_look_alikes_do_not_whatever_the_way_in(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "work"))
    assert four_ways_in(words, tmp_path) == [words in SIGNS] * 4


def test_what_an_allowed_name_is() -> None:
    assert ALLOWED.fullmatch("items/07/exit.yaml")
    assert not any(map(ALLOWED.fullmatch, ("items/7/exit.yaml", "pack.json", "items/07/exit.yaml\n", "ARTICLE.MD")))


def test_what_a_computer_adds_is_passed_over_and_a_pack_is_compiled_here(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        for name, text in FILES.items():
            into.writestr(f"pond/{name}", text)
        into.writestr("pond/pack.json", '{"format": 2, "items": "evil"}')
        into.writestr("__MACOSX/pond/._article.md", "junk")
        into.writestr("pond/.DS_Store", "junk")
    pack = open_lesson(made.getvalue(), tmp_path)
    assert {item.id for item in pack.items} == {"closed", "open-or-not", "children"}
    assert "evil" not in (tmp_path / "pond" / "pack.json").read_text(encoding="utf-8")


def test_what_stands_behind_a_zip_or_in_its_comment_is_left_behind(tmp_path: Path) -> None:
    made = io.BytesIO(zipped(FILES))
    with zipfile.ZipFile(made, "a") as into:
        into.comment = b"<script>alert(1)</script>"
    for number, content in enumerate((made.getvalue(), zipped(FILES) + b"<script>alert(1)</script>")):
        assert open_lesson(content, tmp_path / str(number)).slug == "pond"
        assert all(b"<script" not in path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file())


def test_a_zip_of_the_large_kind_is_read_as_any_other(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in FILES.items():
            with into.open(name, "w", force_zip64=True) as file:
                file.write(text.encode())
    assert open_lesson(made.getvalue(), tmp_path).made_by == "Ms Ida Holm"


@pytest.mark.parametrize(
    "text",
    [
        "\u06cc\u200c\u0647\u0627",
        "\u0915\u094d\u200d\u0937",
        "\U0001f468\u200d\U0001f469",
        "\u2764\ufe0f",
        "\U0001f441\ufe0f\u200d\U0001f5e8\ufe0f",
    ],
)
def test_scripts_and_pictures_that_need_a_joiner_or_a_choice_of_drawing_keep_it(text: str, tmp_path: Path) -> None:
    assert text in open_lesson(in_the_text(f"It was {text} that day."), tmp_path).article.text


def test_a_file_just_within_the_limit_is_read() -> None:
    rest = "# " + "x" * 70 + "\n"
    text = EXIT + rest * ((MAXIMUM_FILE - len(EXIT)) // len(rest))
    assert lesson_files(zipped({**FILES, "items/01/exit.yaml": text}))["items/01/exit.yaml"] == text


def test_a_lesson_of_a_slug_is_replaced_and_never_mixed(tmp_path: Path) -> None:
    open_lesson(zipped(FILES), tmp_path)
    fewer = {name: text for name, text in FILES.items() if name != "items/01/exit.yaml"}
    pack = open_lesson(zipped(fewer), tmp_path)
    assert "closed" not in {item.id for item in pack.items}
    assert not (tmp_path / "pond" / "items" / "01" / "exit.yaml").exists()


def titled(title: str, slug: str, text: str = "", maker: str = "Ms Ida Holm") -> bytes:
    told = ARTICLE.replace("title: The Pond", f"title: {title}").replace("slug: pond\n", slug)
    return zipped({**FILES, "article.md": f"{told.replace('Ms Ida Holm', maker)}\n{text}\n"})


@pytest.mark.parametrize("slug", ["", "slug:\n"])
def test_a_lesson_without_a_slug_is_called_by_its_title(slug: str, tmp_path: Path) -> None:
    titles = ("A Pond in May", "A Pond in June", "افتتاح المخبز", "باع المخبز", "nul", "Skate park")
    slugs = [open_lesson(titled(title, slug), tmp_path).slug for title in titles]
    assert slugs[:2] == ["a-pond-in-may", "a-pond-in-june"]
    assert slugs[-1] == "skate-park-lesson"
    assert len(set(slugs)) == len(titles)


def test_another_lesson_of_one_slug_is_never_replaced(tmp_path: Path) -> None:
    open_lesson(titled("The Pond", "slug: pond\n"), tmp_path)
    assert open_lesson(titled("The Pond!", "slug: pond\n"), tmp_path).article.title == "The Pond!"
    assert "New." in open_lesson(titled("The Pond!", "slug: pond\n", "New."), tmp_path).article.text
    for other in (titled("A Lake", "slug: pond\n"), titled("The Pond!", "slug: pond\n", "New.", "Tom Berg")):
        with pytest.raises(NotALesson, match="It was not replaced"):
            open_lesson(other, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["pond"]


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "pond").symlink_to(elsewhere)
    with pytest.raises(NotALesson):
        open_lesson(zipped(FILES), tmp_path / "lessons")
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("text", ["<a" * 199_000, "< " * 199_000, ", " * 199_000, "\n" * 399_000, "a\u0430" * 130_000])
def test_no_text_keeps_the_check_busy(text: str) -> None:
    """Were one of the patterns to try each place against all that follows, this would take hours."""
    with suppress(NotALesson):
        assert lesson_files(zipped({**FILES, "glossary.yaml": text}))["glossary.yaml"] == text
