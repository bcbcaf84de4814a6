"""A headless Chromium for tests, driven over chromedriver's own JSON protocol: no library needed."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def missing_browser() -> str | None:
    """Why there is no browser to test with, or None when there is one."""
    absent = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"{' and '.join(absent)} not installed (Debian: chromium, chromium-driver)" if absent else None


@dataclass
class Browser:
    """One browser window; every address it asks for is logged."""

    session: str

    def call(self, command: str, **body: Any) -> Any:
        request = urllib.request.Request(
            f"{self.session}/{command}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=120) as response:
            return json.load(response)["value"]

    def devtools(self, command: str, **parameters: Any) -> Any:
        return self.call("goog/cdp/execute", cmd=command, params=parameters)

    def open(self, path: Path, width: int, scheme: str, height: int = 800) -> None:
        """Opens a file in a window of this width (CSS pixels), scheme 'light' or 'dark'."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("url", url=path.as_uri())

    def run(self, script: str) -> Any:
        return self.call("execute/sync", script=script, args=[])

    def console_messages(self) -> list[str]:
        """What the console said since the last call."""
        return [entry["message"] for entry in self.call("se/log", type="browser")]

    def requests(self) -> list[str]:
        """Every address asked for since the last call."""
        events = (json.loads(entry["message"])["message"] for entry in self.call("se/log", type="performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def screenshot(self, path: Path, whole: bool = True) -> None:
        """Writes a PNG of the whole page, or of the window alone."""
        picture = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(picture["data"]))


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile in that folder; ended with the block."""
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        assert driver.stdout is not None
        ports = (re.search(r"started successfully on port (\d+)", line) for line in driver.stdout)
        address = f"http://127.0.0.1:{next(found[1] for found in ports if found)}"
        # The sandbox does not run as root, which is who tests in a container.
        arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={profile}"]
        options = {"args": arguments + ["--no-sandbox"] * (os.geteuid() == 0)}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        made = Browser(address).call("session", capabilities={"alwaysMatch": wanted})
        browser = Browser(f"{address}/session/{made['sessionId']}")
        try:
            browser.call("url", url="about:blank")
            browser.requests()  # those of the page a browser begins with
            yield browser
        finally:
            urllib.request.urlopen(urllib.request.Request(browser.session, method="DELETE"), timeout=60).close()
    finally:
        driver.terminate()
        driver.wait(timeout=60)
