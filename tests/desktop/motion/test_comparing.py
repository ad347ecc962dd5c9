"""Motions before and after tokens."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.motion.comparing import TOKENIZER
from engine.animation.motion_file import read_motion, write_motion
from engine.protocol.jobs import ReconstructMotionJob
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.models import ModelState
from tests.desktop.helpers import QUIET
from tests.desktop.motion.conftest import Desk

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def show_tokenizer(desk: Desk, qtbot: Any, *, here: bool) -> None:
    """Let the model store have the tokenizer, or not."""
    desk.link.models = (
        ModelState(
            id=TOKENIZER,
            title="4DMoT",
            purpose="",
            kinds=(),
            condition="installed" if here else "missing",
            source="x",
            licence="Apache-2.0",
        ),
    )
    desk.services.models.refresh()
    qtbot.waitUntil(lambda: desk.services.models.known)


def test_without_the_tokenizer_its_download_is_offered(desk: Desk, qtbot: Any) -> None:
    show_tokenizer(desk, qtbot, here=False)
    desk.open(qtbot)
    page = desk.page
    page.transport.choose("after")
    assert "4DMoT" in page.transport.told.text()
    assert page.transport.get.isVisible()
    page.transport.get.click()
    assert desk.models == [(TOKENIZER,)]
    assert desk.queue.entries() == ()


def test_before_and_after_tokens_are_compared(desk: Desk, qtbot: Any) -> None:
    show_tokenizer(desk, qtbot, here=True)
    desk.open(qtbot)
    page, session = desk.page, desk.session
    page.transport.choose("both")
    qtbot.waitUntil(lambda: len(desk.link.submitted) == 1)
    job_id, job = desk.link.submitted[0]
    assert isinstance(job, ReconstructMotionJob)
    sent = read_motion(Path(job.motion.path))
    np.testing.assert_array_equal(sent.joints, session.take.joints)
    restored = sent.with_joints(sent.joints + np.array([3, 4, 0], np.float32))
    write_motion(Path(job.output), restored)
    sha256 = hashlib.sha256(Path(job.output).read_bytes()).hexdigest()
    artifact = Artifact(path=job.output, sha256=sha256, media=MediaInfo(kind="motion", format="motion"))
    desk.link.say_started(job_id)
    desk.link.say_done(job_id, (artifact,))
    qtbot.waitUntil(lambda: page.comparison.restored is not None)
    assert page.transport.told.text() == "5 mm in this frame"
    assert page.orbit.shown == "both"
    assert not page.transport.again.isVisible()
    session.move_key(24, (5.0, 0.0, 0.0))
    assert page.transport.again.isVisible()
    page.transport.again.click()
    qtbot.waitUntil(lambda: len(desk.link.submitted) == 2)
    desk.link.say_started(desk.link.submitted[1][0])
    page.transport.choose("before")
    assert not page.transport.told.isVisible()
