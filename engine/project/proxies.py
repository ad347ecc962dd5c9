"""Where the small copies of long movies lie, and which movies want one.

A proxy has a key frame every half second and at most 960 pixels a side, so that playing and scrubbing need not decode
seconds of a large movie for one frame. It is found by the movie's hash; deleting it costs a new one and nothing else.
Only the viewer uses it, while the film plays or is scrubbed: a frame that stands still, and every export, comes from
the movie itself.
"""

from pathlib import Path

from engine.protocol.folders import cache_folder
from engine.protocol.jobs.base import MediaInfo

PROXY_SIDE = 960
"""Longest side of a proxy, in pixels."""

LONG_SECONDS = 20.0
"""A proxy is made of a movie that lasts as long as this, once it lies on a timeline."""


def proxy_folder() -> Path:
    """Return the folder of the proxies; it need not be there yet."""
    return cache_folder() / "proxies"


def proxy_path(sha256: str, folder: Path | None = None) -> Path:
    """Return where the proxy of a movie lies or would lie."""
    return (folder or proxy_folder()) / f"{sha256}.mp4"


def wants_proxy(info: MediaInfo) -> bool:
    """Tell whether a proxy is made of such a movie. Animated pictures are decoded whole and need none."""
    return info.kind == "movie" and info.duration >= LONG_SECONDS and info.format not in ("gif", "apng", "webp", "png")
