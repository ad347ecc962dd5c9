"""Runs ``portraits-engine`` inside the test process."""

import json
from typing import Any, NamedTuple

import pytest

from engine.__main__ import app


class Result(NamedTuple):
    """What a command left behind: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects of standard output, one per line."""
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """``cli("morph", folder, "--output", movie)`` runs the command and returns its :class:`Result`."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Result:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            app([str(argument) for argument in arguments], prog_name="portraits-engine")
        printed = self._capsys.readouterr()
        status = end.value.code
        return Result(status if isinstance(status, int) else 0, printed.out, printed.err)
