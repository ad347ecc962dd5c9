"""What compiled packages depend on."""

import platform
import sys


def this_system() -> str:
    """Return system, processor and Python in one word, such as ``linux-x86_64-cp311``."""
    machine = {"amd64": "x86_64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine().lower())
    return f"{sys.platform}-{machine}-cp{sys.version_info.major}{sys.version_info.minor}"
