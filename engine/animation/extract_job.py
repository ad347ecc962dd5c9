"""Runs an :class:`ExtractMotionJob`: a driving video becomes a motion file."""

import hashlib
from pathlib import Path

from engine.animation.detections import Extractor
from engine.animation.extraction import choose_person, detect_people, motions_of_people
from engine.animation.inputs import hashed
from engine.animation.motion_file import write_motion
from engine.animation.motion_jobs import motion_artifact
from engine.media.files import output_exists
from engine.media.probe import probe
from engine.models.manifest import read_manifest
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.motion import ExtractMotionJob

NLF_ID = "nlf"
_KEPT = ".partial.npz"


def run(job: ExtractMotionJob, context: JobContext) -> list[Artifact]:
    """Extract a motion. What was found is kept beside the result until it is done, so a broken run goes on.

    Raises:
        PortraitsError: the video cannot be read, nobody is in it, or the extractor is missing or not to be trusted.
    """
    output = Path(job.output)
    if output.suffix.lower() != ".npz":
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(output)} does not end in .npz.", "Choose a name such as dance.motion.npz."
        )
    if output.exists() and not job.overwrite:
        raise output_exists(output)
    source = hashed(job.video, context.note)
    video = Path(source.path)
    fps = probe(video).fps or 30.0
    extractor = _extractor(job, fps)
    kept = output.with_name(f".{output.name}{_KEPT}")
    settings = f"{source.sha256} {extractor.name} {job.bgr} {job.people} {job.model}"
    try:
        found, rate, width, height = detect_people(
            video, extractor, kept, hashlib.sha256(settings.encode()).hexdigest(), context
        )
    finally:
        extractor.close()
    motions = motions_of_people(found, rate, width, height, source=video.name, extractor=extractor.name)
    motion = choose_person(motions, job.person, video, context.note)
    write_motion(output, motion, overwrite=job.overwrite)
    kept.unlink(missing_ok=True)
    if job.extractor == "mediapipe":
        context.note("The joints are approximate: MediaPipe finds 33 landmarks, from which the 24 were worked out.")
    return [motion_artifact(output, motion)]


def _extractor(job: ExtractMotionJob, fps: float) -> Extractor:
    if job.extractor == "mediapipe":
        from engine.animation.mediapipe_pose import MediapipeExtractor, pose_model

        model = Path(job.model) if job.model else pose_model()
        return MediapipeExtractor(model, people=job.people, fps=fps)
    if job.model:
        raise PortraitsError(
            ErrorCode.USAGE,
            "NLF is a program, so it is taken from the model store only.",
            "Download it in the models window, or use mediapipe.",
        )
    from engine.animation.models import device_of
    from engine.animation.nlf import NlfExtractor

    path, digest = _nlf_program(Store.default())
    return NlfExtractor(path, digest, device=device_of(job.device), batch=job.batch, bgr=job.bgr)


def _nlf_program(store: Store) -> tuple[Path, str]:
    """Return NLF's file and the hash that was remembered when it was put into the store."""
    name = store.catalog.get(NLF_ID).files[0].name
    path = store.file_of(NLF_ID, name)
    manifest = read_manifest(store.folder, NLF_ID)
    known = {file.name: file.sha256 for file in manifest.files} if manifest else {}
    digest = known.get(name) or known.get(path.name)
    if not digest:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            "NLF is a program, and no hash of it is known, so it is not run.",
            "Confirm it once: portraits-engine models verify nlf.",
        )
    return path, digest
