"""The audio pane with the real engine and its built-in voice: three lines are spoken, heard, edited and placed."""

import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from desktop.audio.live import LivePlayer
from desktop.audio.pane import AudioPane
from desktop.link import EngineLink
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.state.settings import Settings
from engine.project.script_times import block_times, sound_lengths
from engine.protocol.jobs import SoundJob, VoiceJob
from tests.desktop.audio.helpers import FakeLoudspeaker
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_ENGINE = (sys.executable, "-c", "from engine.commands.serve import serve_from_environment; serve_from_environment()")
_LIMIT_MS = 120_000
_LINES = "Every face is a road.\nSøren kept the letters. All of them.\nAnd then you came back."


def test_three_lines_are_spoken_heard_edited_and_placed_at_their_times(qtbot: Any, tmp_path: Path) -> None:
    paths = Paths(*(tmp_path / name for name in ("config", "data", "cache", "logs", "documents")))
    engine = EngineLink(tmp_path / "engine.log", command=_ENGINE)
    book = LogBook()
    services = Services.make(paths, Settings(paths.settings_file), engine, book)
    document = services.document

    def import_results(entry: QueueEntry) -> None:
        assert entry.state is JobState.DONE, entry.failure
        services.importer.add_results(entry.job, entry.artifacts)

    services.queue.ended.connect(import_results)
    loudspeaker = FakeLoudspeaker()
    pane = AudioPane(
        services, lambda words, suffix: tmp_path / f"{len(list(tmp_path.glob('*.wav')))} {words}{suffix}",
        live=LivePlayer(open_stream=loudspeaker.open),
    )  # fmt: skip
    qtbot.addWidget(pane)
    pane.resize(1000, 700)
    pane.show()
    engine.start()
    try:
        pane.commands.add_text(_LINES)
        pane.commands.set_word("Søren", "Seren")
        pane.act.speak_all()
        qtbot.waitUntil(lambda: all(b.take for b in document.project.script.blocks), timeout=_LIMIT_MS)
        script = document.project.script
        lengths = sound_lengths(document.project)
        times = block_times(script, lengths)
        assert all(Fraction(1, 2) < time.sound < 8 for time in times)
        assert times[2].start == times[0].sound + times[1].sound + 2 * script.gap

        # It was heard while it was made, whole and in order.
        loudspeaker.ask(24_000 * 60)
        heard = len(bytes(loudspeaker.heard).rstrip(b"\0")) / 2 / 24_000
        assert heard == pytest.approx(float(sum(time.sound for time in times)), abs=0.3)

        # The dictionary went along, the subtitles carry the words as they are written.
        items = document.project.media_by_id()
        second = items[script.blocks[1].take or ""]
        assert second.recipe is not None
        assert second.recipe.job["say"] == ["Søren=Seren"]
        assert [caption.text for caption in second.captions] == ["Søren kept the letters.", "All of them."]
        assert 0 < second.captions[0].end < second.captions[1].start < times[1].sound

        pane.act.place()
        (track,) = document.project.timeline.tracks
        assert [(clip.start, clip.duration) for clip in track.clips] == [(time.start, time.sound) for time in times]

        # A fade is a new take of the same length; placing again brings the film up to date.
        pane.choose(script.blocks[0].id)
        pane.wave.edit_wanted.emit({"fade_in": 0.01, "fade_out": 0.01})
        qtbot.waitUntil(lambda: len(document.project.script.blocks[0].takes) == 2, timeout=_LIMIT_MS)
        kinds = [type(entry.job) for entry in services.queue.entries()]
        assert kinds == [VoiceJob, VoiceJob, VoiceJob, SoundJob]
        pane.act.place()
        (track,) = document.project.timeline.tracks
        assert track.clips[0].media == document.project.script.blocks[0].takes[1]
        assert [clip.start for clip in track.clips] == [time.start for time in times]

        # The meter and the wave show it.
        qtbot.waitUntil(lambda: pane.wave.plot is not None and pane.wave.plot.duration > 0, timeout=_LIMIT_MS)
        qtbot.waitUntil(lambda: "LUFS" in pane.wave.meter.accessibleDescription(), timeout=_LIMIT_MS)
        assert pane.wave.meter.accessibleDescription() == "−16.0 LUFS"

        while document.undo.canUndo():
            document.undo.undo()
        assert document.project.script.blocks == ()
    finally:
        document.close()
        services.close()
        book.close()
