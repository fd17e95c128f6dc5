"""One site for all tests of it, built from the checkout, and one server; a fresh browser profile for each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.lab import COURSE, find_chromium
from tests.site.browser import Site, served

expect.set_options(timeout=20_000)  # milliseconds: kernel, page and storage share one machine
CACHE = COURSE / "build" / "site-parts"
"""Where fetched and compiled parts are kept from one run to the next."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.long)
            if "page" in getattr(item, "fixturenames", ()) or "context" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.browser)
                if find_chromium() is None and not os.environ.get("CI"):
                    item.add_marker(pytest.mark.skip(reason="no Chromium found: install it, or set CHROMIUM"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built anew. Skips, visibly, where its parts cannot be had; in CI that is a failure."""
    try:
        from readtwice.authoring.site import SiteError, make_site
    except ImportError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{error.name} is missing, which builds the site")
    target = tmp_path_factory.mktemp("site") / "folder that is made" / "site"
    try:
        make_site(COURSE, target, CACHE)
    except SiteError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"the site could not be built: {error}")
    return target


@pytest.fixture(scope="session")
def site_server(built: Path) -> Iterator[Site]:
    with served(built) as site:
        yield site


@pytest.fixture
def site(site_server: Site) -> Site:
    site_server.strangers.clear()
    return site_server


@pytest.fixture
def context(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    """A browser that has never been here. After the test, it has asked nobody else for anything."""
    context = chromium.new_context(viewport={"width": 1300, "height": 1000})
    context.set_default_timeout(20_000)
    site.watch(context)
    yield context
    context.close()
    assert site.strangers == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
