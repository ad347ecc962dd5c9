"""What editors of a form need beside their field: small pictures, and the engine for questions about files."""

from typing import NamedTuple

from desktop.link import EngineBase
from desktop.state.thumbnails import Thumbnails


class Tools(NamedTuple):
    """Handed to the editors that show files."""

    thumbnails: Thumbnails
    engine: EngineBase
