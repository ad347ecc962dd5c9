"""What an export will take and what it can use: asked of the engine once nothing has changed for a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.export.job import measured
from desktop.export.settings_pane import SettingsPane
from desktop.link import Answered, EngineBase
from desktop.viewer.film_frames import FilmFrames
from desktop.widgets.engine_words import engine_text
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.film import FilmJob
from engine.protocol.queries import (
    EncodersReply,
    Estimate,
    EstimateJob,
    FilmLoudness,
    FilmLoudnessReply,
    ListEncoders,
)

_SETTLE = 200


class Measures(QObject):
    """Fills the footer, the list of encoders and the loudness of the settings.

    Args:
        engine: answers.
        film: tells under which name the engine knows the film.
        pane: shows the answers.
        make_job: returns the job as the pane stands; raises PortraitsError or ValueError when it makes none.
    """

    def __init__(
        self, engine: EngineBase, film: FilmFrames, pane: SettingsPane, make_job: Callable[[], FilmJob], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine, self._film, self._pane, self._make_job = engine, film, pane, make_job
        self._project = Project()
        self._range = 0, 1
        self._estimate: Estimate | None = None
        self._frame_seconds: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._ask)

    def begin(self, project: Project, first: int, end: int) -> None:
        """Ask anew, soon, about the frames from ``first`` up to ``end``."""
        self._project, self._range = project, (first, end)
        self._timer.start()

    def on_paced(self, seconds: object) -> None:
        """Take note of how long one frame took just now."""
        self._frame_seconds = float(str(seconds)) or None
        self._show()

    def _ask(self) -> None:
        first, end = self._range
        try:
            job = self._make_job()
        except (PortraitsError, ValueError) as error:
            self._pane.show_refusal(engine_text(str(error)))
            return
        fps = self._project.settings.fps
        self._engine.ask(
            EstimateJob(job=measured(job, self._project, first, end)), self._on_estimate, "estimate.export"
        )
        self._engine.ask(ListEncoders(codec=job.encode.codec), self._on_encoders, "export.encoders")
        query = FilmLoudness(film=self._film.name, start=first / fps, end=end / fps)
        self._engine.ask(query, self._on_loudness, "export.loudness")

    def _on_estimate(self, answer: Answered) -> None:
        self._estimate = answer.reply if isinstance(answer.reply, Estimate) else None
        self._show()

    def _show(self) -> None:
        first, end = self._range
        seconds = None if self._pane.form.format().sound_only else self._frame_seconds
        self._pane.show_estimate(self._estimate, end - first, seconds)

    def _on_encoders(self, answer: Answered) -> None:
        query, form = answer.query, self._pane.form
        same = isinstance(query, ListEncoders) and query.codec == form.format().encode.codec
        if same and isinstance(answer.reply, EncodersReply):
            form.picture.offer_encoders(answer.reply.encoders)

    def _on_loudness(self, answer: Answered) -> None:
        reply = answer.reply
        self._pane.form.sound.show_now(reply.integrated if isinstance(reply, FilmLoudnessReply) else None)
