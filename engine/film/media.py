"""The files a film is made of, opened when first needed and closed when others are needed more."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.film.place import Levels
from engine.media.movie_reader import MovieReader
from engine.media.pictures import read_picture
from engine.morph.finder import LandmarkFinder, landmark_cache_folder
from engine.project.folder import require
from engine.project.landmarks import Landmarks
from engine.project.media import MediaItem
from engine.project.proxies import proxy_path
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError

MOST_PICTURE_BYTES = 512 * 2**20
"""Pictures are kept up to this many bytes, but never fewer than the four that a cross-fade of morphs needs."""

_LEAST_PICTURES = 4
_MOST_READERS = 8

Note = Callable[[str], None]


class FilmMedia:
    """Pictures, movies and landmarks of one project. Pictures and landmarks may be asked for from any thread.

    Args:
        project: whose media items are meant.
        project_path: where it lies, which says where its media is.
        note: told, once each, what the person should know about a file.
        landmark_cache: folder of found landmarks; None takes the usual one.
        proxies: folder of the proxies; None takes the usual one.
    """

    def __init__(
        self,
        project: Project,
        project_path: Path,
        note: Note,
        landmark_cache: Path | None = None,
        proxies: Path | None = None,
    ) -> None:
        self._items = project.media_by_id()
        self._project_path = project_path
        self._note = note
        self._noted: set[str] = set()
        self._pictures: OrderedDict[str, Levels] = OrderedDict()
        self._readers: OrderedDict[tuple[str, str, bool], MovieReader] = OrderedDict()
        self._landmarks: dict[str, Landmarks | None] = {}
        self._finder = LandmarkFinder(cache=landmark_cache or landmark_cache_folder())
        self._proxies = proxies
        self._lock = threading.RLock()

    def item(self, media: str) -> MediaItem:
        """Return a media item by id."""
        return self._items[media]

    def path(self, media: str) -> Path:
        """Return a media item's file. Raises PortraitsError when it is missing."""
        return require(self._project_path, self._items[media])

    def picture(self, media: str) -> Levels:
        """Return a picture. Raises PortraitsError when it is missing or cannot be read."""
        with self._lock:
            if media not in self._pictures:
                with _named(self._items[media], self.path(media)):
                    self._pictures[media] = Levels(read_picture(self.path(media)))
                self._forget_pictures()
            self._pictures.move_to_end(media)
            return self._pictures[media]

    def landmarks(self, media: str) -> Landmarks | None:
        """Return the landmarks of a picture: those of the project, else those found now; None without a face."""
        with self._lock:
            if media not in self._landmarks:
                item, path, levels = self._items[media], self.path(media), self.picture(media)
                with _named(item, path):
                    if item.landmarks is not None:
                        item.landmarks.check_size(*levels.size, path)
                    found = item.landmarks or self._finder.find(path, levels.rgba, item.sha256)
                self._landmarks[media] = found
            return self._landmarks[media]

    def movie(self, media: str, clip: str, *, draft: bool = False) -> MovieReader:
        """Return the reader of a movie for one clip: each clip goes through the movie at its own place.

        Args:
            media: id of the movie.
            clip: id of the clip.
            draft: read its proxy where it has one.
        """
        key = media, clip, draft
        if key not in self._readers:
            if len(self._readers) >= _MOST_READERS:
                self._close_reader(*self._readers.popitem(last=False))
            self._readers[key] = (self._proxy(media) if draft else None) or self._original(media)
        self._readers.move_to_end(key)
        return self._readers[key]

    def _original(self, media: str) -> MovieReader:
        with _named(self._items[media], self.path(media)):
            return MovieReader(self.path(media))

    def _proxy(self, media: str) -> MovieReader | None:
        path = proxy_path(self._items[media].sha256, self._proxies)
        try:
            return MovieReader(path) if path.is_file() else None
        except PortraitsError:
            # The cache may be damaged; the movie itself is still there.
            return None

    def note(self, text: str) -> None:
        """Pass a sentence on to the person, once."""
        if text not in self._noted:
            self._noted.add(text)
            self._note(text)

    def close(self) -> None:
        """Close every file and pass on what the movies had to say."""
        while self._readers:
            self._close_reader(*self._readers.popitem())
        self._pictures.clear()
        self._finder.close()

    def _close_reader(self, key: tuple[str, str, bool], reader: MovieReader) -> None:
        item = self._items[key[0]]
        for text in reader.notes:
            self.note(text.replace(reader.path.name, item.name or item.path))
        reader.close()

    def _forget_pictures(self) -> None:
        while len(self._pictures) > _LEAST_PICTURES and self._bytes() > MOST_PICTURE_BYTES:
            self._pictures.popitem(last=False)

    def _bytes(self) -> int:
        return sum(levels.rgba.nbytes for levels in self._pictures.values())


@contextmanager
def _named(item: MediaItem, path: Path) -> Iterator[None]:
    """Let an error about a file of the media folder name it as the person does, not by its hash."""
    try:
        yield
    except PortraitsError as error:
        failure = error.failure
        what = failure.what.replace(path.name, item.name or path.name)
        raise PortraitsError(failure.code, what, failure.todo, safe=failure.safe) from error
