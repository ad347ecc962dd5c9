"""What Windows wants to know about the programs, and the NSIS installer around them."""

import os
import subprocess
from pathlib import Path

PUBLISHER = "The Portraits developers"
SCRIPT = Path(__file__).resolve().parents[1] / "windows" / "installer.nsi"


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version such as "0.1.0" or "1.2.0rc1" as the four numbers that Windows keeps, here (0, 1, 0, 0).

    Raises:
        ValueError: there is no number in it.
    """
    numbers: list[int] = []
    for part in version.split("."):
        digits = "".join(character for character in part.partition("rc")[0] if character.isdigit())
        if not digits:
            break
        numbers.append(min(int(digits), 65535))
    if not numbers:
        raise ValueError(f"{version!r} is not a version.")
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(version: str, program: str, folder: Path) -> str:
    """Write the version information of a program, in PyInstaller's form, and return the file's path."""
    numbers = four_numbers(version)
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": "Portraits" if program == "portraits" else "Portraits engine",
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "Apache-2.0; the installed whole is under the GNU GPL, see NOTICE.txt",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Portraits",
        "ProductVersion": version,
    }
    strings = ",\n        ".join(f"StringStruct({key!r}, {value!r})" for key, value in texts.items())
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{program}.version.txt"
    target.write_text(
        f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
        {strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
""",
        "utf-8",
    )
    return str(target)


def installer_command(folder: Path, target: Path, icon: Path, version: str) -> list[str]:
    """Return the NSIS command that makes the installer from the frozen folder; a warning counts as an error."""
    numbers = ".".join(map(str, four_numbers(version)))
    values = {"VERSION": version, "NUMBERS": numbers, "PAYLOAD": folder, "OUTPUT": target, "ICON": icon}
    return ["makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in values.items()), str(SCRIPT)]


def signing_command(path: Path, thumbprint: str) -> list[str]:
    """Return the command that signs a program or an installer with a certificate of the person's store."""
    server = os.environ.get("PORTRAITS_TIMESTAMP_SERVER", "")
    stamped = ["/tr", server, "/td", "sha256"] if server else []
    return ["signtool", "sign", "/sha1", thumbprint, "/fd", "sha256", *stamped, str(path)]


def build_installer(folder: Path, target: Path, icon: Path, version: str) -> list[Path]:
    """Make the installer; programs and installer are signed when ``PORTRAITS_SIGN_THUMBPRINT`` names a certificate.

    Raises:
        subprocess.CalledProcessError: NSIS or signtool failed.
    """
    thumbprint = os.environ.get("PORTRAITS_SIGN_THUMBPRINT", "")
    if thumbprint:
        for program in folder.glob("*.exe"):
            subprocess.run(signing_command(program, thumbprint), check=True)
    subprocess.run(installer_command(folder, target, icon, version), check=True)
    if thumbprint:
        subprocess.run(signing_command(target, thumbprint), check=True)
    return [target]
