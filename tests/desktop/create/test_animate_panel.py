"""The animation panel, the training panel and the voice panel: the exact jobs, and what follows from the model."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.create.animate_panel import AnimatePanel
from desktop.create.train_panel import TrainPanel
from desktop.create.voice_panel import VoicePanel
from engine.protocol.jobs import AnimateJob, TrainTokenizerJob, VoiceJob
from engine.protocol.jobs.base import Source
from engine.protocol.voices import BUILT_IN
from tests.desktop.create.helpers import a_bench, a_file
from tests.desktop.helpers import QUIET, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    _dropped.kept.append(data)  # type: ignore[attr-defined]
    return QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )


_dropped.kept = []  # type: ignore[attr-defined]


def test_an_animation_needs_a_picture_and_a_motion(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture, motion = make_picture(tmp_path, "Ada"), a_file(tmp_path, "wave.npz")
    with a_bench(tmp_path) as bench:
        panel = bench.open("animate", AnimatePanel)
        assert panel.missing() == "Choose a picture of the person"
        panel.reference.dropEvent(_dropped(motion, picture))
        assert panel.missing() == "Choose a motion"
        assert panel.start_button.text() == "Animate Ada"
        panel.motion.dropEvent(_dropped(motion))
        panel.form.set_values({"frames": 49, "seed": 6666})
        assert panel.length.seconds.value() == 2.45
        panel.start()
        assert bench.jobs() == [
            AnimateJob(
                reference=Source(path=str(picture)),
                motion=Source(path=str(motion)),
                frames=49,
                seed=6666,
                output=str(bench.results / "Ada - wave.mp4"),
            )
        ]


def test_the_side_is_a_multiple_of_32_and_the_large_model_reads_words(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("animate", AnimatePanel)
        side = panel.form.editor("side")
        side.widget.setValue(500)  # type: ignore[attr-defined]
        assert side.value() == 512
        assert panel.words.isHidden()
        qtbot.mouseClick(panel.cards.card("17b"), Qt.MouseButton.LeftButton)
        assert not panel.words.isHidden()
        assert panel.needed_models() == ("mvdit-17b", "mtvcrafter-4dmot", "wan2.1-parts")


def test_animate_this_brings_the_picture(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture = make_picture(tmp_path, "Ada")
    with a_bench(tmp_path) as bench:
        panel = bench.pane.animate(str(picture))
        assert bench.pane.current() is panel
        assert isinstance(panel, AnimatePanel)
        assert panel.reference.path() == str(picture)


def test_a_draft_of_an_animation_has_few_steps(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("animate", AnimatePanel)
        panel.set_reference(str(make_picture(tmp_path, "Ada")))
        panel.set_motion(str(a_file(tmp_path, "wave.npz")))
        qtbot.mouseClick(panel.draft, Qt.MouseButton.LeftButton)
        (job,) = bench.jobs()
        assert isinstance(job, AnimateJob)
        assert job.steps == 12
        assert job.seed == panel.form.editor("seed").value()


def test_a_training_and_one_that_goes_on(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data, run = a_file(tmp_path, "walks.h5"), tmp_path / "run 1"
    run.mkdir()
    with a_bench(tmp_path) as bench:
        panel = bench.open("train", TrainPanel)
        assert not bench.pane.head.findChildren(type(bench.pane.tabs["image"]))[0].isVisible()
        assert panel.missing() == "Choose a training set"
        panel.dataset.put(str(data))
        panel.form.set_values({"learning_rate": 0.0003, "steps": 8000, "narrow": 100})
        assert panel.form.editor("narrow").value() == 100
        panel.form.editor("narrow").widget.setValue(101)  # type: ignore[attr-defined]
        assert panel.form.editor("narrow").value() == 96
        panel.start()
        panel.form.set_values({"resume": True})
        assert panel.missing() == "Choose the run to go on with"
        panel.folder.put(str(run))
        assert not panel.network.isEnabled()
        panel.start()
        first, second = bench.jobs()
        assert first == TrainTokenizerJob(
            dataset=Source(path=str(data)),
            output=str(bench.results / "Training walks"),
            learning_rate=0.0003,
            steps=8000,
            narrow=96,
        )
        assert isinstance(second, TrainTokenizerJob)
        assert (second.resume, second.output) == (True, str(run))


def test_a_running_training_shows_in_the_panel_and_can_be_stopped(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("train", TrainPanel)
        panel.dataset.put(str(a_file(tmp_path, "walks.h5")))
        assert panel.run_state.isHidden()
        panel.start()
        job_id, _ = bench.link.submitted[0]
        bench.link.say_started(job_id)
        bench.link.say_progress(job_id, "Step 800 of 1000", 800, 1000, remaining=120)
        assert not panel.run_state.isHidden()
        assert panel.run_state.left.text() == "80 % · 2 min left"
        assert panel.run_state.bar.part() == 0.8
        qtbot.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
        assert bench.link.cancelled == [(job_id, False)]
        bench.link.say_cancelled(job_id)
        assert panel.run_state.isHidden()


def test_the_large_voice_is_described_and_has_its_own_fields(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("voice", VoicePanel)
        assert panel.description.isHidden()
        qtbot.mouseClick(panel.voices.button("maya1"), Qt.MouseButton.LeftButton)
        assert not panel.description.isHidden()
        panel.form.set_values({"description": BUILT_IN[2].description, "temperature": 0.6})
        panel.text.setPlainText("Hello <laugh> there.")
        panel.start()
        assert bench.jobs() == [
            VoiceJob(
                text="Hello <laugh> there.",
                engine="maya1",
                description=BUILT_IN[2].description,
                temperature=0.6,
                output=str(bench.results / "Hello laugh there.wav"),
            )
        ]
