"""The macOS application: its Info.plist, its rights, and the commands that sign and pack it."""

import os
import plistlib
import sys
from pathlib import Path

import pytest
from freezing import macos

MACH_O = b"\xcf\xfa\xed\xfe" + bytes(12)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    app = tmp_path / "Portraits.app"
    for name in (
        "Contents/MacOS/portraits",
        "Contents/Frameworks/torch/lib/libtorch.dylib",
        "Contents/Frameworks/a.so",
    ):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(MACH_O)
    (app / "Contents" / "Resources").mkdir()
    (app / "Contents" / "Resources" / "NOTICE.txt").write_text("licences")
    if os.name == "posix":
        (app / "Contents" / "Resources" / "a.so").symlink_to("../Frameworks/a.so")
    return app


def test_projects_belong_to_the_application() -> None:
    about = macos.bundle_information("0.1.0")
    plistlib.dumps(about)
    assert about["CFBundleShortVersionString"] == "0.1.0"
    assert about["CFBundleExecutable"] == "portraits"
    assert about["LSBackgroundOnly"] is False
    (document,) = about["CFBundleDocumentTypes"]
    (kind,) = about["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["portraits"]


def test_it_may_make_machine_code_and_record_a_voice_and_nothing_else() -> None:
    rights = plistlib.loads(macos.ENTITLEMENTS.read_bytes())
    assert all(rights.values())
    assert set(rights) == {
        "com.apple.security.cs.allow-jit",
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
        "com.apple.security.device.audio-input",
    }


def test_everything_is_signed_from_the_inside_out(app: Path) -> None:
    files = list(macos.code_files(app))
    assert {path.name for path in files} == {"portraits", "libtorch.dylib", "a.so"}
    assert len(files) == 3, "a link is not signed a second time"
    assert files[0].name == "libtorch.dylib"
    commands = macos.signing_commands(app, "Developer ID Application: Somebody")
    assert [command[-1] for command in commands[-2:]] == [str(app), str(app)]
    assert "--entitlements" in commands[-2]
    assert commands[-1][1] == "--verify"
    assert all("runtime" in command for command in commands[:-1])


def test_without_a_certificate_it_is_signed_for_this_computer(app: Path) -> None:
    commands = macos.signing_commands(app, "-")
    assert all(command[command.index("--sign") + 1] == "-" for command in commands[:-1])
    assert not any("runtime" in command for command in commands)


def test_notarising_waits_and_staples() -> None:
    submit, staple, assess = macos.notarising_commands(Path("Portraits.dmg"), "portraits")
    assert submit[:3] == ["xcrun", "notarytool", "submit"]
    assert "--wait" in submit
    assert staple == ["xcrun", "stapler", "staple", "Portraits.dmg"]
    assert assess[0] == "spctl"


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_the_disk_image_has_the_application_and_a_way_to_install_it(app: Path, tmp_path: Path) -> None:
    (command,) = macos.make_image(app, tmp_path / "Portraits.dmg", tmp_path / "work")
    stage = tmp_path / "work" / "dmg"
    assert (stage / "Portraits.app" / "Contents" / "MacOS" / "portraits").exists()
    assert (stage / "Applications").readlink() == Path("/Applications")
    assert command[0] == "hdiutil"
    assert str(stage) in command
