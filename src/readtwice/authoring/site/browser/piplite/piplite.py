"""A package comes from the site when it is first imported, wherever the import stands: in a cell or in a function.

Pyodide loads what a cell's own text imports, before it runs. What our modules import later would be missing; the
finder below fetches it then. A kernel runs in a worker, where a page may wait for an answer.
"""

from __future__ import annotations

import importlib
import io
import json
import sys
import zipfile
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.resources import files
from site import getsitepackages
from types import ModuleType
from typing import Any

from js import XMLHttpRequest
from pyodide.ffi import jsnull
from pyodide_js import loadedPackages
from pyodide_js._api import config

_PIPLITE_DISABLE_PYPI = True
_PIPLITE_URLS: list[str] = []

LATER: dict[str, dict[str, str]] = json.loads(files("piplite").joinpath("later.json").read_text("utf-8"))
"""For each module that can be imported later: the packages that it needs, and their files."""


class SitePackages:
    """Finds what the site has and nobody has loaded yet."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Fetch what brings a module, and find it. None where the site has none of that name."""
        if path is not None or name not in LATER:
            return None
        for package, file in LATER.pop(name).items():
            if not hasattr(loadedPackages, package):
                _unpack(file)
                setattr(loadedPackages, package, "site")
        importlib.invalidate_caches()
        return PathFinder.find_spec(name)


def _unpack(file: str) -> None:
    asked = XMLHttpRequest.new()
    asked.open("GET", f"{config.packageCacheDir}{file}", False)
    asked.responseType = "arraybuffer"
    asked.send()
    if asked.status != 200:
        raise ImportError(f"{file} cannot be fetched from this site (status {asked.status}).")
    with zipfile.ZipFile(io.BytesIO(asked.response.to_bytes())) as wheel:
        wheel.extractall(getsitepackages()[0])


def with_null(value: Any) -> Any:
    """The same for JavaScript, None as null: left to itself it becomes undefined, and a page never hears of it."""
    if value is None:
        return jsnull
    if isinstance(value, dict):
        return {key: with_null(one) for key, one in value.items()}
    return [with_null(one) for one in value] if isinstance(value, list | tuple) else value


async def install(requirements: str | list[str], **_options: object) -> None:
    """What `%pip install` calls. Says that nothing can be installed here, and what to do."""
    print(f"This page brings its own packages, and {requirements} is not fetched. Import what you need.")


sys.meta_path.append(SitePackages)
