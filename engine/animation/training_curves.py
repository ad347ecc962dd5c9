"""The curves of a training, in memory and in a file that other programs can read while it grows."""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

_SECONDS = "seconds"


@dataclass
class Curves:
    """The curves of a training: kept for the plot, and appended to ``metrics.jsonl`` for other programs.

    Every line tells the ``seconds`` of training so far; pauses do not count.

    Attributes:
        path: the file; None keeps them in memory only.
        points: name -> (step, value) in the order they came.
    """

    path: Path | None
    points: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    _before: float = 0.0
    _started: float = field(default_factory=time.monotonic)

    def add(self, step: int, values: dict[str, float]) -> None:
        """Add one point to some curves."""
        for name, value in values.items():
            self.points.setdefault(name, []).append((step, value))
        if self.path is not None:
            seconds = round(self._before + time.monotonic() - self._started, 3)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"step": step, _SECONDS: seconds, **values}) + "\n")

    def newest(self, name: str) -> float | None:
        """Return the newest value of a curve, None while it has none."""
        points = self.points.get(name)
        return points[-1][1] if points else None

    def go_on(self, source: Path, step: int) -> None:
        """Begin with the curves of a file up to a step: the training goes on there, and writes what follows again.

        Args:
            source: a ``metrics.jsonl``, this one's own or another run's; lines that are none are left out.
            step: the last one that is taken over.
        """
        if self.path is None or not source.is_file():
            return
        kept = []
        for line in source.read_text("utf-8").splitlines():
            try:
                entry = json.loads(line)
                known = entry["step"] <= step
                values = {name: float(value) for name, value in entry.items() if name != "step"}
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
            if known:
                kept.append(line)
                self._before = values.pop(_SECONDS, self._before)
                for name, value in values.items():
                    self.points.setdefault(name, []).append((entry["step"], value))
        self.path.write_text("".join(f"{line}\n" for line in kept), "utf-8")
