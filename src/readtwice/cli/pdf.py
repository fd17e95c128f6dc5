"""A page as PDF, printed by a browser that is on this machine already. Nothing is installed and nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from readtwice.words import say

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "brave-browser"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
"""What browsers that print from the command line are called."""

ELSEWHERE = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
}
"""Where they stand on systems that do not have them on the path; on Windows below a folder of programs."""

PATIENCE = 120
"""Seconds after which a browser that has not printed is given up."""


class NoPdf(Exception):
    """Raised where a page cannot be printed. Its text is one sentence for the person who asked."""


def find_browser() -> str | None:
    """The browser that the variable CHROMIUM names, or one that is installed."""
    return next(_browsers(), None)


def _browsers() -> Iterator[str]:
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if found := shutil.which(name) if name else None:
            yield found
    roots = [os.environ[one] for one in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if one in os.environ]
    for place in ELSEWHERE.get(sys.platform, ()):
        yield from (str(path) for root in roots or [""] if (path := Path(root, place)).is_file())


def print_pdf(html: str, path: Path) -> None:
    """Print a page that stands alone into a file, whole or not at all. Raises NoPdf."""
    browser = find_browser()
    if browser is None:
        raise NoPdf(say("command.print.no_browser"))
    with TemporaryDirectory() as folder:
        page, made = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html, "utf-8")
        arguments = [
            *("--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--print-to-pdf={made}",
            page.as_uri(),
        ]
        if sys.platform == "linux" and os.geteuid() == 0:  # a browser has no sandbox for the one who may do all
            arguments.insert(0, "--no-sandbox")
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run([browser, *arguments], capture_output=True, timeout=PATIENCE, check=False)
        if not made.is_file() or not made.read_bytes().startswith(b"%PDF-"):
            raise NoPdf(say("command.print.browser_failed", name=Path(browser).name))
        try:
            beside = path.with_name(f".{path.name}.new")
            shutil.copyfile(made, beside)
            beside.replace(path)
        except OSError as error:
            raise NoPdf(say("command.said.cannot_write", path=path, reason=error.strerror)) from error
