"""The Debian package and the desktop's files, over a stand-in payload."""

import configparser
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from freezing import linux

from tests.packaging.conftest import PACKAGING

ICONS = ({48: b"\x89PNG 48", 256: b"\x89PNG 256"}, {48: b"\x89PNG project"})
MIME = "application/x-portraits"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    folder = tmp_path / "Portraits"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "lib.so").write_bytes(bytes(3000))
    for name in ("portraits", "portraits-engine"):
        (folder / name).write_text("#!/bin/sh\necho stand-in\n")
        (folder / name).chmod(0o755)
    (folder / "NOTICE.txt").write_text("licences")
    return folder


def test_candidates_sort_before_their_release() -> None:
    assert linux.debian_version("0.1.0") == "0.1.0"
    assert linux.debian_version("0.1.0rc2") == "0.1.0~rc2"
    assert linux.debian_version("1.0.0a1") == "1.0.0~a1"
    assert linux.debian_architecture("x86_64") == "amd64"


def test_the_control_file_has_what_debian_wants() -> None:
    fields = dict(
        line.split(": ", 1) for line in linux.control("0.1.0", "amd64", 7, "2.35").splitlines() if ": " in line
    )
    assert {"Package", "Version", "Architecture", "Maintainer", "Description", "Depends"} <= set(fields)
    assert fields["Installed-Size"] == "7"
    assert fields["Depends"].startswith("libc6 (>= 2.35), ")
    assert "libxcb-cursor0" in fields["Depends"]
    assert "libportaudio2" in fields["Recommends"], "sound is a part of it, not a condition"


def test_the_system_libraries_are_those_of_our_own_tests() -> None:
    """What the tests of the window need, a person's computer needs."""
    wanted = set((PACKAGING.parent / ".ci" / "run").read_text("utf-8").split())
    ours = {name for each in (*linux.DEPENDS, *linux.RECOMMENDS) for name in each.split(" | ")}
    window = {name for name in wanted if name.startswith(("libxcb", "libxkb", "libegl", "libgl", "libdbus"))}
    assert window <= ours


def test_entry_file_type_and_metadata_agree(tmp_path: Path) -> None:
    linux.desktop_files(tmp_path, Path("usr"), "0.1.0", *ICONS)
    share = tmp_path / "usr" / "share"
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(share / "applications" / f"{linux.APPLICATION}.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"] == "portraits %F"
    assert desktop["Icon"] == linux.APPLICATION
    assert desktop["MimeType"] == f"{MIME};"
    mime = ET.parse(share / "mime" / "packages" / f"{linux.APPLICATION}.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{space}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME
    globs = [each.get("pattern") for each in kind.iter(f"{space}glob")]
    assert globs == ["*.portraits"]
    about = ET.parse(share / "metainfo" / f"{linux.APPLICATION}.metainfo.xml").getroot()
    assert about.findtext("id") == linux.APPLICATION
    assert about.findtext("launchable") == f"{linux.APPLICATION}.desktop"
    assert about.findtext("provides/mediatype") == MIME
    release = about.find("releases/release")
    assert release is not None
    assert release.get("version") == "0.1.0"
    icon = share / "icons" / "hicolor" / "48x48"
    assert (icon / "apps" / f"{linux.APPLICATION}.png").read_bytes() == ICONS[0][48]
    assert (icon / "mimetypes" / "application-x-portraits.png").read_bytes() == ICONS[1][48]
    assert "@" not in (share / "man" / "man1" / "portraits.1").read_text("utf-8")


def test_the_window_names_the_desktop_entry() -> None:
    """Otherwise a Wayland desktop shows the window without its icon."""
    source = (PACKAGING.parent / "desktop" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{linux.APPLICATION}")' in source


def test_the_package_is_laid_out(payload: Path, tmp_path: Path) -> None:
    (payload / "_internal" / "__pycache__").mkdir()
    (payload / "_internal" / "__pycache__" / "left.nbi").write_bytes(b"x")
    stage = tmp_path / "stage"
    linux.stage_package(payload, stage, "0.1.0", "amd64", ICONS)
    assert (stage / "opt/portraits/_internal/lib.so").stat().st_size == 3000
    for name in ("portraits", "portraits-engine"):
        assert (stage / "usr/bin" / name).readlink() == Path("/opt/portraits") / name
        assert (stage / "opt/portraits" / name).stat().st_mode & 0o777 == 0o755
    assert (stage / "opt/portraits/_internal/lib.so").stat().st_mode & 0o777 == 0o644
    assert (stage / "usr/share/doc/portraits/copyright").read_text() == "licences"
    assert not list(stage.rglob("__pycache__")), "what a trial left behind is not handed out"


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="builds a Debian package")
def test_dpkg_builds_and_reads_the_package(payload: Path, tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    linux.stage_package(payload, stage, "0.1.0rc1", "amd64", ICONS)
    package = tmp_path / "p.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "--build", str(stage), str(package)],
        check=True,
        capture_output=True,
    )
    fields = subprocess.run(["dpkg-deb", "-f", str(package), "Version"], check=True, capture_output=True, text=True)
    assert fields.stdout.strip() == "0.1.0~rc1"
    listing = subprocess.run(["dpkg-deb", "-c", str(package)], check=True, capture_output=True, text=True).stdout
    assert "./usr/bin/portraits -> /opt/portraits/portraits" in listing
    assert all("root/root" in line for line in listing.splitlines())


def test_the_portable_manifests_name_what_is_there() -> None:
    flatpak = (PACKAGING / "linux" / f"{linux.APPLICATION}.yml").read_text("utf-8")
    assert f"id: {linux.APPLICATION}" in flatpak
    assert "command: portraits" in flatpak
    script = PACKAGING / "linux" / "appimage.sh"
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert f"{linux.APPLICATION}.desktop" in script.read_text("utf-8")
