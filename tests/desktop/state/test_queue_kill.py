"""The queue survives kill -9 at any moment."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from desktop.state.queue_entry import JobState
from desktop.state.queue_store import QueueStore

_ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill fifty processes quickly")
def test_nothing_is_lost_and_nothing_runs_twice_when_the_window_is_killed_fifty_times(tmp_path: Path) -> None:
    queue, ledger = tmp_path / "queue.sqlite", tmp_path / "ledger"
    command = [sys.executable, "-m", "tests.helpers.queue_victim", str(queue), str(ledger), "50", "20240607"]
    subprocess.run(command, cwd=_ROOT, check=True, timeout=120)

    lines = [line.split() for line in ledger.read_text().splitlines()]
    seen = {word: Counter(job_id for said, job_id in lines if said == word) for word in ("added", "started", "ended")}
    store = QueueStore(queue)
    state = {entry.job_id: entry.state for entry in store.entries()}
    store.close()

    assert store.damaged_copy is None
    assert len(seen["added"]) > 100, "the rounds were too short to prove anything"
    assert len(seen["ended"]) > 50
    assert seen["added"].keys() <= state.keys(), "a job that a person had added is lost"
    assert max(seen["started"].values()) == 1, "a job was started twice"
    assert {job_id for job_id in seen["ended"] if state[job_id] is not JobState.DONE} == set()
    began = {job_id for job_id, found in state.items() if found is not JobState.QUEUED}
    assert seen["started"].keys() <= began, "a job that was started waits to be started again"
    interrupted = [job_id for job_id, found in state.items() if found is JobState.INTERRUPTED]
    assert interrupted, "no round was cut while a job ran"
