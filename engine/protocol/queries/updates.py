"""The question for a newer version."""

from engine.protocol.queries.base import Query, Reply


class LookForUpdate(Query, frozen=True, kw_only=True, tag="look_for_update"):
    """Whether a newer version is out. Asked only when the person asks, or has agreed to it in the settings."""


class UpdateReply(Reply, frozen=True, kw_only=True, tag="update"):
    """The newest version that is announced, and whether it is newer than this one."""

    version: str
    page: str
    """Where to read about it and get it."""
    published: str
    """Such as "2026-11-22"."""
    newer: bool
