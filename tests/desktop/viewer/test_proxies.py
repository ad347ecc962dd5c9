"""Long movies on the timeline get a proxy by a job; the viewer uses it while the film plays or is scrubbed."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from desktop.link import FakeLink
from desktop.shell.services import Services
from desktop.timeline.selection import Playhead
from desktop.viewer.film_frames import FilmFrames
from desktop.viewer.film_player import FilmPlayer
from desktop.viewer.proxies import ProxyMaker, long_movies
from desktop.viewer.sound_output import SoundOutput
from engine.project.folder import with_item
from engine.project.media import StoredInfo
from engine.project.proxies import LONG_SECONDS, proxy_path
from engine.project.schema import Project
from engine.protocol.jobs import ProxyJob
from engine.protocol.queries import FilmFrame, FilmShown, PictureReply, ShowFilm
from tests.desktop.timeline.conftest import services  # noqa: F401
from tests.project.edit.films import film, movie, still


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))


def _film(seconds: float) -> Project:
    project = film(still("A", 0, 24), movie("M", 24, 120))
    item = project.media_by_id()["m"]
    info = StoredInfo(kind="movie", format="mov", duration=seconds, width=1920, height=1080, fps=24.0)
    return with_item(project, replace(item, info=info, name="Walk"))


def test_a_long_movie_is_queued_once(services: Services) -> None:  # noqa: F811
    maker = ProxyMaker(services.document, services.queue)
    said: list[object] = []
    maker.said.connect(said.append)
    services.document.apply("film", lambda _: _film(LONG_SECONDS))
    services.document.apply("title", lambda p: replace(p, title="Other"))
    (entry,) = services.queue.entries()
    assert isinstance(entry.job, ProxyJob)
    assert entry.job.source.sha256 == services.document.project.media_by_id()["m"].sha256
    assert said == ["A small copy of “Walk” is made, so that it plays smoothly here."]
    maker.deleteLater()


def test_short_movies_and_those_with_a_proxy_are_left_alone(services: Services) -> None:  # noqa: F811
    maker = ProxyMaker(services.document, services.queue)
    services.document.apply("film", lambda _: _film(LONG_SECONDS - 1))
    path = proxy_path(services.document.project.media_by_id()["m"].sha256)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"proxy")
    services.document.apply("film", lambda _: _film(LONG_SECONDS + 1))
    assert services.queue.entries() == ()
    maker.deleteLater()


def test_movies_that_only_lie_in_the_gallery_want_none() -> None:
    project = _film(100)
    assert [item.id for item in long_movies(project)] == ["m"]
    assert long_movies(replace(project, timeline=film(still("A", 0, 24)).timeline)) == []


class Player:
    """A player over a fake engine that answers when told to."""

    def __init__(self, seconds: float) -> None:
        self.link = FakeLink()
        self.link.become_ready()
        self.frames = FilmFrames(self.link)
        self.playhead = Playhead()
        self.player = FilmPlayer(self.frames, self.playhead, SoundOutput())
        self.player.set_film(_film(seconds))
        self.frames.show(_film(seconds), Path("film.portraits"))
        self.frames.set_size(32, 32)
        self.frames._show()
        query_id, query = self.link.asked[-1]
        assert isinstance(query, ShowFilm)
        self.link.reply(query_id, FilmShown(film=query.film, has_sound=False))

    def asked(self) -> list[FilmFrame]:
        return [query for _, query in self.link.asked if isinstance(query, FilmFrame)]

    def answer_last(self) -> None:
        query_id, query = self.link.asked[-1]
        assert isinstance(query, FilmFrame)
        self.link.reply(query_id, PictureReply(width=32, height=32), bytes(32 * 32 * 4))


@pytest.mark.parametrize("seconds", [LONG_SECONDS, LONG_SECONDS - 1])
def test_drafts_are_asked_for_while_it_is_scrubbed_and_the_frame_itself_after(qapp: object, seconds: float) -> None:
    made = Player(seconds)
    made.player.set_scrubbing(True)
    made.player.seek(30)
    is_long = seconds >= LONG_SECONDS
    assert (made.asked()[-1].frame, made.asked()[-1].draft) == (30, is_long)
    made.answer_last()
    assert isinstance(made.frames.image(30), QImage)
    count = len(made.asked())
    made.player.set_scrubbing(False)
    assert len(made.asked()) == count + is_long
    assert not is_long or (made.asked()[-1].frame, made.asked()[-1].draft) == (30, False)


def test_a_new_proxy_lets_the_film_be_handed_over_anew(qapp: object) -> None:
    made = Player(LONG_SECONDS)
    name = made.frames.name
    made.frames.refresh()
    assert made.frames.name != name
    made.frames._show()
    assert made.link.asked[-1][1].film == made.frames.name


def test_playing_asks_for_drafts_and_standing_for_the_frame_itself(qapp: object) -> None:
    made = Player(LONG_SECONDS)
    made.player.seek(26)
    assert not made.asked()[-1].draft
    made.answer_last()
    made.player.play(1)
    assert made.asked()[-1].draft
    made.player.stop()
    assert not made.frames.draft
