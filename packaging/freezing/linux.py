"""The Linux packages: a ``.deb`` for Debian and Ubuntu, and a portable ``.tar.zst``."""

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

APPLICATION = "org.portraits.Portraits"
PLACE = Path("opt/portraits")
_DATA = Path(__file__).resolve().parents[1] / "linux"
_COMPRESSION = 12
_LEFT_BEHIND = shutil.ignore_patterns("__pycache__")
"""Numba keeps machine code there when the application is tried in a folder that can be written."""

DEPENDS = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libgles2",
    "libglib2.0-0 | libglib2.0-0t64",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
RECOMMENDS = ("fonts-dejavu-core | fonts-noto-core", "libportaudio2", "libpulse0", "xdg-utils")
SUGGESTS = ("fonts-noto-cjk", "fonts-noto-color-emoji")


def debian_architecture(machine: str) -> str:
    """Return Debian's name of a processor, such as ``amd64`` for ``x86_64``."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def debian_version(version: str) -> str:
    """Return a version as Debian sorts it: a release candidate comes before its release."""
    return re.sub(r"(a|b|rc)(\d+)$", r"~\1\2", version)


def libc_version() -> str:
    """Return the version of this system's C library; what is built here needs at least that."""
    return str(os.confstr("CS_GNU_LIBC_VERSION")).rpartition(" ")[2]


def control(version: str, architecture: str, installed_kib: int, libc: str) -> str:
    """Return Debian's control file.

    Args:
        version: of the application.
        architecture: in Debian's word.
        installed_kib: size of the installed files.
        libc: version of the C library that is needed at least.
    """
    return "\n".join(
        (
            "Package: portraits",
            f"Version: {debian_version(version)}",
            "Section: video",
            "Priority: optional",
            f"Architecture: {architecture}",
            f"Installed-Size: {installed_kib}",
            "Maintainer: The Portraits developers <portraits@localhost>",
            f"Depends: {', '.join((f'libc6 (>= {libc})', *DEPENDS))}",
            f"Recommends: {', '.join(RECOMMENDS)}",
            f"Suggests: {', '.join(SUGGESTS)}",
            "Description: films of faces and people, on your own computer",
            " Let one portrait flow into the next, give the film a voice, lay everything on a",
            " timeline and export it. Everything runs on your own computer, without a graphics",
            " card, an account or a download.",
            "",
        )
    )


def desktop_files(
    root: Path, prefix: Path, version: str, icons: dict[int, bytes], project_icons: dict[int, bytes]
) -> None:
    """Write what a desktop wants to know: entry, file type, AppStream data, icons and the manual page.

    Args:
        root: the folder that becomes ``/``, or an AppDir.
        prefix: below it, such as ``usr``.
        version: of the application.
        icons: PNG by side in pixels.
        project_icons: the icon of ``.portraits`` files, likewise.
    """
    share = root / prefix / "share"
    texts = {
        share / "applications" / f"{APPLICATION}.desktop": f"{APPLICATION}.desktop",
        share / "mime" / "packages" / f"{APPLICATION}.xml": f"{APPLICATION}.xml",
        share / "metainfo" / f"{APPLICATION}.metainfo.xml": f"{APPLICATION}.metainfo.xml",
        share / "man" / "man1" / "portraits.1": "portraits.1",
    }
    day = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()), UTC)
    for target, source in texts.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (_DATA / source).read_text("utf-8")
        target.write_text(text.replace("@VERSION@", version).replace("@DATE@", f"{day:%Y-%m-%d}"), "utf-8")
    for kind, name, pictures in (
        ("apps", APPLICATION, icons),
        ("mimetypes", "application-x-portraits", project_icons),
    ):
        for side, picture in pictures.items():
            target = share / "icons" / "hicolor" / f"{side}x{side}" / kind / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture)


def stage_package(
    folder: Path, stage: Path, version: str, architecture: str, icons: tuple[dict[int, bytes], ...]
) -> None:
    """Lay a Debian package out: the application in ``/opt``, its commands in ``/usr/bin``, and the desktop's files."""
    shutil.rmtree(stage, ignore_errors=True)
    place = stage / PLACE
    place.parent.mkdir(parents=True)
    # Hard links: the package is packed at once, and a second copy of it would take minutes.
    shutil.copytree(folder, place, symlinks=True, copy_function=os.link, ignore=_LEFT_BEHIND)
    commands = stage / "usr" / "bin"
    commands.mkdir(parents=True)
    for command in ("portraits", "portraits-engine"):
        (commands / command).symlink_to(Path("/") / PLACE / command)
    desktop_files(stage, Path("usr"), version, *icons)
    documents = stage / "usr" / "share" / "doc" / "portraits"
    documents.mkdir(parents=True)
    shutil.copy(place / "NOTICE.txt", documents / "copyright")
    (stage / "DEBIAN").mkdir()
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file() and not path.is_symlink())
    (stage / "DEBIAN" / "control").write_text(control(version, architecture, size // 1024, libc_version()), "utf-8")
    for path in stage.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def build_installers(
    folder: Path, output: Path, work: Path, version: str, icons: tuple[dict[int, bytes], ...]
) -> list[Path]:
    """Build the ``.deb`` and the ``.tar.zst`` from the frozen folder and return their paths.

    Raises:
        subprocess.CalledProcessError: ``dpkg-deb`` or ``tar`` failed.
    """
    machine = os.uname().machine
    architecture = debian_architecture(machine)
    stage = work / "deb"
    stage_package(folder, stage, version, architecture, icons)
    package = output / f"portraits_{debian_version(version)}_{architecture}.deb"
    zstd = ["-Zzstd", f"-z{_COMPRESSION}", f"--threads-max={os.cpu_count() or 1}"]
    subprocess.run(["dpkg-deb", "--root-owner-group", *zstd, "--build", str(stage), str(package)], check=True)
    archive = output / f"Portraits-{version}-linux-{machine}.tar.zst"
    portable = work / "portable" / f"Portraits-{version}"
    shutil.rmtree(portable.parent, ignore_errors=True)
    portable.parent.mkdir(parents=True)
    shutil.copytree(folder, portable, symlinks=True, copy_function=os.link, ignore=_LEFT_BEHIND)
    desktop_files(portable, Path(), version, *icons)
    squeeze = f"zstd -{_COMPRESSION} --long=27 -T0"
    names = ["--owner=0", "--group=0", "--sort=name", "-C", str(portable.parent), portable.name]
    subprocess.run(["tar", "-I", squeeze, "-cf", str(archive), *names], check=True)
    return [package, archive]
