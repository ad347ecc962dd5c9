"""The models of the window with the real engine and a real morph."""

import sys
from pathlib import Path
from typing import Any

from desktop.link import EngineLink
from desktop.state.document import Document
from desktop.state.gallery import GalleryModel
from desktop.state.importer import Importer
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.state.queue_store import QueueStore
from desktop.state.sessions import Sessions
from desktop.state.thumbnails import Thumbnails
from engine.protocol.jobs import MorphJob
from engine.protocol.jobs.base import Source
from resources import path as resource

_ENGINE = (sys.executable, "-c", "from engine.commands.serve import serve_from_environment; serve_from_environment()")
_LIMIT_MS = 120_000


def _job(folder: Path, frames: int) -> MorphJob:
    pictures = sorted(resource("samples", "portraits").glob("*.jpg"))[:2]
    return MorphJob(
        inputs=tuple(Source(path=str(picture)) for picture in pictures),
        output=str(folder / "morph.mp4"),
        width=128,
        height=128,
        morph_frames=frames,
    )


def test_a_morph_is_made_cancelled_made_again_and_seen_in_the_gallery(qtbot: Any, tmp_path: Path) -> None:
    engine = EngineLink(tmp_path / "engine.log", command=_ENGINE)
    document = Document(Sessions(tmp_path / "data"))
    queue = JobQueue(engine, QueueStore(tmp_path / "queue.sqlite"))
    importer = Importer(engine, document)
    gallery = GalleryModel(document, tmp_path / "index")
    thumbnails = Thumbnails(engine, tmp_path / "thumbnails")

    def ended(state: JobState) -> QueueEntry:
        with qtbot.waitSignal(queue.ended, timeout=_LIMIT_MS) as caught:
            pass
        entry: QueueEntry = caught.args[0]
        assert entry.state is state, entry.failure
        return entry

    try:
        engine.start()
        entry = queue.add(_job(tmp_path, frames=2000), title="Two faces")
        with qtbot.waitSignal(queue.previewed, timeout=_LIMIT_MS):
            pass
        queue.cancel(entry.job_id)
        ended(JobState.CANCELLED)
        assert not (tmp_path / "morph.mp4").exists()
        assert [path.name for path in tmp_path.glob("*morph*")] == [], "half a movie was left behind"

        queue.pause()
        queue.retry(entry.job_id)
        queue.cancel(entry.job_id)
        ended(JobState.CANCELLED)
        queue.resume()
        again = queue.add(_job(tmp_path, frames=6), title="Two faces")
        done = ended(JobState.DONE)
        assert done.job_id == again.job_id
        assert (tmp_path / "morph.mp4").stat().st_size > 1000

        with qtbot.waitSignal(importer.finished, timeout=_LIMIT_MS):
            importer.add_results(done.job, done.artifacts)
        item = gallery.item(0)
        assert item is not None
        assert (item.kind, item.width, item.imported, item.missing) == ("movie", 128, False, False)
        qtbot.waitUntil(lambda: thumbnails.picture(item.path, 64) is not None, timeout=_LIMIT_MS)
        image = thumbnails.picture(item.path, 64)
        assert image is not None
        assert (image.width(), image.height()) == (64, 64)
    finally:
        queue.close()
        importer.close()
        thumbnails.close()
        engine.shutdown()
        gallery.close()
        document.close()
