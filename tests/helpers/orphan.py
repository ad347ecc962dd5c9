"""A window that starts an engine, lets it compute without end, says its process id, and waits to be killed."""

import sys
import time
from pathlib import Path

from desktop.link.child import Child, new_key
from desktop.link.rendezvous import Rendezvous
from engine.protocol.frames import receive, send
from engine.protocol.messages import PROTOCOL_VERSION, Hello, JobStarted, Submit, ToWindow
from tests.helpers.scripted_jobs import script

if __name__ == "__main__":
    key = new_key()
    meeting = Rendezvous(key)
    child = Child([sys.executable, "-m", "tests.helpers.engine_child"], meeting.address, key, Path(sys.argv[1]))
    connection = None
    while connection is None and child.running:
        connection = meeting.wait(1.0)
    assert connection is not None
    send(connection, Hello(protocol_version=PROTOCOL_VERSION))
    send(connection, Submit(job_id="a", job=script(sys.argv[2])))
    while not isinstance(receive(connection, ToWindow)[0], JobStarted):
        pass
    sys.stdout.write(f"{child.process_id}\n")
    sys.stdout.flush()
    time.sleep(600)
