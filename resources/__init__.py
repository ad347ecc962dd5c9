"""Files that travel with the program: icons, translations and the sample project."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the path of a resource, e.g. ``path("samples", "narration.txt")``.

    The data lies beside this module in the source tree, in an installed wheel and in a frozen bundle alike.

    Raises:
        FileNotFoundError: the resource is missing, which means that the installation is damaged.
    """
    found = _ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"The resource {'/'.join(parts)} is missing. Install Portraits again.")
    return found
