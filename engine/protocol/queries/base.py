"""The bases of all questions and replies."""

from typing import Annotated

import msgspec

Side = Annotated[int, msgspec.Meta(ge=16, le=4096)]
"""How wide or high a picture may be asked for, in pixels."""


class Query(msgspec.Struct, frozen=True, kw_only=True, tag_field="query", forbid_unknown_fields=True):
    """The base of all questions."""


class Reply(msgspec.Struct, frozen=True, kw_only=True, tag_field="reply", forbid_unknown_fields=True):
    """The base of all replies."""
