"""The macOS application: its Info.plist, signing, notarisation and the disk image. The commands are those of Xcode."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ENTITLEMENTS = Path(__file__).resolve().parents[1] / "macos" / "entitlements.plist"
IDENTIFIER = "org.portraits.Portraits"
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


def bundle_information(version: str) -> dict[str, Any]:
    """Return what Info.plist says: the version, and that ``.portraits`` files are ours."""
    return {
        "CFBundleDisplayName": "Portraits",
        "CFBundleExecutable": "portraits",
        # PyInstaller would call the whole a background program, because the engine beside the window is one.
        "LSBackgroundOnly": False,
        "CFBundleShortVersionString": version,
        "LSApplicationCategoryType": "public.app-category.video",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSMicrophoneUsageDescription": "Portraits records the narration that you speak.",
        "NSHumanReadableCopyright": "The whole is under the GNU GPL, see NOTICE.txt.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Portraits project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": ["org.portraits.project"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "org.portraits.project",
                "UTTypeDescription": "Portraits project",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["portraits"],
                    "public.mime-type": ["application/x-portraits"],
                },
            }
        ],
    }


def code_files(app: Path) -> Iterator[Path]:
    """Yield what has to be signed inside an application, the innermost first, the application itself not."""
    found = []
    for path in app.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) in _MACH_O:
                    found.append(path)
    yield from sorted(found, key=lambda path: -len(path.parts))


def signing_commands(app: Path, identity: str) -> list[list[str]]:
    """Return the commands that sign an application: every library, then the whole with the entitlements.

    Args:
        app: the ``.app`` folder.
        identity: a "Developer ID Application" certificate; "-" signs for this computer only, without a certificate.
    """
    hardened = [] if identity == "-" else ["--options", "runtime", "--timestamp"]
    sign = ["codesign", "--force", "--sign", identity, *hardened]
    commands = [[*sign, str(path)] for path in code_files(app)]
    commands.append([*sign, "--entitlements", str(ENTITLEMENTS), str(app)])
    commands.append(["codesign", "--verify", "--deep", "--strict", str(app)])
    return commands


def notarising_commands(image: Path, profile: str) -> list[list[str]]:
    """Return the commands that let Apple look at a disk image and fasten its answer to it.

    Args:
        image: the ``.dmg``.
        profile: name of the credentials that ``xcrun notarytool store-credentials`` keeps in the key chain.
    """
    return [
        ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(image)],
        ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(image)],
    ]


def make_image(app: Path, target: Path, work: Path) -> list[list[str]]:
    """Lay the disk image's folder out and return the command that makes the image."""
    stage = work / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    return [
        ["hdiutil", "create", "-volname", "Portraits", "-srcfolder", str(stage), "-format", "ULMO", "-ov", str(target)]
    ]


def build_installer(app: Path, target: Path, work: Path) -> list[Path]:
    """Sign the application and make the disk image.

    ``PORTRAITS_SIGN_IDENTITY`` and ``PORTRAITS_NOTARY_PROFILE`` say with what; without them it is signed ad hoc.
    """
    identity = os.environ.get("PORTRAITS_SIGN_IDENTITY") or "-"
    commands = signing_commands(app, identity)
    for command in commands:
        subprocess.run(command, check=True)
    for command in make_image(app, target, work):
        subprocess.run(command, check=True)
    if profile := os.environ.get("PORTRAITS_NOTARY_PROFILE"):
        for command in notarising_commands(target, profile):
            subprocess.run(command, check=True)
    return [target]
