"""The landmarks job: a landmark file for every picture, and drawings where wanted."""

from pathlib import Path

import numpy as np

from engine.media.files import atomic_output, make_folder, sha256_of
from engine.media.pictures import read_picture, write_picture
from engine.media.probe import probe
from engine.morph.draw import draw_mesh, draw_points
from engine.morph.finder import LANDMARK_SUFFIX
from engine.morph.inputs import hashed_pictures, landmark_finder
from engine.morph.mesh import build_mesh
from engine.morph.warp import Rgba
from engine.project.landmarks import Landmarks, to_file_text
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.landmarks import LandmarksJob


def run(job: LandmarksJob, context: JobContext) -> list[Artifact]:
    """Find and write the landmarks of every picture; one without a face is told and passed over.

    Raises:
        PortraitsError: two pictures share a name, a picture cannot be read, a file cannot be written, or no picture
            at all has a face.
        Cancelled: what was written stays; it is returned when the person asked to keep it.
    """
    pictures = hashed_pictures(job.inputs, context.note)
    _check_names([Path(source.path) for source in pictures])
    folder = Path(job.output)
    artifacts: list[Artifact] = []
    try:
        with landmark_finder(job) as finder:
            for count, source in enumerate(pictures):
                context.check_cancelled()
                context.progress("Finding faces", count, len(pictures), "pictures")
                path = Path(source.path)
                rgba = read_picture(path)
                landmarks = finder.find(path, rgba, source.sha256)
                if landmarks is None:
                    context.note(f"No face was found in {quoted(path)}.")
                    continue
                artifacts += _write(job, folder, path, rgba, landmarks)
    except Cancelled:
        if not (context.keep_done and artifacts):
            raise
        return artifacts
    context.progress("Finding faces", len(pictures), len(pictures), "pictures")
    if not artifacts:
        raise PortraitsError(
            ErrorCode.NO_FACE,
            f"No face was found in {quoted(pictures[0].path)}."
            if len(pictures) == 1
            else f"No face was found in any of the {len(pictures)} pictures.",
            "Detect on a crop around the face, or lower the detection confidence.",
        )
    return artifacts


def _check_names(paths: list[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in paths:
        if path.stem in seen:
            raise PortraitsError(
                ErrorCode.USAGE,
                f"{quoted(seen[path.stem])} and {quoted(path)} would write the same landmark file.",
                "Rename one of them, or give them in two jobs with different folders.",
            )
        seen[path.stem] = path


def _write(job: LandmarksJob, folder: Path, path: Path, rgba: Rgba, landmarks: Landmarks) -> list[Artifact]:
    make_folder(folder)
    target = folder / f"{path.stem}{LANDMARK_SUFFIX}"
    with atomic_output(target, overwrite=job.overwrite) as temporary:
        temporary.write_bytes(to_file_text(landmarks))
    media = MediaInfo(kind="landmarks", width=landmarks.width, height=landmarks.height)
    artifacts = [Artifact(path=str(target), sha256=sha256_of(target), media=media)]
    if job.draw != "none":
        drawing = folder / f"{path.stem}.landmarks.png"
        write_picture(drawing, _drawn(job, rgba, landmarks), overwrite=job.overwrite, text=None)
        artifacts.append(Artifact(path=str(drawing), sha256=sha256_of(drawing), media=probe(drawing)))
    return artifacts


def _drawn(job: LandmarksJob, rgba: Rgba, landmarks: Landmarks) -> Rgba:
    points = np.array(landmarks.points)
    if job.draw == "points":
        return draw_points(rgba.copy(), points)
    return draw_mesh(rgba.copy(), points, build_mesh(points, points).triangles)
