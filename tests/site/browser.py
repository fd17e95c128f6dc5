"""The built site in a real browser: serve it, open its pages, and run notebooks there, with no server behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

from tests.browser.own_run import ran_by_itself, wait_for_own_run
from tests.servers import free_port, stop, wait_for

PATIENCE = 120_000
"""Milliseconds to wait for Pyodide on a busy machine."""

_READY = """() => { const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
return session && session.isReady && session.session?.kernel?.status === 'idle'; }"""
_DONE = """() => { const every = window.jupyterapp.shell.currentWidget.content.widgets;
const cells = every.filter(c => c.model.type === 'code');
return cells.every(c => c.model.executionState !== 'running' && c.model.executionCount !== null); }"""
_OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code')
.map(c => c.model.outputs.toJSON())"""

_TEXTS = ("text/html", "text/markdown", "text/plain")


@dataclass
class Site:
    """A served site: its address, and what its pages asked of anybody else."""

    url: str
    strangers: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Stop and count every request to elsewhere."""
        here = urlsplit(self.url).netloc

        def elsewhere(address: str) -> bool:
            return urlsplit(address).scheme in ("http", "https", "ws", "wss") and urlsplit(address).netloc != here

        context.route(elsewhere, lambda route: (self.strangers.append(route.request.url), route.abort()))

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook and wait until its kernel is idle: one of the course's own has run by itself then."""
        page.goto(f"{self.url}/notebooks/index.html?path={notebook}", wait_until="commit")
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=PATIENCE)
        page.wait_for_function(_READY, timeout=PATIENCE)
        wait_for_own_run(page, PATIENCE)

    def run_all(self, page: Page) -> list[list[dict[str, Any]]]:
        """Run every cell, unless the page ran by itself. Returns what each code cell put out, as notebooks store it."""
        if not ran_by_itself(page):
            page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
            page.wait_for_function(_DONE, timeout=PATIENCE)
        outputs: list[list[dict[str, Any]]] = page.evaluate(_OUTPUTS)
        return outputs

    def saved(self, page: Page) -> dict[str, str]:
        """The files of saved work as this browser holds them: name and content."""
        found: dict[str, str] = page.evaluate(
            """async () => { const { contents } = window.jupyterapp.serviceManager;
            const whole = { content: true };
            const folder = await contents.get('my-work', whole).catch(() => ({ content: [] }));
            const files = await Promise.all(folder.content.map(one => contents.get(one.path, whole)));
            const bytes = one => Uint8Array.from(atob(one.content), letter => letter.charCodeAt(0));
            const text = one => one.format === 'base64' ? new TextDecoder().decode(bytes(one)) : one.content;
            return Object.fromEntries(files.map(one => [one.name, text(one)])); }"""
        )
        return found


@contextmanager
def served(folder: Path, below: str = "") -> Iterator[Site]:
    """The site on 127.0.0.1: by its own start.py, or by a plain server from a folder above, where `below` leads on."""
    port, log = free_port(), folder.parent / "server.log"
    command = [sys.executable, str(folder / "start.py"), str(port), "--quiet"]
    if below:
        command = [sys.executable, "-m", "http.server", str(port), "--bind=127.0.0.1", f"--directory={folder}"]
    with log.open("wb") as output:
        server = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/{below}", server, log)
            yield Site(f"http://127.0.0.1:{port}/{below}".rstrip("/"))
        finally:
            stop(server)


def text_of(outputs: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """What a cell put out, in order: streams as one, every plain form of what it showed, charts, and errors."""
    found: list[tuple[str, Any]] = []
    for one in outputs:
        if one["output_type"] == "stream":
            text = "".join(one["text"])
            if found and found[-1][0] == one["name"]:
                text = found.pop()[1] + text
            found.append((one["name"], text))
        elif one["output_type"] == "error":
            found.append(("error", f"{one['ename']}: {one['evalue']}"))
        else:
            data = one["data"]
            found += [(kind, _joined(data[kind])) for kind in _TEXTS if kind in data]
            found += [(kind, data[kind]) for kind in data if "vega" in kind]
    return found


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
