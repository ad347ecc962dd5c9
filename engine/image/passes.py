"""What a batch goes through: the first pass, the second at a larger size, and the repair of faces."""

from collections.abc import Sequence
from typing import Any

from engine.diffusion.allowance import Allowance
from engine.image.denoise import Denoising, Start, denoise, rows
from engine.image.face_repair import faces_to_repair, repair_face
from engine.image.faces import FaceFinder, Rgba
from engine.image.family import Tensors
from engine.image.pixels import to_latents, to_pictures
from engine.image.plan import steps_for
from engine.image.preview import SHARE
from engine.image.studio import Studio
from engine.image.watch import Count, StepWatch
from engine.media.pictures import resize_picture
from engine.project.landmarks import Landmarks
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import PictureJob

_MULTIPLE = 8


class Passes:
    """Makes batches as a job describes.

    Args:
        studio: the model, its styles set.
        job: with every number filled in.
        source: the start picture, of the job's size.
        context: hears of progress and notes.
        count: progress over all batches.
        finder: finds faces.
    """

    def __init__(
        self,
        studio: Studio,
        job: PictureJob,
        source: Rgba | None,
        context: JobContext,
        count: Count,
        finder: FaceFinder | None,
    ) -> None:
        self._studio = studio
        self._job = job
        self._source = source
        self._start: Start | None = None
        self._context = context
        self._count = count
        self._finder = finder
        self._allowance = Allowance(SHARE)

    def pictures(self, words: Tensors, seeds: Sequence[int], places: Sequence[int], *, tiled: bool) -> list[Rgba]:
        """Return a picture for each seed; ``words`` has a row for each, ``places`` where previews of it belong."""
        job = self._job
        if self._source is not None and self._start is None:
            self._start = Start(to_latents(self._studio.pipeline.vae, self._source, tiled=tiled), job.strength)
        watch = self._watch(len(seeds), places)
        latents = denoise(self._studio, self._numbers(job.width, job.height), words, seeds, watch, self._start)
        self._context.check_cancelled()
        made = to_pictures(self._studio.pipeline.vae, latents, tiled=tiled)
        if job.second_pass > 1:
            made = [self._enlarged(each, rows(words, [i]), seeds[i], places[i], tiled) for i, each in enumerate(made)]
        if job.face_repair:
            made = [self._repaired(each, rows(words, [i]), seeds[i], tiled) for i, each in enumerate(made)]
        return made

    def _numbers(self, width: int, height: int, strength: float = 1.0) -> Denoising:
        job = self._job
        assert job.steps is not None
        assert job.guidance_scale is not None
        steps = job.steps if strength == 1.0 else steps_for(job.steps, strength)
        return Denoising(width, height, steps, job.guidance_scale, job.scheduler)

    def _watch(self, batch: float, places: Sequence[int] = ()) -> StepWatch:
        return StepWatch(self._context, self._studio.painter, self._allowance, self._count, batch, tuple(places))

    def _enlarged(self, picture: Rgba, words: Tensors, seed: int, place: int, tiled: bool) -> Rgba:
        """Enlarge and refine: a second pass at full size keeps the composition of the first, small one."""
        height, width = (round(side * self._job.second_pass / _MULTIPLE) * _MULTIPLE for side in picture.shape[:2])
        large = resize_picture(picture, width, height)
        strength = self._job.second_strength
        vae = self._studio.pipeline.vae
        start = Start(to_latents(vae, large, tiled=tiled), strength)
        latents: Any = denoise(
            self._studio, self._numbers(width, height, strength), words, [seed], self._watch(1, [place]), start
        )
        return to_pictures(vae, latents, tiled=tiled)[0]

    def _repaired(self, picture: Rgba, words: Tensors, seed: int, tiled: bool) -> Rgba:
        faces = self._faces(picture, seed)
        if not faces:
            self._count.done += 1 / self._count.passes
            return picture
        for face in faces:
            picture = repair_face(
                self._studio,
                picture,
                face,
                words,
                self._numbers(0, 0),
                seed,
                strength=self._job.face_strength,
                margin=self._job.face_margin,
                watch=self._watch(1 / len(faces)),
                tiled=tiled,
            )
        return picture

    def _faces(self, picture: Rgba, seed: int) -> list[Landmarks]:
        """Return the faces to repair; a picture is worth keeping although nothing finds its faces."""
        if self._finder is None:
            self._context.note("Faces were not repaired: the face detector is not here.")
            return []
        try:
            faces = faces_to_repair(self._finder, picture)
        except PortraitsError as error:
            if error.code is not ErrorCode.NOT_AVAILABLE:
                raise
            self._context.note(f"Faces were not repaired: {error}")
            return []
        if not faces:
            self._context.note(f"No face was found in the picture with seed {seed}; it stays as it is.")
        return faces
