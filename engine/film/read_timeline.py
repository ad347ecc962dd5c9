"""Makes a project from a timeline of another program."""

from pathlib import Path

from engine.media.files import output_exists, sha256_of
from engine.media.probe import probe
from engine.project.otio_in import read_otio
from engine.project.store import save
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.jobs.timeline import TimelineJob


def run(job: TimelineJob, context: JobContext) -> list[Artifact]:
    """Read a timeline, copy its media beside the new project and save that.

    What could not be taken over is told in notes: missing files, unknown effects, overlaps.

    Raises:
        PortraitsError: the file is no timeline, or the project cannot be written.
        Cancelled: the person cancelled; the project is not there then.
    """
    source, output = Path(job.source.path), Path(job.output)
    if output.exists():
        raise output_exists(output)

    def looked_at(file: Path) -> MediaInfo:
        context.check_cancelled()
        context.progress("Copying media", len(seen), None, "files")
        seen.append(file)
        return probe(file)

    seen: list[Path] = []
    found = read_otio(source, output, looked_at)
    for text in found.notes:
        context.note(text)
    context.check_cancelled()
    save(found.project, output)
    info = MediaInfo(kind="project", format="portraits", duration=float(found.project.timeline.duration))
    return [Artifact(path=str(output), sha256=sha256_of(output), media=info)]
