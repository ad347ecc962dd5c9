"""Where results go, and names that nothing has yet."""

import re
from collections.abc import Callable
from pathlib import Path

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 80


def file_stem(words: str) -> str:
    """Return words as a file name without a suffix that every system takes."""
    stem = _NOT_IN_NAMES.sub(" ", words).strip(" .")
    return " ".join(stem.split())[:_LONGEST].rstrip(" .") or "result"


class Results:
    """Gives every job a file of its own in the folder of the project.

    Args:
        folder: returns the folder results go to now; it is made when the first name is asked for.
        taken: returns the outputs of jobs that wait or run, whose files are not there yet.
    """

    def __init__(self, folder: Callable[[], Path], taken: Callable[[], set[str]]) -> None:
        self._folder = folder
        self._taken = taken

    def folder(self) -> Path:
        """Return the folder of the project, for jobs that name their files themselves. Raises OSError as new_path."""
        folder = self._folder()
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def new_path(self, words: str, suffix: str) -> Path:
        """Return a path that no file and no waiting job has.

        Raises:
            OSError: the folder cannot be made.
        """
        folder = self.folder()
        stem = file_stem(words)
        taken = self._taken()
        number = 1
        while True:
            path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem} {number}{suffix}")
            if not path.exists() and str(path) not in taken:
                return path
            number += 1

    def output_like(self, before: Path, words: str) -> Path:
        """Return where a job writes that is run again: a file of its own, or the folder where it filled one.

        Raises:
            OSError: the folder cannot be made.
        """
        if before.suffix:
            return self.new_path(before.stem or words, before.suffix)
        folder = self._folder()
        folder.mkdir(parents=True, exist_ok=True)
        return folder
