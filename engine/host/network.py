"""Whether this process may fetch anything from the network."""

import os
import sys

from engine.protocol.errors import ErrorCode, PortraitsError

_NAMES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
_YES = ("1", "ON", "YES", "TRUE")


class Network:
    """The switch for downloads. Make it before anything changes the environment of the process.

    What the person's own environment forbids stays forbidden: HF_HUB_OFFLINE counts for every program on the computer.
    """

    def __init__(self) -> None:
        self._forbidden_by = next((name for name in _NAMES if os.environ.get(name, "").upper() in _YES), "")

    def allow(self, allowed: bool) -> None:
        """Allow or forbid downloads from now on, also to libraries that were imported already.

        Raises:
            PortraitsError: NOT_AVAILABLE when the environment forbids what should be allowed.
        """
        if allowed and self._forbidden_by:
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE,
                f"Downloads stay forbidden, because the variable {self._forbidden_by} is set on this computer.",
                "Start Portraits without that variable.",
            )
        for name in _NAMES:
            if allowed:
                os.environ.pop(name, None)
            else:
                os.environ[name] = "1"
        # huggingface_hub reads the variable only once, when it is imported.
        constants = sys.modules.get("huggingface_hub.constants")
        if constants is not None:
            constants.HF_HUB_OFFLINE = not allowed  # type: ignore[attr-defined]
