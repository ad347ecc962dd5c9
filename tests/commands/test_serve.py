"""``portraits-engine serve`` as the window starts it."""

import os
import subprocess
import sys
import threading
from multiprocessing.connection import Connection, Listener

from engine.protocol.frames import receive, send
from engine.protocol.messages import PROTOCOL_VERSION, Hello, Log, Ready, Shutdown, ToWindow
from engine.protocol.process import ADDRESS_VARIABLE, KEY_VARIABLE
from tests.helpers.waiting import LIMIT


def test_the_window_gets_the_log_lines_of_the_engine() -> None:
    key = os.urandom(32)
    listener = Listener(authkey=key)
    met: list[Connection] = []
    accepting = threading.Thread(target=lambda: met.append(listener.accept()), daemon=True)
    accepting.start()
    environment = {**os.environ, ADDRESS_VARIABLE: str(listener.address), KEY_VARIABLE: key.hex()}
    process = subprocess.Popen(
        [sys.executable, "-m", "engine", "serve"], env=environment, stderr=subprocess.PIPE, stdin=subprocess.PIPE
    )
    try:
        accepting.join(LIMIT)
        (connection,) = met
        send(connection, Hello(protocol_version=PROTOCOL_VERSION, settings={"offline": "perhaps", "device": "cpu"}))
        heard: list[object] = []
        while not any(isinstance(message, Ready) for message in heard) or not any(map(_is_the_warning, heard)):
            assert connection.poll(LIMIT), heard
            heard.append(receive(connection, ToWindow)[0])
        send(connection, Shutdown())
        _, errors = process.communicate(timeout=LIMIT)
    finally:
        process.kill()
        process.wait()
        listener.close()
    assert process.returncode == 0
    assert b"setting offline is ignored" in errors, "and the log file has them too"


def _is_the_warning(message: object) -> bool:
    return isinstance(message, Log) and message.level == "WARNING" and "offline" in message.text
