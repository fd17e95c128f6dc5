"""JupyterLite around the course: the built pages of an application that others keep, our settings, the notebooks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from readtwice.authoring.site.parts import SiteError
from readtwice.words import say

CONTENTS = ("notebooks", "exercises")
EXTENSIONS = ("@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "anywidget")
OURS = "binder/labextension"
SETTINGS = "binder/overrides.json"
FILE_LIST = "binder/file-list.json"
"""What a server leaves out of its list of files; on the site our extension does."""

DARK_AS_THE_PAGES = {"@jupyterlab/apputils-extension:themes": {"adaptive-theme": True}}
"""A lesson is dark where the browser asks for it, as the plain pages are."""

UNUSED = (
    "extensions/@jupyterlite/pyodide-kernel-extension/static/pypi",
    "consoles",
    "edit",
    "repl",
    "tree",
    "doc",
    "files/notebooks/teacher/paper",
    "static",
    "lab/workspaces",
)
"""Applications that no link of ours opens. The sheets on paper are copied as pages of their own."""

UNUSED_FILES = ("rspack.config*.js", "jupyterlite.schema.v0.json", "package.json", "overrides.json")
LEFT_OUT = (".ipynb_checkpoints", "paper")
KERNEL = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
SWITCHED_OFF = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlite/notebook-application-extension:share-file",
)


def make(course: Path, target: Path, work: Path, at_start: list[str]) -> None:
    """Build JupyterLite with the course in `target`, by way of a folder `work`. Raises SiteError."""
    contents = work / "contents"
    for name in CONTENTS:
        shutil.copytree(course / name, contents / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for path in contents.rglob("*.ipynb"):
        path.write_text(for_pyodide(path.read_text("utf-8")), "utf-8")
    shutil.copy(course / "CORRECTIONS.md", contents)
    settings = json.loads((course / SETTINGS).read_text("utf-8")) | DARK_AS_THE_PAGES
    (work / "overrides.json").write_text(json.dumps(settings), "utf-8")
    labextensions = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    extensions = [labextensions / name for name in EXTENSIONS] + [course / OURS]
    if missing := [path.name for path in extensions if not path.is_dir()]:
        raise SiteError(say("error.site.not_installed", missing=", ".join(missing)))
    build = {
        "contents": [str(contents)],
        "output_dir": str(target),
        "cache_dir": str(work / "cache"),
        "no_sourcemaps": True,
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(path) for path in extensions],
    }
    (work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), "utf-8")
    (work / "jupyter-lite.json").write_text(json.dumps(configuration(at_start, unlisted(course))), "utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(work)]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SiteError(say("error.site.not_built", reason=done.stderr.strip()[-300:]))
    for name in UNUSED:
        shutil.rmtree(target / name, ignore_errors=True)
    for pattern in UNUSED_FILES:
        for path in target.glob(pattern):
            path.unlink()


def unlisted(course: Path) -> list[str]:
    """Names of folders and files that stand in no list, though who has their address opens them."""
    told = json.loads((course / FILE_LIST).read_text("utf-8"))
    return [name for name in told["ContentsManager"]["hide_globs"] if "*" not in name]


def configuration(at_start: list[str], unlisted: list[str]) -> dict[str, object]:
    """What JupyterLite reads when it starts: our choices, and Pyodide with its packages from this site."""
    pyodide = {
        "pyodideUrl": "./pyodide/pyodide.mjs",
        "disablePyPIFallback": True,
        "pipliteWheelUrl": "./pyodide/piplite-1.0-py3-none-any.whl",
        "loadPyodideOptions": {
            "packages": at_start,
            "env": {"HOME": "/home/pyodide", "TMPDIR": "/tmp", "PYTHONDONTWRITEBYTECODE": "1", "READTWICE_SITE": "1"},
        },
    }
    config = {
        "appName": "Read Twice",
        "exposeAppInBrowser": True,
        "disabledExtensions": list(SWITCHED_OFF),
        "readtwiceUnlisted": unlisted,
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": pyodide},
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": config}


def for_pyodide(text: str) -> str:
    """A notebook as the site opens it: the same, for the kernel that is there."""
    notebook = json.loads(text)
    notebook["metadata"]["kernelspec"] = KERNEL
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
