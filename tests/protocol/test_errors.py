"""Errors carry their three parts and their exit status."""

from pathlib import Path

import pytest

from engine.protocol.errors import ErrorCode, PortraitsError, quoted


def test_an_error_reads_as_one_text_in_the_agreed_order() -> None:
    error = PortraitsError(ErrorCode.DISK_FULL, "The disk is full.", "Free 1 GB.", safe="The frames are kept.")
    assert str(error) == "The disk is full. The frames are kept. Free 1 GB."
    assert error.failure.todo == "Free 1 GB."


@pytest.mark.parametrize(("code", "status"), [(code, 2 if code is ErrorCode.USAGE else 1) for code in ErrorCode])
def test_only_wrong_use_exits_with_2(code: ErrorCode, status: int) -> None:
    assert PortraitsError(code, "It failed.").exit_status == status


def test_a_file_is_named_without_its_folder() -> None:
    assert quoted(Path("some") / "anna & 'Lena'.png") == "\"anna & 'Lena'.png\""
