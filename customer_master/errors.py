"""What can go wrong, the exit code it ends with, and how it is said."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of `customer-master`; the docstring of each is the table in --help."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    BAD_INPUT = 3
    BUILD_FAILED = 4
    TESTS_FAILED = 5
    GATE_FAILED = 6
    LOCKED = 7
    DISK_FULL = 8
    NOT_PUBLISHABLE = 9
    INTERRUPTED = 130


EXIT_CODE_MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.UNEXPECTED: "an error of the program itself; please report it",
    ExitCode.USAGE: "a wrong option or argument",
    ExitCode.BAD_INPUT: "a raw table or column is missing or has the wrong type",
    ExitCode.BUILD_FAILED: "the project does not parse, or a model failed",
    ExitCode.TESTS_FAILED: "a data test failed",
    ExitCode.GATE_FAILED: "a publish gate failed (a source shrank, merges jumped)",
    ExitCode.LOCKED: "another process holds the databases of this home",
    ExitCode.DISK_FULL: "no room left to write",
    ExitCode.NOT_PUBLISHABLE: "no finished build on top of the published version",
    ExitCode.INTERRUPTED: "stopped by Ctrl-C",
}


class CustomerMasterError(Exception):
    """A problem the user can act on: what happened, what to do, and the exit code."""

    exit_code = ExitCode.UNEXPECTED

    def __init__(self, message: str, todo: str = "", exit_code: ExitCode | None = None) -> None:
        super().__init__(message if not todo else f"{message}\n{todo}")
        self.message = message
        self.todo = todo
        if exit_code is not None:
            self.exit_code = exit_code


class BadInput(CustomerMasterError):
    """A raw table or column is not as the sources declare it."""

    exit_code = ExitCode.BAD_INPUT


class Locked(CustomerMasterError):
    """Another process works on the same home."""

    exit_code = ExitCode.LOCKED


class NotPublishable(CustomerMasterError):
    """What stands in the work database may not be published."""

    exit_code = ExitCode.NOT_PUBLISHABLE


class GateFailed(CustomerMasterError):
    """A publish gate failed and nobody accepted it."""

    exit_code = ExitCode.GATE_FAILED
