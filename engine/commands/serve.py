"""``portraits-engine serve``: the engine process that a window starts; not for people."""

import faulthandler
import logging
import os
import signal
import sys
from typing import NoReturn

from engine.commands.console import session
from engine.host.watchdog import watch_parent
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.process import ADDRESS_VARIABLE, KEY_VARIABLE


def serve() -> None:
    """Serve a window."""
    with session():
        serve_from_environment()


def serve_from_environment() -> NoReturn:
    """Serve the window whose address and key are in the environment, and end this process.

    Raises:
        PortraitsError: USAGE when they are not there, because a person started this by hand.
    """
    address, key = os.environ.pop(ADDRESS_VARIABLE, ""), os.environ.pop(KEY_VARIABLE, "")
    if not address or not key:
        raise PortraitsError(
            ErrorCode.USAGE,
            "This command is how the window starts its engine; it does nothing by itself.",
            'Start the window with "portraits", or see "portraits-engine --help" for what can be done without it.',
        )
    watch_parent()
    faulthandler.enable()
    # Ctrl+C in a terminal is for the window, which ends its engine itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # In place of what a command sets: the window shows these lines, and failures carry the newest ones.
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True
    )
    from engine.host.server import serve as serve_window

    status = serve_window(address, bytes.fromhex(key))
    # Without waiting for threads: a job that did not end in time must not keep the process alive.
    logging.shutdown()
    os._exit(status)
