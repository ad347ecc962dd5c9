"""Moving the store of models to another folder."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job


class MoveStoreJob(Job, frozen=True, kw_only=True, tag="move_store"):
    """Move every model of the store into another folder, which is the store from then on."""

    folder: Annotated[
        str, msgspec.Meta(min_length=1, title="Folder", description="Where the models go; it is made when missing.")
    ]
