"""What the jobs of this capability share: hashed inputs, and words for a memory that ran out."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine import __version__
from engine.media.files import sha256_of
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Job, Source
from engine.protocol.recipe import recipe_of, to_text


def hashed(source: Source, note: Callable[[str], None]) -> Source:
    """Return an input with the SHA-256 it has now.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT when it cannot be read.
    """
    path = Path(source.path)
    digest = sha256_of(path)
    if source.sha256 and source.sha256 != digest:
        note(f"{quoted(path)} has changed since this job was made; its present content is used.")
    return Source(path=source.path, sha256=digest)


def recipe_text(job: Job, sources: Iterable[Source]) -> str:
    """Return the recipe of a job for a movie's metadata.

    Args:
        job: as it was run.
        sources: its inputs, hashed.
    """
    return to_text(recipe_of(job, app_version=__version__, inputs={source.path: source.sha256 for source in sources}))


@contextmanager
def out_of_memory_hint(doing: str, todo: str, safe: str = "Nothing was written.") -> Iterator[None]:
    """Turn an out-of-memory error into one that names the next smaller setting.

    Args:
        doing: what is done meanwhile, such as "animating".
        todo: the settings that need less, as a sentence.
        safe: what is not lost, as a sentence.
    """
    try:
        yield
    except Exception as error:
        if not isinstance(error, MemoryError) and type(error).__name__ != "OutOfMemoryError":
            raise
        raise PortraitsError(ErrorCode.OUT_OF_MEMORY, f"The memory ran out while {doing}.", todo, safe=safe) from error
