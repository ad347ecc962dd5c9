"""What every job is checked for, and what is said of faults."""

from pathlib import Path

import pytest

from engine.host.runner import as_portraits_error, run_job
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs import MorphJob, SoundJob
from engine.protocol.jobs.base import Job, Source


@pytest.mark.parametrize("name", ["a.png", "sub/../a.png", "link.png"])
def test_a_result_never_takes_the_place_of_an_input(tmp_path: Path, name: str) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"mine")
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.png").symlink_to(picture)
    inputs = (Source(path=str(picture)), Source(path=str(tmp_path / "gone.png")))
    jobs: tuple[Job, ...] = (
        MorphJob(inputs=inputs, output=str(tmp_path / name), overwrite=True),
        SoundJob(input=inputs[0], output=str(tmp_path / name), overwrite=True),
    )
    for job in jobs:
        with pytest.raises(PortraitsError, match="is an input of this job") as caught:
            run_job(job, SilentContext())
        assert caught.value.code is ErrorCode.USAGE
    assert picture.read_bytes() == b"mine"


def test_a_name_whose_bytes_are_no_characters_is_no_fault_of_ours() -> None:
    with pytest.raises(UnicodeEncodeError) as caught:
        "/pictures/caf\udce9.png".encode()
    told = as_portraits_error(caught.value)
    assert told.code is ErrorCode.BAD_INPUT
    assert told.failure.what == '"caf?.png" has bytes that are no characters.'
