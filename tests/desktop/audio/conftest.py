"""A whole audio pane over a scripted engine and sound devices that are none."""

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.audio.live import LivePlayer
from desktop.audio.pane import AudioPane
from desktop.audio.playing import TakePlayer
from desktop.audio.recorder import Recorder
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.queue_entry import QueueEntry
from desktop.state.settings import Settings
from desktop.timeline.selection import Playhead
from desktop.widgets.theme import Mode, theme
from engine.project.script import Block, Script
from engine.protocol.jobs import VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.queries import (
    AnyQuery,
    AnyReply,
    Cue,
    FormatSubtitles,
    LoudnessReply,
    MeasureSound,
    ReadSubtitles,
    SubtitlesReply,
    TextReply,
)
from tests.desktop.audio.helpers import FakeFilePlayer, FakeLoudspeaker, FakeMicrophone
from tests.desktop.helpers import AnsweringLink


class SoundLink(AnsweringLink):
    """Answers questions about sounds and subtitles as well. ``cues`` is what every subtitle file holds."""

    def __init__(self) -> None:
        super().__init__()
        self.cues: tuple[Cue, ...] = (Cue(start=0, end=900, text="Hello."),)

    def _reply_to(self, query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
        if isinstance(query, MeasureSound):
            levels = struct.pack("<4f", -30.0, -20.0, -18.0, -40.0), struct.pack("<4f", -50.0, -30.0, -25.0, -24.0)
            return LoudnessReply(step=0.1, steps=4, integrated=-21.5, true_peak=-2.0), levels
        if isinstance(query, ReadSubtitles):
            return SubtitlesReply(cues=self.cues), ()
        if isinstance(query, FormatSubtitles):
            return TextReply(text="\n".join(f"{cue.start} {cue.end} {cue.text}" for cue in query.cues)), ()
        return super()._reply_to(query)


class Desk:
    """The pane and everything around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        paths = Paths(*(folder / name for name in ("config", "data", "cache", "logs", "documents")))
        theme().set_look(mode=Mode.DARK, compact=False, stronger_edges=False, reduced_motion=True)
        self.link = SoundLink()
        self.book = LogBook()
        self.services = Services.make(paths, Settings(paths.settings_file), self.link, self.book)
        self.document, self.queue = self.services.document, self.services.queue
        self.loudspeaker, self.microphone, self.file_player = FakeLoudspeaker(), FakeMicrophone(), FakeFilePlayer()
        self.playhead = Playhead()
        self.said: list[str] = []
        self.pane = AudioPane(
            self.services,
            self.new_path,
            self.playhead,
            player=TakePlayer(player=self.file_player),
            live=LivePlayer(open_stream=self.loudspeaker.open),
            recorder=Recorder(open_stream=self.microphone.open),
        )
        self.pane.said.connect(self.said.append)
        self.queue.ended.connect(self._import)
        self.pane.resize(1000, 700)
        self.pane.show()
        self.link.become_ready()

    def new_path(self, words: str, suffix: str) -> Path:
        name = f"{len(self.queue.entries())} {words}{suffix}".replace("/", " ").replace("…", "")
        return self.folder / name

    def _import(self, entry: QueueEntry) -> None:
        if entry.artifacts:
            self.services.importer.add_results(entry.job, entry.artifacts)

    @property
    def script(self) -> Script:
        return self.document.project.script

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.script.blocks

    def write(self, *lines: str) -> tuple[Block, ...]:
        """Put lines into the script."""
        self.pane.commands.add_text("\n".join(lines))
        return self.blocks

    def finish(self, qtbot: Any, seconds: float = 1.0, **more: object) -> None:
        """Let the running job end well, and wait for the take."""
        job_id, job = self.link.submitted[-1]
        path = Path(str(job.output))  # type: ignore[union-attr]
        path.write_bytes(job_id.encode() + str(more).encode())
        info = MediaInfo(kind="sound", format="wav", duration=seconds, sample_rate=24_000, channels=1)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        artifacts = [Artifact(path=str(path), sha256=sha256, media=info)]
        if isinstance(job, VoiceJob):
            subtitles = path.with_suffix(".srt")
            subtitles.write_text("1\n", "utf-8")
            media = MediaInfo(kind="subtitles", format="srt")
            artifacts.append(Artifact(path=str(subtitles), sha256="0" * 64, media=media))
        before = sum(len(block.takes) for block in self.blocks)
        if more.get("cancelled"):
            self.link.say_cancelled(job_id, tuple(artifacts))
        else:
            self.link.say_done(job_id, tuple(artifacts))
        qtbot.waitUntil(lambda: sum(len(block.takes) for block in self.blocks) == before + 1)

    def speak(self, qtbot: Any, block_id: str, seconds: float = 1.0) -> None:
        """Speak a line to its end."""
        assert self.pane.speaking.speak((block_id,)) == 1
        self.finish(qtbot, seconds)

    def close(self) -> None:
        self.pane.hide()
        self.document.close()
        self.services.close()
        self.book.close()
        self.pane.deleteLater()


@pytest.fixture
def desk(qtbot: Any, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()
