"""A stand-in for the Hugging Face hub on loopback: small repositories, range requests, and every kind of trouble."""

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_LARGE = 2000
_BLOCK = 16_384


@dataclass
class Trouble:
    """What goes wrong with the requests whose path contains ``where``, for the next ``times`` of them.

    ``status`` answers with that status. ``cut`` closes the connection after so many bytes of the body, ``stall`` stops
    sending there and waits. ``wrong`` sends other bytes of the same length, ``longer`` sends more than announced.
    ``whole`` ignores the wish for a part.
    """

    where: str
    times: int = 1
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    stall: int | None = None
    wrong: bool = False
    longer: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Request:
    """One request as it came in."""

    method: str
    path: str
    first_byte: int
    token: str


class Hub:
    """The state of the stand-in. ``repositories`` maps ``org/name`` to files, ``files`` maps plain paths to content."""

    def __init__(self) -> None:
        self.repositories: dict[str, dict[str, bytes]] = {}
        self.files: dict[str, bytes] = {}
        self.troubles: list[Trouble] = []
        self.requests: list[Request] = []
        self.released = threading.Event()
        self.address = ""

    def trouble(self, where: str, **kind: Any) -> None:
        """Let something go wrong."""
        self.troubles.append(Trouble(where, **kind))

    def bodies_sent(self, name: str) -> list[Request]:
        """The requests for the content of a file."""
        return [request for request in self.requests if request.path.endswith(name) and "/api/" not in request.path]

    def _trouble_for(self, path: str) -> Trouble | None:
        for trouble in self.troubles:
            if trouble.times > 0 and trouble.where in path:
                trouble.times -= 1
                return trouble
        return None

    def _listing(self, repository: str) -> bytes:
        siblings = []
        for name, content in self.repositories[repository].items():
            blob = hashlib.sha1(b"blob %d\x00" % len(content) + content, usedforsecurity=False).hexdigest()
            sibling: dict[str, Any] = {"rfilename": name, "size": len(content), "blobId": blob}
            if len(content) > _LARGE:
                digest = hashlib.sha256(content).hexdigest()
                sibling["lfs"] = {"sha256": digest, "size": len(content), "pointerSize": 134}
            siblings.append(sibling)
        return json.dumps({"id": repository, "sha": COMMIT, "siblings": siblings, "tags": []}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        hub = self.server.hub
        path = unquote(urlsplit(self.path).path)
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        offset = int(wanted[1]) if wanted else 0
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        hub.requests.append(Request("GET", path, offset, token))
        trouble = hub._trouble_for(path)
        if trouble and trouble.status:
            self._answer(trouble.status, b"trouble", trouble.headers)
            return
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+)/revision/[^/]+", path):
            if found[1] not in hub.repositories:
                self._answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})
            else:
                self._answer(200, hub._listing(found[1]), {"Content-Type": "application/json"})
            return
        content = self._content(path)
        if content is None:
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
        else:
            self._send_file(content, offset, trouble)

    def _content(self, path: str) -> bytes | None:
        hub = self.server.hub
        if found := re.fullmatch(r"/([^/]+/[^/]+)/resolve/[^/]+/(.+)", path):
            return hub.repositories.get(found[1], {}).get(found[2])
        return hub.files.get(path.lstrip("/"))

    def _send_file(self, content: bytes, offset: int, trouble: Trouble | None) -> None:
        version = f'"{hashlib.sha256(content).hexdigest()}"'
        if (trouble and trouble.whole) or self.headers.get("If-Range", version) != version:
            offset = 0
        if offset >= len(content) > 0:
            self._answer(416, b"", {"Content-Range": f"bytes */{len(content)}"})
            return
        body = content[offset:]
        if trouble and trouble.wrong:
            body = bytes(255 - byte for byte in body)
        if trouble and trouble.longer:
            body += b"x" * 100_000
        self.send_response(206 if offset else 200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", version)
        if offset:
            self.send_header("Content-Range", f"bytes {offset}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        stop = None if trouble is None else trouble.cut if trouble.cut is not None else trouble.stall
        for start in range(0, len(body), _BLOCK):
            if stop is not None and start >= stop:
                break
            self.wfile.write(body[start : min(start + _BLOCK, len(body) if stop is None else stop)])
        if stop is not None and stop < len(body):
            self.wfile.flush()
            if trouble and trouble.stall is not None:
                self.server.hub.released.wait(30)
            self.close_connection = True

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, BrokenPipeError):
            # The client hung up, which is what several tests want.
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Requests are kept in ``Hub.requests`` instead."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, hub: Hub) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hub = hub


@contextmanager
def running_hub() -> Iterator[Hub]:
    """Serve a hub on a free port until the block ends."""
    hub = Hub()
    server = _Server(hub)
    hub.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.released.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
