"""One JupyterLab and one Chromium for all browser tests; a fresh page and an empty record for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.lab import Lab, copy_course, find_chromium, running_lab

expect.set_options(timeout=10_000)  # milliseconds: a click is answered in a fraction of that


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests skip, visibly, where there is no browser; in CI they fail instead."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if find_chromium() is None and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="no Chromium found: install it, or set CHROMIUM to its path"))


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture
def lab(lab_server: Lab) -> Lab:
    """The server with no kernel running, nothing saved, and every notebook as it ships: JupyterLab saves by itself."""
    lab_server.shut_down_kernels()
    shutil.rmtree(lab_server.record, ignore_errors=True)
    copy_course(lab_server.folder)
    return lab_server


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a usual size."""
    yield from _watched_page(chromium, height=1000)


@pytest.fixture
def tall_page(chromium: Browser) -> Iterator[Page]:
    """A page as tall as a lesson from the start: axe takes what is out of view for clipped, and misjudges it."""
    yield from _watched_page(chromium, height=9000)


def _watched_page(chromium: Browser, height: int) -> Iterator[Page]:
    """A page whose every request is watched: after the test, none may have left this machine."""
    context = chromium.new_context(viewport={"width": 1300, "height": height})
    page = context.new_page()
    page.set_default_timeout(15_000)
    strangers: list[str] = []

    def watch(address: str) -> None:
        if urlsplit(address).hostname not in ("127.0.0.1", "localhost", "", None):
            strangers.append(address)

    context.on("request", lambda request: watch(request.url))
    page.on("websocket", lambda socket: watch(socket.url))
    yield page
    context.close()
    assert not strangers, f"requests left the machine: {strangers[:5]}"
