"""A stand-in for an engine pack: a wheel named torch with nothing in it, served on loopback."""

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

VERSION = "9.9.9+standin"


def wheel() -> bytes:
    """Return a wheel of the package torch whose only content is its version."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("torch/__init__.py", f'__version__ = "{VERSION}"\n')
        archive.writestr(
            f"torch-{VERSION}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: torch\nVersion: {VERSION}\n"
        )
        archive.writestr("torch-9.9.9.data/purelib/functorch/__init__.py", "")
        archive.writestr("large.bin", bytes(range(256)) * 8192)
    return content.getvalue()


class _Handler(BaseHTTPRequestHandler):
    content: ClassVar[bytes] = b""

    def do_GET(self) -> None:
        """Send the wheel, from the byte that is asked for."""
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(self.content) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        self.end_headers()
        self.wfile.write(self.content[start:])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(system: str, replaces: str) -> Iterator[bytes]:
    """Serve the wheel on loopback, and yield the list of packs that names it.

    Args:
        system: the system under test, as the engine names it.
        replaces: the version of torch in the application.
    """
    content = wheel()
    handler = type("Handler", (_Handler,), {"content": content})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pack = {
        "id": "standin",
        "title": "Stand-in runtime",
        "purpose": "Tries the packs.",
        "licence": "none",
        "system": system,
        "replaces": {"torch": replaces},
        "address": f"http://127.0.0.1:{server.server_address[1]}/",
        "archives": [
            {
                "name": "torch-9.9.9-py3-none-any.whl",
                "size": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        ],
    }
    try:
        yield json.dumps({"packs": [pack]}).encode()
    finally:
        server.shutdown()
        server.server_close()
