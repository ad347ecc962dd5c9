"""The Windows installer: version information, and the NSIS script over a stand-in payload."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from freezing import windows
from freezing.icons import DRAWINGS

from tests.packaging.conftest import PACKAGING

SCRIPT = windows.SCRIPT.read_text("utf-8")


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("2", (2, 0, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert windows.four_numbers(version) == numbers


def test_a_word_is_no_version() -> None:
    with pytest.raises(ValueError, match="not a version"):
        windows.four_numbers("new")


def test_the_version_information_is_what_pyinstaller_reads(tmp_path: Path) -> None:
    path = Path(windows.version_resource("0.1.0", "portraits-engine", tmp_path))
    tree = ast.parse(path.read_text("utf-8"), mode="eval")
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert "portraits-engine.exe" in texts
    assert "Portraits engine" in texts
    assert (0, 1, 0, 0) in [ast.literal_eval(node) for node in ast.walk(tree) if isinstance(node, ast.Tuple)]


def test_it_installs_for_one_person_and_may_be_silent() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    assert "MUI_PAGE_DIRECTORY" in SCRIPT
    boxes = [line for line in SCRIPT.splitlines() if line.strip().startswith("MessageBox")]
    assert boxes
    assert all("/SD" in line for line in boxes), "a box without an answer would hang a silent installation"


def test_uninstalling_removes_by_name_only_what_was_installed() -> None:
    whole = re.findall(r"RMDir /r (\S+)", SCRIPT)
    assert whole == [r'"$INSTDIR\_internal"'], "anything else may hold projects"
    deleted = set(re.findall(r'Delete "\$INSTDIR\\([^"]+)"', SCRIPT))
    assert deleted == {"portraits.exe", "portraits-engine.exe", "NOTICE.txt", "LICENSE.txt", "uninstall.exe"}
    assert not re.search(r"(Documents|APPDATA|PROFILE)", SCRIPT.partition('Section "Uninstall"')[2])


def test_both_languages_have_every_text() -> None:
    names = {
        language: set(re.findall(rf"LangString (\w+) \$\{{LANG_{language}\}}", SCRIPT))
        for language in ("ENGLISH", "GERMAN")
    }
    assert names["ENGLISH"] == names["GERMAN"] != set()


@pytest.mark.skipif(shutil.which("makensis") is None, reason="compiles the script with NSIS")
def test_the_script_compiles_without_a_warning(tmp_path: Path) -> None:
    payload = tmp_path / "Portraits ö"
    (payload / "_internal" / "sub").mkdir(parents=True)
    for name in ("portraits.exe", "portraits-engine.exe", "NOTICE.txt", "LICENSE.txt", "_internal/sub/ä b.txt"):
        (payload / name).write_bytes(b"MZ")
    icon = tmp_path / "portraits.ico"
    subprocess.run(
        [sys.executable, str(PACKAGING / "freezing" / "icons.py"), str(DRAWINGS / "portraits.svg"), str(icon)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    target = tmp_path / "Portraits-0.1.0-windows.exe"
    subprocess.run(windows.installer_command(payload, target, icon, "0.1.0"), check=True, capture_output=True)
    assert target.read_bytes()[:2] == b"MZ"


def test_signing_takes_the_certificate_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTRAITS_TIMESTAMP_SERVER", raising=False)
    command = windows.signing_command(Path("a.exe"), "ABCD")
    assert command[command.index("/sha1") + 1] == "ABCD"
    assert "/tr" not in command
    monkeypatch.setenv("PORTRAITS_TIMESTAMP_SERVER", "https://stamp.example")
    assert "https://stamp.example" in windows.signing_command(Path("a.exe"), "ABCD")
