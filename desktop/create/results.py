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

    def new_path(self, words: str, suffix: str) -> Path:
        """Return a path that no file and no waiting job has.

        Raises:
            OSError: the folder cannot be made.
        """
        folder = self._folder()
        folder.mkdir(parents=True, exist_ok=True)
        stem = file_stem(words)
        taken = self._taken()
        number = 1
        while True:
            path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem} {number}{suffix}")
            if not path.exists() and str(path) not in taken:
                return path
            number += 1
