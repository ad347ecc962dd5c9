"""Frames and sound of the film, asked of the engine ahead of time and kept while they may be needed again."""

from collections import OrderedDict
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.link import Answered, EngineBase, EngineState, EngineStatus
from desktop.widgets.engine_words import what_text
from engine.project.clips import AnyClip, MovieClip, PlacedClip, SoundClip
from engine.project.proxies import wants_proxy
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode
from engine.protocol.queries import FilmFrame, FilmShown, FilmSound, PictureReply, ShowFilm, SoundReply
from engine.protocol.values import to_json

SOUND_RATE = 48_000
_MOST_BYTES = 256 * 2**20
_ASKED_AT_ONCE = 6
_EDIT_PAUSE = 60
"""Milliseconds without another edit before the engine gets the new film."""

_MOST_PROJECT_BYTES = 15 * 2**20


class FilmFrames(QObject):
    """The film as the engine renders it now.

    Args:
        engine: renders.
    """

    arrived = Signal(object)
    """arg: int, a frame that has come."""

    sounded = Signal(object, object)
    """args: int first sample, bytes of int16 stereo at 48 kHz."""

    taken_over = Signal(object)
    """arg: bool, whether the film that was handed over last has sound."""

    problem = Signal(object)
    """arg: str, why frames cannot be shown; "" when they can again."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._project = Project()
        self._path = Path()
        self._version = 0
        self._known = False
        self._size = (0, 0)
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._drafts: set[int] = set()
        self._has_long = False
        self.draft = False
        """Set while the film plays or is scrubbed: frames of long movies may then come from their proxies."""
        self._asked: dict[int, int] = {}
        self._wanted: list[int] = []
        self._scrub: int | None = None
        self._refused: set[int] = set()
        self.has_sound = False
        self._hand_over = QTimer(self)
        self._hand_over.setSingleShot(True)
        self._hand_over.setInterval(_EDIT_PAUSE)
        self._hand_over.timeout.connect(self._show)
        engine.status_changed.connect(self._on_status)

    @property
    def name(self) -> str:
        return f"film-{self._version}"

    @property
    def size(self) -> tuple[int, int]:
        return self._size

    def show(self, project: Project, path: Path) -> None:
        """Take over a film; what is shown of the old one is no longer true."""
        same = project.timeline == self._project.timeline and project.settings == self._project.settings
        if same and path == self._path and project.media == self._project.media:
            return
        self._project, self._path = project, path
        items = project.media_by_id()
        self._has_long = any(
            wants_proxy(items[clip.media].info)
            for track in project.timeline.tracks
            for clip in track.clips
            if isinstance(clip, MovieClip) and clip.media in items
        )
        self._start_afresh()

    def refresh(self) -> None:
        """Hand the film over anew: a file that it comes from has appeared, such as a proxy."""
        if self._project.timeline.duration:
            self._start_afresh()

    def set_size(self, width: int, height: int) -> None:
        """Say how large frames are to be, in pixels."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._forget()
            self._ask()

    def image(self, frame: int) -> QImage | None:
        """Return a frame that is here."""
        image = self._kept.get(frame)
        if image is not None:
            self._kept.move_to_end(frame)
        return image

    def want(self, frame: int) -> QImage | None:
        """Return a frame, or ask for it before all others; ``arrived`` follows.

        At rest a frame that came from a proxy is returned too, and the exact one asked for.
        """
        image = self.image(frame)
        exact = image is not None and (self.draft or frame not in self._drafts)
        self._scrub = None if exact else frame
        self._ask()
        return image

    def want_ahead(self, frames: Iterable[int]) -> None:
        """Say which frames will be needed next, the first one first."""
        self._wanted = [frame for frame in frames if frame not in self._kept]
        self._ask()

    def want_sound(self, first: int, samples: int) -> None:
        """Ask for sound from a sample of the film on; ``sounded`` follows."""
        start = Fraction(first, SOUND_RATE)
        self._engine.ask(FilmSound(film=self.name, start=start, samples=samples), self._on_sound)

    # Inside

    def _start_afresh(self) -> None:
        self._known = False
        self._version += 1
        self._forget()
        self._hand_over.start()

    def _forget(self) -> None:
        self._kept.clear()
        self._drafts.clear()
        self._refused.clear()
        for query_id in self._asked:
            self._engine.forget(query_id)
        self._asked.clear()
        self._wanted.clear()

    def _show(self) -> None:
        if not self._engine.ready:
            return
        data = to_json(_without_unused(self._project))
        if len(data) > _MOST_PROJECT_BYTES:
            self.problem.emit(self.tr("This film is too large to be shown here. Render it to see it."))
            return
        self._engine.ask(ShowFilm(film=self.name, path=str(self._path), project=data), self._on_shown, "film.show")

    def _on_status(self, status: EngineStatus) -> None:
        if status.state is EngineState.READY and not self._known:
            self._start_afresh()
        elif status.state is not EngineState.READY:
            self._known = False

    def _on_shown(self, answer: Answered) -> None:
        reply = answer.reply
        if isinstance(reply, FilmShown) and reply.film == self.name:
            self._known = True
            self.has_sound = reply.has_sound
            self.problem.emit("")
            self.taken_over.emit(reply.has_sound)
            self._ask()
        elif answer.failure is not None:
            self.problem.emit(what_text(answer.failure))

    def _ask(self) -> None:
        if not self._known or self._size == (0, 0):
            return
        asked = set(self._asked.values())
        queue = ([self._scrub] if self._scrub is not None else []) + self._wanted
        for frame in queue:
            if len(self._asked) >= _ASKED_AT_ONCE:
                # What is looked at now does not wait for what may be looked at later.
                if frame != self._scrub or frame in asked:
                    return
                self._drop_oldest()
            is_better = frame == self._scrub and frame in self._drafts and not self.draft
            if frame in asked or (frame in self._kept and not is_better) or frame in self._refused:
                continue
            width, height = self._size
            draft = self.draft and self._has_long
            query = FilmFrame(film=self.name, frame=frame, width=width, height=height, draft=draft)
            asked.add(frame)
            self._asked[self._engine.ask(query, self._on_frame)] = frame

    def _drop_oldest(self) -> None:
        oldest = next(iter(self._asked))
        self._engine.forget(oldest)
        del self._asked[oldest]

    def _on_frame(self, answer: Answered) -> None:
        self._asked.pop(answer.query_id, None)
        query = answer.query
        if not isinstance(query, FilmFrame) or query.film != self.name or (query.width, query.height) != self._size:
            return
        reply = answer.reply
        if isinstance(reply, PictureReply) and answer.payload:
            data = answer.payload[0]
            image = QImage(data, reply.width, reply.height, reply.width * 4, QImage.Format.Format_RGBA8888)
            self._keep(query.frame, image.convertToFormat(QImage.Format.Format_RGB32))
            (self._drafts.add if query.draft else self._drafts.discard)(query.frame)
            if query.frame == self._scrub and (self.draft or not query.draft):
                self._scrub = None
            self.arrived.emit(query.frame)
        elif answer.failure is not None and answer.failure.code is not ErrorCode.NOT_AVAILABLE:
            self._refused.add(query.frame)
            if query.frame == self._scrub:
                self._scrub = None
            self.problem.emit(what_text(answer.failure))
        self._ask()

    def _keep(self, frame: int, image: QImage) -> None:
        self._kept[frame] = image
        limit = max(24, _MOST_BYTES // max(1, image.sizeInBytes()))
        while len(self._kept) > limit:
            self._kept.popitem(last=False)

    def _on_sound(self, answer: Answered) -> None:
        query = answer.query
        assert isinstance(query, FilmSound)
        if query.film == self.name and isinstance(answer.reply, SoundReply) and answer.payload:
            self.sounded.emit(round(query.start * SOUND_RATE), bytes(answer.payload[0]))


def _without_unused(project: Project) -> Project:
    """Return a project with the media only that its timeline shows: the engine needs no more."""
    used = {
        clip.media
        for track in project.timeline.tracks
        for clip in track.clips
        if isinstance(clip, PlacedClip | SoundClip)
    }
    media = tuple(replace(item, take_of=None, recipe=None) for item in project.media if item.id in used)
    tracks = tuple(
        replace(track, clips=tuple(_plain(clip) for clip in track.clips)) for track in project.timeline.tracks
    )
    return replace(project, media=media, timeline=replace(project.timeline, tracks=tracks))


def _plain(clip: AnyClip) -> AnyClip:
    if isinstance(clip, PlacedClip | SoundClip) and (clip.takes or clip.recipe is not None):
        return replace(clip, takes=(), recipe=None)
    return clip
