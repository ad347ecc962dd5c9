"""The command line as a fixture."""

import pytest

from tests.helpers.cli import CommandLine


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)
