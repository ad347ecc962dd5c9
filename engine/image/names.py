"""Names of new pictures: the time the job began and the seed, never the prompt, and never one that is taken."""

import itertools
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path


def stamp(moment: datetime) -> str:
    """Return a time as it stands in names: ``20261122-094730``."""
    return moment.strftime("%Y%m%d-%H%M%S")


def candidates(folder: Path, time: str, seed: int, kind: str = "portrait") -> Iterator[Path]:
    """Yield ``portrait_<time>_<seed>.png``, then the same with -2, -3 and so on before the suffix."""
    yield folder / f"{kind}_{time}_{seed}.png"
    for number in itertools.count(2):
        yield folder / f"{kind}_{time}_{seed}-{number}.png"
