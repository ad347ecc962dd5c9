"""Timelines in files of other programs: which formats are written and read, through OpenTimelineIO's adapters.

What was tried of each adapter decides: Final Cut's XML (version 7, .xml) brings clips, gaps, dissolves and sounds to
their places and back. An EDL is written for one track of pictures; it is not read, because its reader gives a clip
after a dissolve the file before it. Final Cut's newer .fcpxml loses every dissolve both ways and is not offered.
"""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import opentimelineio as otio

from engine.project.files import read_bounded, replacing
from engine.project.otio_out import to_otio
from engine.project.otio_plain import plain_timeline
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

READ = {".otio": "otio_json", ".xml": "fcp_xml"}
"""File names we read, and the library's adapter."""

MAX_BYTES = 64 * 2**20

WRITTEN = {".otio": "otio_json", ".xml": "fcp_xml", ".edl": "cmx_3600"}
"""File names we write, and the library's adapter. OpenTimelineIO keeps everything, the others the cut alone."""


def write_timeline(project: Project, project_path: Path, path: Path) -> tuple[str, ...]:
    """Write the timeline as OpenTimelineIO, as Final Cut's XML or as an EDL, after the end of the file's name.

    An .otio names its media relative to itself where that is possible, and comes back whole. The others take what
    :mod:`engine.project.otio_plain` leaves; an EDL has room for one track, and gets the lowest one with pictures.

    Args:
        project: the film.
        project_path: where the project lies, which says where its media is.
        path: the file.

    Returns:
        Sentences about what the format could not take.

    Raises:
        PortraitsError: USAGE for another name or a film the format has no words for; it cannot be written.
    """
    adapter = WRITTEN.get(path.suffix.lower())
    if adapter is None:
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(path)} does not end like a timeline.", f"Use one of {', '.join(WRITTEN)}."
        )
    notes: tuple[str, ...] = ()
    if adapter == "otio_json":
        timeline = to_otio(project, project_path, path.parent)
    else:
        timeline, notes = plain_timeline(project, project_path)
    if adapter == "cmx_3600":
        timeline, said = _lowest_pictures(timeline)
        notes += said
    try:
        text = otio.adapters.write_to_string(timeline, adapter)
    except (otio.exceptions.OTIOError, AttributeError, ValueError, TypeError, KeyError) as error:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"This film cannot be written as {path.suffix.lower()[1:].upper()}: {error}.",
            "Write it as OpenTimelineIO (.otio).",
        ) from error
    with replacing(path) as file:
        file.write(text.encode())
    return notes


def _lowest_pictures(timeline: otio.schema.Timeline) -> tuple[otio.schema.Timeline, tuple[str, ...]]:
    """Return a film of one picture track; an EDL with more of them, or with sound beside it, is written in part."""
    pictures = [track for track in timeline.tracks if track.kind == otio.schema.TrackKind.Video and len(track)]
    made = otio.schema.Timeline(timeline.name)
    made.global_start_time = timeline.global_start_time
    made.tracks.extend([track.clone() for track in pictures[:1]])
    whole = len(pictures) == 1 and all(not len(track) or track in pictures for track in timeline.tracks)
    return made, () if whole else ("An EDL has room for one track; only the lowest one with pictures was written.",)


def read_file(path: Path) -> otio.schema.Timeline:
    """Return the first timeline of a file, after the end of its name; anything unknown is taken as OpenTimelineIO.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is no such file.
    """
    adapter = READ.get(path.suffix.lower(), "otio_json")
    data = read_bounded(path, MAX_BYTES, "timeline")
    if b"<!ENTITY" in data:
        # No program of the trade writes entities; small files can ask for unbounded memory with them.
        raise bad_timeline(path, "it defines entities")
    try:
        found = otio.adapters.read_from_string(data.decode("utf-8"), adapter)
    except (
        otio.exceptions.OTIOError,
        ElementTree.ParseError,
        RecursionError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise bad_timeline(path, "it cannot be read") from error
    timelines = list(found) if isinstance(found, otio.schema.SerializableCollection) else [found]
    timeline = next((each for each in timelines if isinstance(each, otio.schema.Timeline)), None)
    if timeline is None:
        raise bad_timeline(path, "it holds no timeline")
    return timeline


def bad_timeline(path: Path, why: str) -> PortraitsError:
    """Return the refusal of a file."""
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"The film {quoted(path)} cannot be used: {why}.",
        "Export it again as OpenTimelineIO (.otio) or Final Cut XML from the program it came from.",
    )
