"""The job that makes a project from a timeline of another program."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job, Source


class TimelineJob(Job, frozen=True, kw_only=True, tag="timeline"):
    """Read an OpenTimelineIO or Final Cut XML file; its media is copied beside the new project."""

    source: Annotated[Source, msgspec.Meta(title="Timeline", description="An .otio file, or a Final Cut XML (.xml).")]
    output: Annotated[
        str, msgspec.Meta(min_length=1, title="Project", description="The .portraits file to write; none may be there.")
    ]
