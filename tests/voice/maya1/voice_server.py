"""A voice server on loopback that answers as a test wants."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]
Asked = list[tuple[str, dict[str, Any]]]


class Handler(BaseHTTPRequestHandler):
    """Hands each prompt to ``answer`` and lists ``models``. Remembers what it was asked."""

    answer: Answer
    models: tuple[str, ...]
    asked: Asked

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, body))
        if self.models and body["model"] not in self.models:
            self.refuse(f"The model `{body['model']}` does not exist.")
        else:
            type(self).answer(self, body)

    def do_GET(self) -> None:
        if self.path != "/v1/models" or not self.models:
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"object": "list", "data": [{"id": name} for name in self.models]}).encode())

    def refuse(self, message: str) -> None:
        self.send_response(404)
        self.end_headers()
        self.wfile.write(json.dumps({"error": {"message": message}}).encode())

    def events(self, choices: list[dict[str, Any]], *, end: bool = True) -> None:
        """Stream choices as vLLM does."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for choice in choices:
            data = {"choices": [{"index": 0, "text": "", **choice}]}
            self.wfile.write(b"data: " + json.dumps(data).encode() + b"\n\n")
        if end:
            self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def running_server(answer: Answer, models: tuple[str, ...] = ()) -> Iterator[tuple[str, Asked]]:
    """Run a server; yields its address and the list of what it is asked: path and body.

    Args:
        answer: answers a prompt.
        models: names that it serves; none serves any name and has no list.
    """
    handler = type("Answering", (Handler,), {"answer": staticmethod(answer), "models": models, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler.asked  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
