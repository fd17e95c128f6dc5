"""Make the corpus of hostile submissions: `python make.py FOLDER`. Only Python's own library is needed.

Harmless texts stand in `files/` and are copied, with `@CARD@` and the like filled in. What is huge, deep, packed or no
text is made here. Each submission becomes a folder of its id, as a class might hand it in. `manifest.csv` lists all.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import io
import json
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEADER = '{"readtwice_record": 1, "begun": "2026-11-24T10:00:00.000Z"}\n'
MISCHIEF = "bad0bad0ba"
"""The learner's code that hostile records give."""

CANARY = "os.system('touch CANARY')"
"""What would leave a file behind if anything were run."""


class Corpus:
    """What the made submissions are about: a card's id and a result code of the course that is tested."""

    def __init__(
        self,
        card: str = "pool-season",
        code: str = "70C1-A86P-VPN6-FZ0J-67Y8-QDXM",
        classmates: tuple[str, str] = ("0123456789", "abcdef0123"),
    ) -> None:
        self.card, self.code, self.classmates = card, code, classmates

    def event(self, **fields: object) -> str:
        """One saved answer as a line."""
        made = {
            "id": "mischief-1",
            "learner": MISCHIEF,
            "pack": "form-a",
            "item": self.card,
            "revision": 1,
            "occasion": "talk",
            "answer": ["supported"],
            "sureness": "think_so",
            "hints": 0,
            "n": 1,
            "time": "2026-11-24T10:00:00.000Z",
            "kind": "answer",
        }
        return json.dumps(made | fields) + "\n"

    def record(self, *lines: str) -> bytes:
        """A progress file of such lines."""
        return (HEADER + "".join(lines)).encode()

    def forged(self, answers: int = 0, learner: int = 0) -> str:
        """The code for another learner, with the check that belongs to it."""
        plain = self.code.replace("-", "")
        value = 0
        for character in plain:
            value = value << 5 | ALPHABET.index(character)
        total = 5 * len(plain)
        value >>= 24
        body = total - 24
        value = value >> (body - 33) << (body - 33) | learner << (body - 73) | answers
        crc = 0xB704CE
        for byte in value.to_bytes(body // 8 + bool(body % 8), "big"):
            crc ^= byte << 16
            for _ in range(8):
                crc = crc << 1 ^ (0x1864CFB if crc & 0x800000 else 0)
                crc &= 0xFFFFFF
        value = value << 24 | crc
        text = "".join(ALPHABET[value >> shift & 31] for shift in range(total - 5, -5, -5))
        return "-".join(text[start : start + 4] for start in range(0, len(text), 4))

    def filled(self, content: bytes) -> bytes:
        """A committed file with its card, code and classmates."""
        names = {b"@CARD@": self.card, b"@CODE@": self.code, b"@ONE@": self.classmates[0], b"@TWO@": self.classmates[1]}
        for name, value in names.items():
            content = content.replace(name, value.encode())
        return content


Maker = Callable[[Corpus, Path], object]
MADE: dict[str, Maker] = {}
"""Each takes the corpus and an empty folder, and fills the folder or returns the content of the one file."""


def made(maker: Maker) -> Maker:
    """Register a maker under its name with hyphens."""
    MADE[maker.__name__.strip("_").replace("_", "-")] = maker
    return maker


def zip_of(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """A zip of names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.comment = comment
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def changed(archive: bytes, local: int, central: int, value: bytes) -> bytes:
    """A zip of one member with bytes changed at places of its local header (-1: not) and of its central one."""
    content = bytearray(archive)
    if local >= 0:
        content[local : local + len(value)] = value
    start = content.index(b"PK\x01\x02") + central
    content[start : start + len(value)] = value
    return bytes(content)


# --- records: deep, huge, many ----------------------------------------------------------------------------


@made
def deep_list_line(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record("[" * 100_000 + "\n")


@made
def deep_object_line(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record('{"a":' * 40_000 + "1" + "}" * 40_000 + "\n")


@made
def deep_answer(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(answer="@").replace('"@"', "[" * 5_000 + "]" * 5_000))


@made
def deep_header(corpus: Corpus, folder: Path) -> bytes:
    return ("[" * 5_000 + "]" * 5_000 + "\n" + corpus.event()).encode()


@made
def deep_whole_file(corpus: Corpus, folder: Path) -> bytes:
    return b"[" * 4_000_000


@made
def deep_objects_whole_file(corpus: Corpus, folder: Path) -> bytes:
    return b'{"":' * 1_000_000


@made
def huge_number(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(n="@").replace('"@"', "9" * 10_000))


@made
def huge_number_as_answer(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(answer="@").replace('"@"', "9" * 4_000))


@made
def huge_line(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(answer="a" * 7_000_000))


@made
def huge_header(corpus: Corpus, folder: Path) -> bytes:
    return ('{"readtwice_record": [' + "[]," * 2_000_000 + "1]}\n" + corpus.event()).encode()


@made
def huge_file(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(*[corpus.event()] * 40_000)


@made
def sparse_file(corpus: Corpus, folder: Path) -> None:
    with (folder / "sparse.jsonl").open("wb") as file:
        file.truncate(200_000_000_000)


@made
def wide_answers(corpus: Corpus, folder: Path) -> bytes:
    wide = "[" + ",".join(["{}"] * 80_000) + "]"
    return corpus.record(*[corpus.event(id=f"w{one}", answer="@").replace('"@"', wide) for one in range(30)])


@made
def empty_objects(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record("{}\n" * 2_500_000)


@made
def blank_lines(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record("\n" * 7_900_000)


@made
def thousands_of_learners(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(*[corpus.event(id=f"t{one}", learner=f"{one:010x}") for one in range(5_000)])


@made
def a_hundred_thousand_answers(corpus: Corpus, folder: Path) -> bytes:
    short = '{"id":"%d","learner":"bad0bad0ba","time":"2026-11-24T10:00:00.000Z"}\n'
    return corpus.record(*[short % one for one in range(100_000)])


@made
def thousands_of_joins(corpus: Corpus, folder: Path) -> bytes:
    joins = [
        corpus.event(id=f"j{one}", kind="join", learner=f"{one:010x}", answer=f"{one + 1:010x}")
        for one in range(20_000)
    ]
    return corpus.record(corpus.event(), *joins)


@made
def a_ring_of_joins(corpus: Corpus, folder: Path) -> bytes:
    ring = [
        corpus.event(id=f"j{one}", kind="join", learner=f"{one:010x}", answer=f"{(one + 1) % 400:010x}")
        for one in range(400)
    ]
    return corpus.record(corpus.event(), *ring)


@made
def half_a_line_at_the_end(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(), corpus.event(id="mischief-2"))[:-40]


@made
def cut_in_the_header(corpus: Corpus, folder: Path) -> bytes:
    return HEADER[:30].encode()


@made
def invalid_utf_8(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(item="@")).replace(b"@", b"\xff\xfe\xfd")


@made
def overlong_utf_8(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(item="@")).replace(b"@", b"\xc0\xaf\xc0\xaf")


@made
def surrogates_in_utf_8(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(item="@")).replace(b"@", b"\xed\xa0\x80")


@made
def nul_bytes(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event(item="@")).replace(b"@", b"a\x00b")


@made
def utf_16(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event()).decode().encode("utf-16")


@made
def utf_16_without_mark(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event()).decode().encode("utf-16-be")


@made
def utf_16_cut(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event()).decode().encode("utf-16")[:-3]


@made
def utf_32(corpus: Corpus, folder: Path) -> bytes:
    return corpus.record(corpus.event()).decode().encode("utf-32")


@made
def utf_7(corpus: Corpus, folder: Path) -> bytes:
    return b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"


@made
def marks_in_the_middle(corpus: Corpus, folder: Path) -> bytes:
    return b"\xef\xbb\xbf" + HEADER.encode() + b"\xef\xbb\xbf" + corpus.event().encode()


@made
def mixed_line_ends(corpus: Corpus, folder: Path) -> bytes:
    lines = [corpus.event(id=f"m{one}").strip() for one in range(3)]
    return f"{HEADER.strip()}\r\n{lines[0]}\r{lines[1]}\n{lines[2]}\r\n".encode()


# --- codes ------------------------------------------------------------------------------------------------


@made
def forged_for_the_smallest_learner(corpus: Corpus, folder: Path) -> bytes:
    return corpus.forged().encode()


@made
def forged_padding(corpus: Corpus, folder: Path) -> bytes:
    return corpus.forged(answers=1, learner=0xBAD0BAD0BA).encode()


@made
def forged_answers_out_of_range(corpus: Corpus, folder: Path) -> bytes:
    body = 5 * len(corpus.code.replace("-", "")) - 24
    return corpus.forged(answers=(1 << (body - 73)) - 1, learner=0xBAD0BAD0BA).encode()


@made
def one_character_off(corpus: Corpus, folder: Path) -> bytes:
    last = ALPHABET[(ALPHABET.index(corpus.code[-1]) + 1) % 32]
    return f"{corpus.code[:-1]}{last}".encode()


@made
def cut_code(corpus: Corpus, folder: Path) -> bytes:
    return corpus.code[:-5].encode()


@made
def another_version_of_codes(corpus: Corpus, folder: Path) -> bytes:
    return f"Z{corpus.code[1:-4]}9Z2A".encode()


@made
def thousands_of_codes_off(corpus: Corpus, folder: Path) -> bytes:
    return "".join(f"{corpus.code[:10]}{one:04}{corpus.code[14:]}\n" for one in range(3_000)).encode()


@made
def codes_without_end(corpus: Corpus, folder: Path) -> bytes:
    return "".join(corpus.forged(learner=0xBAD0000000 + one) + "\n" for one in range(25_050)).encode()


@made
def the_whole_class_in_a_row(corpus: Corpus, folder: Path) -> bytes:
    codes = " ".join(corpus.forged(learner=0xBAD0000000 + one) for one in range(30))
    return f'Timestamp,"Paste your code"\n2026-11-24,"{codes}"\n'.encode()


@made
def words_like_beginnings_of_codes(corpus: Corpus, folder: Path) -> bytes:
    return (corpus.code[:7] + " ").encode() * 100_000


@made
def characters_without_end(corpus: Corpus, folder: Path) -> bytes:
    return b"A1" * 4_000_000 + b" " + b"-" * 10


# --- zips -------------------------------------------------------------------------------------------------


def _named(*names: str) -> Maker:
    return lambda corpus, folder: zip_of(*((name, b"nothing to see") for name in names))


MADE |= {
    "zip-slip": _named("../../../../tmp/CANARY", "a/../../CANARY", "..\\..\\CANARY", "ok/./../CANARY"),
    "absolute-names": _named("/tmp/CANARY", "C:\\CANARY", "\\\\server\\share\\CANARY", "//tmp/CANARY"),
    "names-of-devices": _named("CON", "NUL.txt", "aux.jsonl", "/dev/stdin"),
    "names-that-are-html": _named(
        "<script>alert(1)</script>.txt", "<img src=x onerror=alert(1)>.txt", "'\"><svg onload=x>"
    ),
    "names-with-control-characters": _named("a\nb.txt", "a\x1b[2J\x1b[31mred.txt", "a\rb.txt"),
    "names-with-bidi": _named("evil\u202etxt.exe", "\u2066a\u2069.txt"),
    "names-that-are-formulas": _named("=cmd|' /C calc'!A0.csv", "@SUM(A1).csv"),
    "names-that-are-long": _named("a" * 60_000 + ".txt", "/".join(["d"] * 20_000)),
    "names-that-are-empty": _named(" ", ".", "..", "..."),
    "names-of-formats": _named("%s%s%n.txt", "{0.__class__}.txt", "${jndi:ldap:x}.txt", "{{7*7}}.txt"),
    "members-of-one-name": _named("a.txt", "a.txt", "A.TXT"),
}


@made
def zip_with_links(corpus: Corpus, folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, target, mode in (("link.jsonl", "/etc/passwd", 0xA1FF), ("device", "", 0x21B6), ("pipe", "", 0x11B6)):
            member = zipfile.ZipInfo(name)
            member.create_system, member.external_attr = 3, mode << 16
            archive.writestr(member, target)
    return out.getvalue()


@made
def bomb(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("bomb.jsonl", b"0" * 7_900_000))


@made
def big_bomb(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("bomb.jsonl", b"\0" * 120_000_000))


@made
def many_bombs(corpus: Corpus, folder: Path) -> bytes:
    rough = os.urandom(90_000) + b"0" * 7_800_000
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(rough) + packed.flush()
    return overlapping(data, len(rough), zlib.crc32(rough), 300, shared=False)


@made
def overlapping_members(corpus: Corpus, folder: Path) -> bytes:
    rough = os.urandom(90_000) + b"0" * 7_800_000
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(rough) + packed.flush()
    return overlapping(data, len(rough), zlib.crc32(rough), 15_000, shared=True)


def overlapping(data: bytes, size: int, crc: int, count: int, *, shared: bool) -> bytes:
    """A zip of so many members that all have the same packed data, stored once if `shared`."""
    fields = (20, 0, 8, 0, 33, crc, len(data), size)
    out, starts = bytearray(), []
    for number in range(count):
        if number == 0 or not shared:
            starts.append(len(out))
            out += b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", *fields, 1, 0) + b"m" + data
        else:
            starts.append(0)
    central = bytearray()
    for start in starts:
        central += b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, *fields, 1, 0, 0, 0, 0, 0, start) + b"m"
    end = struct.pack("<HHHHIIH", 0, 0, min(count, 65_535), min(count, 65_535), len(central), len(out), 0)
    return bytes(out + central + b"PK\x05\x06" + end)


@made
def many_hand_ins_of_one_size(corpus: Corpus, folder: Path) -> bytes:
    """Sixty members that are stored and large, each handed in by somebody else: together too much for a class."""
    rough = os.urandom(90_000) + b"0" * 7_800_000
    return zip_of(*((f"{number:02}.txt", rough) for number in range(60)))


@made
def too_many_members(corpus: Corpus, folder: Path) -> bytes:
    return overlapping(b"\x03\x00", 0, 0, 20_001, shared=True)


@made
def members_beyond_counting(corpus: Corpus, folder: Path) -> bytes:
    return overlapping(b"\x03\x00", 0, 0, 400_000, shared=True)


@made
def nested_zip(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("inner.zip", zip_of(("a.txt", b"x"))))


@made
def nested_without_ending(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("progress.jsonl", zip_of(("a.txt", b"x"))))


@made
def nested_sixteen_deep(corpus: Corpus, folder: Path) -> bytes:
    content = b"0" * 1_000
    for depth in range(16):
        content = zip_of(*((f"{depth}-{one}.zip", content) for one in range(4)))
    return content


@made
def zip_in_itself(corpus: Corpus, folder: Path) -> bytes:
    """Its one member is stored and reaches over the zip's own end: reading it gives the archive's tail again."""
    archive = bytearray(zip_of(("again.zip", b"PK\x03\x04"), method=zipfile.ZIP_STORED))
    size = len(archive) - 39
    for place in (18, 22):
        archive[place : place + 4] = struct.pack("<I", size)
    start = archive.index(b"PK\x01\x02")
    for place in (start + 20, start + 24):
        archive[place : place + 4] = struct.pack("<I", size)
    return bytes(archive)


@made
def locked(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 40)), 6, 8, b"\x01\x00")


@made
def wrong_check_sum(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 40)), 14, 16, b"\0\0\0\0")


@made
def broken_packing(corpus: Corpus, folder: Path) -> bytes:
    archive = bytearray(zip_of(("a.jsonl", os.urandom(400))))
    archive[37 + 5 : 37 + 60] = b"\xff" * 55
    return bytes(archive)


@made
def size_too_small(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 400)), 22, 24, struct.pack("<I", 4))


@made
def size_too_large(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 400)), 22, 24, struct.pack("<I", 4_000))


@made
def size_of_a_lie(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"0" * 120_000_000)), 22, 24, struct.pack("<I", 90_000))


@made
def zip64_lies(corpus: Corpus, folder: Path) -> bytes:
    archive = zip_of(("a.jsonl", b"x" * 40))
    start, end = archive.index(b"PK\x01\x02"), archive.index(b"PK\x05\x06")
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 62, start)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    return archive[:end] + record + locator + archive[end:-12] + b"\xff" * 10 + b"\0\0"


@made
def zip64_sizes(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 40)), -1, 20, b"\xff" * 8)


@made
def directory_elsewhere(corpus: Corpus, folder: Path) -> bytes:
    archive = bytearray(zip_of(("a.jsonl", b"x" * 40)))
    archive[-6:-2] = struct.pack("<I", 0x7FFFFFFF)
    return bytes(archive)


@made
def cut_zip(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("a.jsonl", os.urandom(400)))[:-30]


@made
def start_of_a_zip(corpus: Corpus, folder: Path) -> bytes:
    return b"PK\x03\x04 not a zip"


@made
def unknown_packing(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 40)), 8, 10, struct.pack("<H", 99))


@made
def packed_with_bzip2(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("a.jsonl", b"x" * 40), method=zipfile.ZIP_BZIP2)


@made
def packed_with_lzma(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("a.jsonl", b"x" * 40), method=zipfile.ZIP_LZMA)


@made
def names_that_are_no_utf_8(corpus: Corpus, folder: Path) -> bytes:
    archive = changed(zip_of(("aaaa", b"x" * 40)), 6, 8, b"\x00\x08")
    return archive.replace(b"aaaa", b"\xff\xfe\xfd\xfc")


@made
def damaged_extra_field(corpus: Corpus, folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        member = zipfile.ZipInfo("a.jsonl")
        member.extra = b"\x01\x00\x04\x00abcd"
        archive.writestr(member, "x")
    return out.getvalue().replace(b"\x01\x00\x04\x00abcd", b"\x01\x00\xff\x7fabcd")


@made
def a_day_that_is_none(corpus: Corpus, folder: Path) -> bytes:
    return changed(zip_of(("a.jsonl", b"x" * 40)), 10, 12, b"\xff\xff\xff\xff")


@made
def zip_behind_a_program(corpus: Corpus, folder: Path) -> bytes:
    return b"MZ" + b"\x90" * 500 + zip_of(("a.txt", b"x" * 40))


@made
def zip_behind_a_picture(corpus: Corpus, folder: Path) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"\0" * 100 + zip_of(("a.txt", b"x" * 40))


@made
def zip_with_a_long_comment(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("a.txt", b"x"), comment=b"PK\x05\x06<script>" * 4_000)


@made
def zip_of_folders(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("a/", b""), ("a/b/", b""))


@made
def zip_of_the_computers_own(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("__MACOSX/._a", b"\0\5\x16\7"), (".DS_Store", b"Bud1"), ("a/Thumbs.db", b"\xd0\xcf"))


@made
def macros_in_a_workbook(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>"), ("xl/vbaProject.bin", b"Auto_Open"))


@made
def a_document_with_a_remote_template(corpus: Corpus, folder: Path) -> bytes:
    return zip_of(
        ("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>"), ("word/_rels/x.rels", b"http://x.example")
    )


# --- other archives and files of programs -----------------------------------------------------------------


def tar_of(*names: str, mode: str = "w") -> bytes:
    """A tar with a file of each name, and a link out of it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 7
            archive.addfile(member, io.BytesIO(b"nothing"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


MADE |= {
    "tar": lambda corpus, folder: tar_of("../../CANARY", "/tmp/CANARY"),
    "tar-gz": lambda corpus, folder: tar_of("../../CANARY", mode="w:gz"),
    "tar-called-jsonl": lambda corpus, folder: tar_of("progress.jsonl"),
    "gz": lambda corpus, folder: gzip.compress(b"0" * 10_000_000),
    "bz2": lambda corpus, folder: bz2.compress(b"0" * 10_000_000),
    "xz": lambda corpus, folder: lzma.compress(b"0" * 10_000_000),
    "seven-zip": lambda corpus, folder: b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(200),
    "rar": lambda corpus, folder: b"Rar!\x1a\x07\x01\x00" + bytes(200),
    "zstandard": lambda corpus, folder: b"\x28\xb5\x2f\xfd" + bytes(200),
    "picture": lambda corpus, folder: b"\x89PNG\r\n\x1a\n" + bytes(200),
    "picture-called-jsonl": lambda corpus, folder: b"\xff\xd8\xff\xe0" + bytes(200),
    "pdf-with-script": lambda corpus, folder: b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
    "random-bytes": lambda corpus, folder: bytes(one * 7 % 256 for one in range(5_000)),
    "pickle": lambda corpus, folder: b"\x80\x04cos\nsystem\n(S'touch CANARY'\ntR.",
    "executable": lambda corpus, folder: b"\x7fELF\x02\x01\x01" + bytes(200),
}


@made
def page_of_unclosed_tags(corpus: Corpus, folder: Path) -> bytes:
    return b"<" * 2_000_000 + b"<!--" * 500_000


@made
def table_of_one_cell(corpus: Corpus, folder: Path) -> bytes:
    return b'a,"' + b"x" * 5_000_000 + b'"\n'


@made
def table_of_empty_cells(corpus: Corpus, folder: Path) -> bytes:
    return b"a,b\n" + b"," * 3_000_000 + b"\n"


# --- folders ----------------------------------------------------------------------------------------------


@made
def links_out_of_the_folder(corpus: Corpus, folder: Path) -> None:
    (folder / "a.jsonl").symlink_to("/etc/passwd")
    (folder / "b.jsonl").symlink_to("/dev/zero")


@made
def links_in_a_ring(corpus: Corpus, folder: Path) -> None:
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    (folder / "c").symlink_to(".")


@made
def a_pipe(corpus: Corpus, folder: Path) -> None:
    os.mkfifo(folder / "progress.jsonl")


@made
def a_folder_called_like_a_file(corpus: Corpus, folder: Path) -> None:
    (folder / "progress.jsonl").mkdir()
    (folder / "progress.jsonl" / "inside.txt").write_text("nothing to see")


@made
def names_of_files(corpus: Corpus, folder: Path) -> None:
    for name in (
        "<script>alert(1)<|script>.txt",
        "a\nb.txt",
        "\x1b[2J.txt",
        "-rf.txt",
        "$(touch CANARY).txt",
        "\u202etxt.exe",
    ):
        (folder / name).write_text("nothing to see")


def fill(folder: Path, submission: str, file: str, corpus: Corpus) -> None:
    """Put one submission into an empty folder."""
    stored = HERE / "files" / submission
    content = corpus.filled(stored.read_bytes()) if stored.exists() else MADE[submission](corpus, folder)
    if isinstance(content, bytes):
        (folder / file).write_bytes(content)


def main() -> None:
    """Make all submissions of the manifest, each in a folder of its own."""
    import csv

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--card", default=Corpus().card, help="the id of a card of the course under test")
    parser.add_argument(
        "--code", default=Corpus().code, help="a result code of that course which is read without trouble"
    )
    parsed = parser.parse_args()
    corpus = Corpus(parsed.card, parsed.code)
    with (HERE / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest):
            folder = parsed.folder / row["id"]
            folder.mkdir(parents=True)
            fill(folder, row["id"], row["file"], corpus)


if __name__ == "__main__":
    main()
