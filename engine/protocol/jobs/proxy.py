"""The job that makes a small copy of a long movie, for playing and scrubbing in the viewer."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job, Source


class ProxyJob(Job, frozen=True, kw_only=True, tag="proxy"):
    """Make the proxy of a movie, unless it is there. It lies in the cache and is no result of the project."""

    source: Annotated[Source, msgspec.Meta(title="Movie", description="The movie; its hash names the proxy.")]
