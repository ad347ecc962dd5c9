"""Boards: named collections of a project's media, in an order of the person's own."""

from typing import Annotated

import msgspec

from engine.project.fields import Id, Name


class Board(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A collection. An item may lie on several boards, and once on each."""

    id: Id
    name: Name = ""
    items: Annotated[tuple[Id, ...], msgspec.Meta(max_length=200_000)] = ()
