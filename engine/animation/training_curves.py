"""The curves of a training, in memory and in a file that other programs can read while it grows."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Curves:
    """The curves of a training: kept for the plot, and appended to ``metrics.jsonl`` for other programs.

    Attributes:
        path: the file; None keeps them in memory only.
        points: name -> (step, value) in the order they came.
    """

    path: Path | None
    points: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

    def add(self, step: int, values: dict[str, float]) -> None:
        """Add one point to some curves."""
        for name, value in values.items():
            self.points.setdefault(name, []).append((step, value))
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"step": step, **values}) + "\n")

    def forget_after(self, step: int) -> None:
        """Drop what a resumed training will write again."""
        if self.path is None or not self.path.is_file():
            return
        kept = []
        for line in self.path.read_text("utf-8").splitlines():
            try:
                entry = json.loads(line)
                known = entry["step"] <= step
            except (ValueError, KeyError, TypeError):
                continue
            if known:
                kept.append(line)
                for name in entry.keys() - {"step"}:
                    self.points.setdefault(name, []).append((entry["step"], float(entry[name])))
        self.path.write_text("".join(f"{line}\n" for line in kept), "utf-8")
