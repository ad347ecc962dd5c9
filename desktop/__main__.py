"""``portraits [FILE ...]``: the window."""

import argparse
import sys

from engine import __version__


def main() -> int:
    """Read the command line and run the window."""
    parser = argparse.ArgumentParser(prog="portraits", description="Films of faces and people, on your own computer.")
    parser.add_argument("files", nargs="*", help="a project to open, or pictures, movies and sounds to add")
    parser.add_argument("--version", action="version", version=f"Portraits {__version__}")
    arguments = parser.parse_args()
    from desktop.app import run

    return run(arguments.files)


if __name__ == "__main__":
    sys.exit(main())
