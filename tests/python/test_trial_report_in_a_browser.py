"""The report of a trial as Chromium shows it: narrow and wide, light and dark, asking for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, chromium, missing_browser
from trial_report_data import REPORTS

from customer_master.trial import report, wording


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if reason := missing_browser():
        pytest.skip(reason)
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.mark.parametrize("name", ["usual", "nasty", "empty"])
def test_in_a_browser(name: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    report.write_report(REPORTS[name](), path)
    grounds = set()
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            browser.open(path, width, scheme)
            assert browser.console_messages() == []
            assert browser.requests() == [path.as_uri()]
            assert browser.run("return innerWidth") == width
            # A scroll bar takes some of the width; the page has to do with the rest.
            overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert browser.run(overflow) == 0, (width, scheme)
            assert browser.run("return document.querySelectorAll('script, img').length") == 0
            assert wording.headline(REPORTS[name]()) == browser.run("return document.querySelector('h1').textContent")
            grounds.add(browser.run("return getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) == 2
