"""Peak memory of this process, not of the one that started it."""

from __future__ import annotations

import re
from pathlib import Path


def peak_memory() -> float:
    """MB held at most since this program began (Linux; `ru_maxrss` would count what a parent held before)."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii")).group(1)) / 1024
