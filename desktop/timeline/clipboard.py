"""Cutting, copying and pasting clips, and choosing them."""

from functools import partial
from typing import Literal

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.timeline.bench import Bench, Handlers
from desktop.widgets.engine_words import failure_text
from desktop.widgets.words import counted, tr
from engine.project.edit.copying import Copied, copy, paste
from engine.project.edit.remove import lift
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from engine.protocol.values import from_json, to_json

MIME = "application/x-portraits-clips"
_MOST_PASTED = 64 * 2**20


class Clipboard:
    """Works on the chosen clips."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def handlers(self) -> Handlers:
        """Return what each command does."""
        return {
            "timeline.cut": self.cut,
            "timeline.copy": self.copy,
            "timeline.paste": partial(self.paste, "overwrite"),
            "timeline.paste_insert": partial(self.paste, "insert"),
            "timeline.select_all": self.select_all,
            "timeline.select_track": self.select_track,
            "timeline.select_here": self.select_here,
        }

    def copy(self) -> bool:
        """Put the chosen clips on the clipboard."""
        try:
            copied = copy(self._bench.project, self._bench.selection.ids)
        except PortraitsError as error:
            self._bench.said.emit(failure_text(error.failure))
            return False
        data = QMimeData()
        data.setData(MIME, to_json(copied))
        QGuiApplication.clipboard().setMimeData(data)
        count = sum(len(row.clips) for row in copied.rows)
        self._bench.said.emit(counted(count, "{n} clip copied.", "{n} clips copied."))
        return True

    def cut(self) -> None:
        """Copy the chosen clips and lift them."""
        ids = self._bench.selection.ids
        if self.copy():
            self._bench.do(tr("Cut clips"), lambda p: lift(p, ids))

    def paste(self, landing: Literal["overwrite", "insert"]) -> None:
        """Paste at the playhead."""
        data = QGuiApplication.clipboard().mimeData()
        raw = bytes(data.data(MIME).data()) if data is not None and data.hasFormat(MIME) else b""
        if not raw or len(raw) > _MOST_PASTED:
            self._bench.said.emit(tr("There are no clips on the clipboard."))
            return
        try:
            copied = from_json(raw, Copied)
        except (msgspec.DecodeError, RecursionError):
            self._bench.said.emit(tr("What is on the clipboard cannot be used."))
            return
        time = self._bench.playhead.time
        new_ids: list[str] = []

        def edit(project: Project) -> Project:
            result, ids = paste(project, copied, at=time, landing=landing)
            new_ids.extend(ids)
            return result

        if self._bench.do(tr("Paste clips"), edit):
            self._bench.selection.choose(new_ids)

    def select_all(self) -> None:
        """Choose every clip that is not locked."""
        self._bench.selection.choose(
            clip.id for track in self._bench.project.timeline.tracks if not track.locked for clip in track.clips
        )

    def select_track(self) -> None:
        """Choose every clip of the target track."""
        track = self._bench.target()
        if track is not None and not track.locked:
            self._bench.selection.choose(clip.id for clip in track.clips)

    def select_here(self) -> None:
        """Choose the clip at the playhead; again, the one on the next track there."""
        time, chosen = self._bench.playhead.time, self._bench.selection
        here = [
            clip.id
            for track in self._bench.project.timeline.tracks
            for clip in track.clips
            if clip.start <= time < clip.end and not track.locked
        ]
        if not here:
            self._bench.said.emit(tr("No clip lies at the playhead."))
            return
        now = next((index for index, clip_id in enumerate(here) if clip_id in chosen), -1)
        chosen.choose((here[(now + 1) % len(here)],))
