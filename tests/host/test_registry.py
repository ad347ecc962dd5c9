"""Every kind of job can be run: it has a function, which is there and takes a job and its context."""

import inspect
from typing import get_args

import pytest

from engine.host.registry import job_kinds, run_function
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Job


def test_every_kind_of_job_has_a_function_and_nothing_else_has() -> None:
    # Other tests register kinds of their own.
    assert {kind for kind in job_kinds() if kind.__module__.startswith("engine.")} == set(get_args(AnyJob))


@pytest.mark.parametrize("kind", get_args(AnyJob))
def test_the_function_takes_the_job_and_its_context(kind: type[Job]) -> None:
    assert len(inspect.signature(run_function(kind)).bind("job", "context").args) == 2
