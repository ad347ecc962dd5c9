"""Runs the steps of the Containerfile in chroots, for machines without a container engine (Linux, root).

    python packaging/trying/containerfile.py BASE TARGET WORK [WORD ...]

BASE is a fresh debootstrap folder, TARGET a stage of the Containerfile, WORK where its stages are made. The words
are given to the entry point. Variables that start with ``PIP_`` are handed to the build, and folders that
``--bind`` names are visible in it.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "Containerfile"
CONTEXT = FILE.parents[1]


@dataclass
class Stage:
    """One stage: its name, what it starts from, and its instructions with their arguments."""

    name: str
    base: str
    steps: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Made:
    """A stage as it stands: its folder, and what its instructions set for the ones that follow."""

    root: Path
    variables: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: str = "0"
    entry: list[str] = field(default_factory=list)


def stages(text: str) -> dict[str, Stage]:
    """Read a Containerfile; lines that go on are joined, comments left out."""
    kept = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    found: dict[str, Stage] = {}
    stage: Stage | None = None
    for line in kept.replace("\\\n", " ").splitlines():
        word, _, rest = line.strip().partition(" ")
        rest = " ".join(rest.split())
        if word == "FROM":
            base, _, name = rest.partition(" AS ")
            stage = found[name] = Stage(name, base)
        elif word and stage is not None:
            stage.steps.append((word, rest))
    return found


def make(name: str, found: dict[str, Stage], base: Path, work: Path, binds: Sequence[Path]) -> Made:
    """Run a stage, and before it those that it starts from or copies from; return how it stands.

    Raises:
        subprocess.CalledProcessError: a step failed.
        ValueError: an instruction is not known here.
    """
    stage = found[name]
    if stage.base in found:
        made = make(stage.base, found, base, work, binds)
    else:
        made = Made(work / name)
        shutil.rmtree(made.root, ignore_errors=True)
        subprocess.run(["cp", "-a", str(base), str(made.root)], check=True)
    for word, rest in stage.steps:
        sys.stdout.write(f"[{name}] {word} {rest[:100]}\n")
        sys.stdout.flush()
        _step(made, word, rest, found, base, work, binds)
    return made


def _step(
    made: Made, word: str, rest: str, found: dict[str, Stage], base: Path, work: Path, binds: Sequence[Path]
) -> None:
    match word:
        case "RUN":
            passed = {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
            run(made, ["sh", "-c", rest], binds, passed)
        case "ARG" | "ENV" | "LABEL":
            values = dict(each.split("=", 1) for each in shlex.split(rest))
            if word != "LABEL":
                path = made.variables.get("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
                made.variables |= {key: value.replace("$PATH", path) for key, value in values.items()}
        case "COPY":
            _copy(made, rest, found, base, work, binds)
        case "WORKDIR":
            made.folder = rest
            (made.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "USER":
            made.user = rest
        case "ENTRYPOINT":
            made.entry = json.loads(rest)
        case "VOLUME" | "CMD":
            pass
        case _:
            raise ValueError(f"{word} is not known here.")


def _copy(made: Made, rest: str, found: dict[str, Stage], base: Path, work: Path, binds: Sequence[Path]) -> None:
    words = rest.split()
    source = CONTEXT
    if words[0].startswith("--from="):
        source = make(words.pop(0).removeprefix("--from="), found, base, work, binds).root
    *names, target = words
    place = made.root / (target if target.startswith("/") else f"{made.folder}/{target}").lstrip("/")
    for name in names:
        path = source / name.lstrip("/")
        if path.is_dir():
            shutil.copytree(
                path, place, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)


def run(made: Made, words: Sequence[str], binds: Sequence[Path] = (), passed: dict[str, str] | None = None) -> None:
    """Run a command in a stage as its user, in its folder and with its variables.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp", "DEBIAN_FRONTEND": "noninteractive"}
    with ExitStack() as mounted:
        for path in (Path("/proc"), Path("/sys"), Path("/dev"), *binds):
            place = made.root / str(path).lstrip("/")
            place.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", "--bind", str(path), str(place)], check=True)
            mounted.callback(subprocess.run, ["umount", str(place)], check=True)
        inside = ["chroot", f"--userspec={made.user}:{made.user}", str(made.root), "sh", "-c", 'cd "$0" && exec "$@"']
        subprocess.run(
            [*inside, made.folder, *words], check=True, env={**variables, **(passed or {}), **made.variables}
        )


def main() -> None:
    """Run a stage, then its entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("target")
    parser.add_argument("work", type=Path)
    parser.add_argument("--bind", type=Path, action="append", default=[])
    parser.add_argument("words", nargs="*")
    chosen = parser.parse_intermixed_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    made = make(chosen.target, stages(FILE.read_text("utf-8")), chosen.base, chosen.work, chosen.bind)
    if chosen.words:
        run(made, [*made.entry, *chosen.words])


if __name__ == "__main__":
    main()
