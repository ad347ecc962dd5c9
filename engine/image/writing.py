"""Writes finished pictures beside the work on the next ones, each with everything about how it was made."""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec.structs import replace

from engine import __version__
from engine.image import names
from engine.image.faces import Rgba
from engine.image.parameters import NamedLora, parameters_text
from engine.image.session import Made, Session
from engine.image.xmp import KEY as XMP_KEY
from engine.image.xmp import SourceType, packet
from engine.media.files import make_folder, sha256_of
from engine.media.pictures import write_picture
from engine.media.probe import read_metadata
from engine.media.recipes import PARAMETERS_KEY, RECIPE_KEY
from engine.models.weight_names import public_name
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.jobs.image import ImageJob, Lora, PictureJob
from engine.protocol.recipe import recipe_of, to_text

_MOST_WAITING = 4
_THREADS = 2


class PictureWriter:
    """Writes pictures as ``portrait_<time>_<seed>.png`` on threads of its own; compressing lets go of Python's lock.

    Leaving the block waits for all of them. What was written stays, also when the block ends with an exception.

    Args:
        session: whose pictures they are.
        folder: made when it is not there.
        moment: when the job began.
    """

    def __init__(self, session: Session[Any], folder: Path, moment: datetime | None = None) -> None:
        self._session = session
        self._folder = folder
        # Names carry the person's own clock.
        self.time = names.stamp(moment or datetime.now().astimezone())
        self._source_type: SourceType = _source_type(session.job)
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="pictures")
        self._waiting: deque[Future[Artifact]] = deque()
        self._artifacts: list[Artifact] = []

    def __enter__(self) -> Self:
        make_folder(self._folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True)
        if kind is None:
            while self._waiting:
                self._artifacts.append(self._waiting.popleft().result())

    @property
    def artifacts(self) -> list[Artifact]:
        """Everything that was written, in the order of the pictures; complete after the block."""
        return self._artifacts

    def write(self, made: Made) -> None:
        """Write one picture soon.

        Raises:
            PortraitsError: an earlier picture could not be written.
        """
        while len(self._waiting) >= _MOST_WAITING:
            self._artifacts.append(self._waiting.popleft().result())
        self._waiting.append(self._pool.submit(self._write, made))

    def write_now(self, made: Made) -> Artifact:
        """Write one picture and return when it is there."""
        return self._write(made)

    def _write(self, made: Made) -> Artifact:
        text = texts(self._session, made, self._source_type, self._folder)
        paths = names.candidates(self._folder, self.time, made.wanted.seed)
        return write_new(paths, made.picture, text)


def write_new(paths: Iterable[Path], picture: Rgba, text: dict[str, str]) -> Artifact:
    """Write a picture under the first name that is free, also when another program takes names meanwhile."""
    for path in paths:
        if path.exists():
            continue
        try:
            write_picture(path, picture, overwrite=False, text=text)
        except PortraitsError as error:
            if error.code is ErrorCode.OUTPUT_EXISTS:
                continue
            raise
        height, width = picture.shape[:2]
        media = MediaInfo(kind="picture", format="png", width=width, height=height, frames=1)
        return Artifact(path=str(path), sha256=sha256_of(path), media=media)
    raise AssertionError("names never end")


def picture_job(session: Session[Any], made: Made, folder: Path) -> ImageJob:
    """Return the job that makes one picture again: its own seed, its prompt expanded, its styles' strengths."""
    job: PictureJob = session.job
    shared = {name: getattr(job, name) for name in PictureJob.__struct_fields__}
    loras = tuple(
        Lora(
            source=Source(path=str(chosen.file.path), sha256=chosen.file.sha256),
            strength=chosen.strength * made.wanted.factor,
            name=chosen.name,
        )
        for chosen in session.loras
        if chosen.strength * made.wanted.factor != 0
    )
    source = None
    if job.source is not None:
        source = Source(path=job.source.path, sha256=session.inputs[job.source.path])
    return ImageJob(
        **shared
        | {
            "prompt": made.wanted.words.prompt,
            "negative_prompt": made.wanted.words.negative_prompt,
            "templates": (),
            "seed": made.wanted.seed,
            "loras": loras,
            "source": source,
            "wildcards": "",
            "batch_size": 0,
        },
        output=str(folder),
        num_images=1,
    )


def texts(session: Session[Any], made: Made, source_type: SourceType, folder: Path) -> dict[str, str]:
    """Return the texts of a picture: where it comes from always, the settings unless the person switched them off."""
    found = {XMP_KEY: packet(source_type, f"Portraits {__version__}")}
    if not session.job.embed:
        return found
    job = picture_job(session, made, folder)
    hashes = {chosen.file.sha256: chosen.file for chosen in session.loras}
    loras = [
        NamedLora(hashes[lora.source.sha256].path.stem, lora.strength, hashes[lora.source.sha256].short_hash)
        for lora in job.loras
    ]
    height, width = made.picture.shape[:2]
    found[PARAMETERS_KEY] = parameters_text(
        job,
        model=public_name(session.files.name),
        model_hash=session.files.sha256,
        loras=loras,
        version=__version__,
        size=(width, height),
    )
    inputs = session.inputs if not session.files.sha256 else session.inputs | {session.files.name: session.files.sha256}
    parents = [job.source.sha256] if job.source is not None else []
    recipe = recipe_of(
        replace(job, model=public_name(job.model)), app_version=__version__, inputs=inputs, parents=parents
    )
    found[RECIPE_KEY] = to_text(recipe)
    return found


def _source_type(job: PictureJob) -> SourceType:
    """A variation of a picture that no model made is a composite of both."""
    if job.source is None:
        return "trainedAlgorithmicMedia"
    try:
        text = read_metadata(Path(job.source.path))
    except PortraitsError:
        text = {}
    made = RECIPE_KEY in text or PARAMETERS_KEY in text or "trainedAlgorithmicMedia" in text.get(XMP_KEY.lower(), "")
    return "trainedAlgorithmicMedia" if made else "compositeWithTrainedAlgorithmicMedia"
