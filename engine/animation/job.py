"""Runs an :class:`AnimateJob`: a reference picture and a motion become a movie."""

from collections.abc import Callable
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path

import msgspec
import numpy as np
from diffusers.models.attention_dispatch import attention_backend

from engine.animation.animating import ClipMaker, ClipMaker7B, ClipMaker17B, Picture, make_clips
from engine.animation.cleaning import gaps_filled
from engine.animation.clips import plan_clips
from engine.animation.denoising import DenoiseSettings
from engine.animation.inputs import hashed, out_of_memory_hint, recipe_text
from engine.animation.models import Models
from engine.animation.motion import Motion, require_person
from engine.animation.motion_input import load_one
from engine.animation.panels import Panels
from engine.animation.reference import MAX_RATIO, bucket_size, prepared
from engine.animation.settings import guidance_of, steps_of
from engine.animation.timing import resampled, trimmed
from engine.animation.tokenizer import OUT_OF_DOMAIN
from engine.media.files import output_exists, sha256_of
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.picture_sequence import first_file
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, probe
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.animate import AnimateJob, ModelPaths
from engine.protocol.jobs.base import Artifact, Source

_SHORTEST = 8
_LESS_MEMORY = "Choose the memory plan group or fp8, turn both halves at once off, or take a smaller size."


def run(job: AnimateJob, context: JobContext) -> list[Artifact]:
    """Animate.

    Returns:
        The movie, or the first picture of a sequence.

    Raises:
        PortraitsError: an input or a model cannot be used, or the memory ran out; nothing is left under the result's
            name then.
    """
    output = Path(job.output)
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    if job.lora and job.model == "7b":
        raise PortraitsError(
            ErrorCode.USAGE, "MV-DiT-7B takes no LoRA.", "Choose the model 17b, or leave the LoRA out."
        )
    if job.motion_start >= job.motion_end:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"The motion would never count: it begins at {job.motion_start:g} and ends at {job.motion_end:g}.",
            "Choose an end after the beginning; to move nothing at all take the motion strength 0.",
        )
    job = msgspec.structs.replace(
        job,
        reference=hashed(job.reference, context.note),
        motion=hashed(job.motion, context.note),
        lora=tuple(hashed(source, context.note) for source in job.lora),
        driving=tuple(hashed(source, context.note) for source in job.driving),
    )
    motion = _motion(job, context)
    if job.panels and not job.driving:
        job = msgspec.structs.replace(job, driving=_video_beside(job, motion, context))
    reference = _reference(job, context)
    with out_of_memory_hint("animating", _LESS_MEMORY):
        return _animate(job, motion, reference, context)


def _animate(job: AnimateJob, motion: Motion, reference: Picture, context: JobContext) -> list[Artifact]:
    models = Models(job, context)
    tokenizer = models.tokenizer()
    settings = _settings(job, both_halves=models.both_halves)
    maker = _maker(job, models, reference, settings, context)
    plan = plan_clips(len(motion), fixed=maker.fixed)
    if len(plan) > 1:
        context.note(
            f"The motion is longer than 49 frames: {len(plan)} clips are made, each goes on from the one before."
        )
    height, width = reference.shape[:2]
    with ExitStack() as stack:
        panels = Panels(reference, motion, _driving(job, stack), tall_sticks=job.model == "17b") if job.panels else None
        writer = stack.enter_context(
            MovieWriter(
                Path(job.output),
                width=width * (5 if panels else 1),
                height=height,
                fps=job.fps,
                encode=job.encode,
                metadata={"title": Path(job.output).stem, RECIPE_KEY: _recipe(job)},
                overwrite=job.overwrite,
            )
        )
        stack.enter_context(attention_backend(models.attention()))
        worst = 0.0
        for made in make_clips(maker, tokenizer, motion, plan, settings.steps, context):
            worst = max(worst, made.tokens.commitment)
            after = tokenizer.decode(made.tokens.indices) if panels else None
            for number, picture in enumerate(made.pictures):
                context.check_cancelled()
                if panels is not None and after is not None:
                    frame = made.clip.start + number
                    picture = panels.row(frame, after[min(number, len(after) - 1)], picture)
                writer.write(np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)]))
    for note in writer.notes:
        context.note(note)
    if worst > OUT_OF_DOMAIN:
        context.note(
            f"The motion is unlike those the models know (commitment loss {worst:.2f}, above {OUT_OF_DOMAIN}); if the "
            "result does not follow it, check its units, distance and cleanness."
        )
    result = first_file(Path(job.output), job.encode)
    return [Artifact(path=str(result), sha256=sha256_of(result), media=probe(result))]


def _recipe(job: AnimateJob) -> str:
    """The recipe; folders of models stay on this computer, only their names go into the movie."""
    names = {name: Path(getattr(job.models, name)).name for name in job.models.__struct_fields__}
    sources = (job.reference, job.motion, *job.lora, *job.driving)
    return recipe_text(msgspec.structs.replace(job, models=ModelPaths(**names)), sources)


def _motion(job: AnimateJob, context: JobContext) -> Motion:
    """Read the motion, fill its gaps, bring it to the result's frame rate and length."""
    path = Path(job.motion.path)
    motion, notes = load_one(path, index=job.index, person=job.person, fps=job.source_fps)
    for note in notes:
        context.note(note)
    require_person(motion)
    if job.clean:
        motion, filled = gaps_filled(motion)
        if filled:
            context.note(f"The person was missing in {filled} frames, which were filled from their neighbours.")
    motion = resampled(motion, job.fps)
    motion = trimmed(motion, job.start, job.start + job.frames if job.frames else None)
    if len(motion) < _SHORTEST:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} gives {len(motion)} frames at {float(job.fps):g} per second; {_SHORTEST} are needed.",
            "Use a longer motion, or loop it.",
        )
    if job.frames and len(motion) < job.frames:
        context.note(f"The motion has only {len(motion)} of the {job.frames} frames that were asked for.")
    return motion


def _reference(job: AnimateJob, context: JobContext) -> Picture:
    picture = read_picture(Path(job.reference.path))
    high, wide = picture.shape[:2]
    rows, columns = (job.side, job.side) if job.model == "7b" else bucket_size(high, wide, job.side)
    if job.fit == "crop" and max(high / wide, wide / high) > MAX_RATIO:
        context.note("The reference picture is so narrow that most of it is cut away.")
    if (picture[..., 3] < 255).any():
        context.note("The clear parts of the reference picture were made white.")
    return prepared(picture, rows, columns, job.fit)


def _settings(job: AnimateJob, *, both_halves: bool) -> DenoiseSettings:
    return DenoiseSettings(
        steps=steps_of(job),
        guidance=guidance_of(job),
        motion_strength=job.motion_strength,
        motion_start=job.motion_start,
        motion_end=job.motion_end,
        both_halves=both_halves,
    )


def _maker(
    job: AnimateJob, models: Models, reference: Picture, settings: DenoiseSettings, context: JobContext
) -> ClipMaker:
    if job.model == "7b":
        return ClipMaker7B(models.pipeline_7b(), reference, settings, job.seed, context)
    texts = models.texts([job.negative_prompt, job.prompt])
    return ClipMaker17B(
        models.pipeline_17b(),
        models.image_encoder(),
        reference,
        texts,
        settings,
        job.seed,
        context,
        keep_picture=job.clip_image == "reference",
    )


def _video_beside(job: AnimateJob, motion: Motion, context: JobContext) -> tuple[Source, ...]:
    """Return the driving video when it lies beside the motion, under the name that the motion tells."""
    video = Path(job.motion.path).parent / Path(motion.source).name
    try:
        there = bool(motion.source) and probe(video).kind == "movie"
    except PortraitsError:
        there = False
    if not there:
        context.note("The panel of the driving video stays black: no video was given.")
        return ()
    context.note(f"The panels show the driving video {quoted(video)}, which lies beside the motion.")
    return (hashed(Source(path=str(video)), context.note),)


def _driving(job: AnimateJob, stack: ExitStack) -> Callable[[int], Picture] | None:
    if not job.driving:
        return None
    reader = stack.enter_context(MovieReader(Path(job.driving[0].path)))
    return lambda frame: reader.frame_at(Fraction(job.start + frame) / job.fps)
