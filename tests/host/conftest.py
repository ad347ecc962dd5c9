"""Fixtures for tests of the engine's host."""

import pytest

from engine.host import registry
from engine.protocol.jobs import MorphJob, VoiceJob
from tests.helpers import scripted_jobs


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Voice and morph jobs do what the tests' scripts say."""
    monkeypatch.setattr(registry, "_RUN_FUNCTIONS", dict(registry._RUN_FUNCTIONS))
    for kind in (VoiceJob, MorphJob):
        registry.register(kind, scripted_jobs.FUNCTION)
