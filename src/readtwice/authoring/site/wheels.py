"""What Pyodide loads: wheels of compiled modules, and a lock of our own, so that no package index is ever asked.

What every page needs is loaded at the start. The rest waits for its first import (`browser/piplite`).
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.parser import Parser
from importlib import resources
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from readtwice.authoring.site.parts import SiteError
from readtwice.words import say

AT_START = ("piplite", "ipykernel", "comm", "pyodide-kernel", "ipython", "readtwice", "jedi", "micropip")
"""What JupyterLite's kernel asks for, and what each lesson imports first, with all that these need."""

STAND_INS = ("jedi", "micropip", "nltk", "piplite")
"""Our own small modules under names that JupyterLite or others ask for (folder `browser`)."""

LATER_NEEDS = {"textstat": ("nltk",)}
LATER = {
    "altair",
    "currencyconverter",
    "jinja2",
    "jsonschema",
    "nltk",
    "nupunkt",
    "openpyxl",
    "packaging",
    "pyyaml",
    "textstat",
}
"""What the course imports only where it is used, so that no page waits for it."""

WITHOUT = ("tests/", "/tests/", "readtwice/authoring/", "readtwice/cli/")
"""Parts that no page imports: what the authors' and the command line's rooms do, nobody asks of a browser."""

BROWSER = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "platform_machine": "wasm32",
    "os_name": "posix",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}
CHANGED = {
    # jedi is not here, and the kernel switches it on.
    "pyodide_kernel/interpreter.py": [("self.Completer.use_jedi = True", "self.Completer.use_jedi = False")],
    # None has to reach a page as null, as it does from a server: a chart without an axis says so by it.
    "pyodide_kernel/display.py": [
        ("from .jsonutil import", "from piplite.piplite import with_null\nfrom .jsonutil import"),
        (
            "display_data_callback(data, metadata, transient)",
            "display_data_callback(with_null(data), metadata, transient)",
        ),
        ("json_clean(encode_images(format_dict))", "with_null(json_clean(encode_images(format_dict)))"),
    ],
    "pyodide_kernel/comm.py": [
        ("import comm\n", "import comm\nfrom piplite.piplite import with_null\n"),
        ("dict(data=data,", "dict(data=with_null(data),"),
    ],
}
"""What JupyterLite's kernel gets wrong for us, by file. A newer one in which a place is not found stops the build."""


@dataclass(frozen=True)
class Package:
    """One wheel as it is served: its name, its modules that can be imported, and what it needs of the others."""

    name: str
    version: str
    file: str
    data: bytes = field(repr=False)
    modules: tuple[str, ...]
    needs: tuple[str, ...]


def repacked(path: Path) -> bytes:
    """A wheel's Python files and data, without compiled parts, tests and rooms that no page needs."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(given.namelist()):
            outside = ".data/" in name or name.endswith((".so", ".pyi", ".c", ".pyx", "/"))
            if outside or name.startswith(WITHOUT) or "/tests/" in name:
                continue
            content = given.read(name)
            for old, new in CHANGED.get(name, ()):
                if old.encode() not in content:
                    raise SiteError(say("error.site.kernel_differs", name=name))
                content = content.replace(old.encode(), new.encode())
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def stand_in(name: str) -> bytes:
    """A wheel of one of our own modules in the folder `browser`."""
    made = io.BytesIO()
    here = Path(str(resources.files(__package__).joinpath("browser")))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted([here / f"{name}.py", *here.glob(f"{name}/*.py")]):
            if path.is_file():
                out.writestr(zipfile.ZipInfo(path.relative_to(here).as_posix()), path.read_bytes())
        out.writestr(
            zipfile.ZipInfo(f"{name}-1.0.dist-info/METADATA"), f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
        )
        out.writestr(zipfile.ZipInfo(f"{name}-1.0.dist-info/RECORD"), "")
        wheel = "Wheel-Version: 1.0\nGenerator: readtwice\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        out.writestr(zipfile.ZipInfo(f"{name}-1.0.dist-info/WHEEL"), wheel)
    return made.getvalue()


def compile_all(pyodide: Path, zips: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """The same zips by name, their modules compiled by Pyodide itself. What was compiled once is kept in `cache`."""
    node = shutil.which("node")
    if node is None:
        raise SiteError(say("error.site.no_node"))
    kept = cache / "compiled"
    kept.mkdir(exist_ok=True)
    script = Path(str(resources.files(__package__).joinpath("compile.mjs")))
    with script.open("rb") as file:
        recipe = hashlib.sha256(file.read() + pyodide.name.encode()).hexdigest()
    places = {
        name: kept / f"{hashlib.sha256(recipe.encode() + raw).hexdigest()[:32]}.zip" for name, raw in zips.items()
    }
    missing = [name for name, place in places.items() if not place.is_file()]
    if missing:
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            pairs = []
            for name in missing:
                (Path(folder) / name).write_bytes(zips[name])
                pairs += [str(Path(folder) / name), str(Path(folder) / f"{name}.out")]
            done = subprocess.run(
                [node, str(script), str(pyodide), *pairs], capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise SiteError(say("error.site.not_compiled", reason=_last(done.stderr)))
            for name in missing:
                (Path(folder) / f"{name}.out").replace(places[name])
    return {name: place.read_bytes() for name, place in places.items()}


def package(file: str, data: bytes, have: Iterable[str]) -> Package:
    """What a wheel says of itself. Of what it needs, only what the site has counts."""
    name, version = parse_wheel_filename(file)[:2]
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        names = wheel.namelist()
        told = wheel.read(next(one for one in names if one.endswith(".dist-info/METADATA"))).decode("utf-8")
    asked = map(Requirement, Parser().parsestr(told).get_all("Requires-Dist") or [])
    wanted = {canonicalize_name(one.name) for one in asked if one.marker is None or one.marker.evaluate(BROWSER)}
    needs = (wanted & set(have)) - {name} - (LATER if name == "readtwice" else set())
    tops = {one.split("/")[0] for one in names if one.endswith((".py", ".pyc")) and ".dist-info/" not in one}
    modules = sorted(one.removesuffix("c").removesuffix(".py") for one in tops)
    return Package(
        name, str(version), file, data, tuple(modules), tuple(sorted(needs | set(LATER_NEEDS.get(name, ()))))
    )


def later(packages: Mapping[str, Package], at_start: Iterable[str] = AT_START) -> dict[str, dict[str, str]]:
    """For each module that is not loaded at the start: the packages that bring it, and their files."""
    first = _with_needs(at_start, packages)
    return {
        module: {name: packages[name].file for name in _with_needs([one.name], packages)}
        for one in packages.values()
        if one.name not in first
        for module in one.modules
    }


def _with_needs(names: Iterable[str], packages: Mapping[str, Package]) -> list[str]:
    """These packages and all that they need, those that are needed first."""
    found: list[str] = []

    def add(name: str) -> None:
        if name not in found:
            for one in packages[name].needs:
                add(one)
            found.append(name)

    for name in names:
        add(name)
    return found


def lock(pyodide: Path, packages: Mapping[str, Package]) -> str:
    """Pyodide's lock, with our packages and no others."""
    document = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))
    document["packages"] = {
        one.name: {
            "name": one.name,
            "version": one.version,
            "file_name": one.file,
            "install_dir": "site",
            "sha256": hashlib.sha256(one.data).hexdigest(),
            "package_type": "package",
            "imports": list(one.modules),
            "depends": list(one.needs),
            "unvendored_tests": False,
        }
        for one in packages.values()
    }
    return json.dumps(document)


def make(
    pyodide: Path,
    wheels: Iterable[Path],
    target: Path,
    cache: Path,
    *,
    at_start: Iterable[str] = AT_START,
    compiled: bool = True,
) -> list[Package]:
    """Write Pyodide and all packages into `target`. Returns what is to be loaded at the start.

    Without `compiled`, packages stay as they were published: for the bench, which sets both side by side.
    """
    target.mkdir(parents=True)
    zips = {f"{_named(path)}-py3-none-any.whl": repacked(path) for path in wheels}
    zips |= {f"{name}-1.0-py3-none-any.whl": stand_in(name) for name in STAND_INS}
    zips["python_stdlib.zip"] = (pyodide / "python_stdlib.zip").read_bytes()
    zips = compile_all(pyodide, zips, cache) if compiled else zips
    (target / "python_stdlib.zip").write_bytes(zips.pop("python_stdlib.zip"))
    have = {parse_wheel_filename(file)[0] for file in zips}
    packages = {one.name: one for one in (package(file, data, have) for file, data in zips.items())}
    piplite = packages["piplite"]
    told = _with_file(piplite.data, "piplite/later.json", json.dumps(later(packages, at_start)))
    packages["piplite"] = Package(piplite.name, piplite.version, piplite.file, told, piplite.modules, piplite.needs)
    for one in packages.values():
        (target / one.file).write_bytes(one.data)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        shutil.copy(pyodide / name, target)
    (target / "pyodide-lock.json").write_text(lock(pyodide, packages), "utf-8")
    return [packages[name] for name in _with_needs(at_start, packages)]


def _named(path: Path) -> str:
    name, version = parse_wheel_filename(path.name)[:2]
    return f"{name.replace('-', '_')}-{version}"


def _with_file(data: bytes, name: str, text: str) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()


def _last(told: str) -> str:
    """The last line that names an error; Node prints the whole of a minified script before it."""
    return next((line[:300] for line in reversed(told.splitlines()) if "Error" in line and len(line) < 2000), "")
