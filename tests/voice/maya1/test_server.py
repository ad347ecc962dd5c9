"""Ids from a server: a stand-in on loopback that answers as vLLM does, and in every wrong way."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.ids import FIRST_CUSTOM, STOP
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.server import ServerSource
from tests.voice.maya1.scripted import frame_ids

Answer = Callable[["Handler", dict[str, Any]], None]
PROMPT = [128_259, 128_000, 5, 128_257]


class Handler(BaseHTTPRequestHandler):
    answer: Answer
    asked: list[tuple[str, dict[str, Any]]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, body))
        type(self).answer(self, body)

    def events(self, choices: list[dict[str, Any]], *, end: bool = True) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for choice in choices:
            self.wfile.write(
                b"data: " + json.dumps({"choices": [{"index": 0, "text": "", **choice}]}).encode() + b"\n\n"
            )
        if end:
            self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], tuple[str, list[tuple[str, dict[str, Any]]]]]]:
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> tuple[str, list[tuple[str, dict[str, Any]]]]:
        handler = type("Answering", (Handler,), {"answer": staticmethod(answer), "asked": []})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}", handler.asked  # type: ignore[attr-defined]

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def received(address: str, prompts: int = 1) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in range(prompts)]
    steps = ServerSource(address).generate([PROMPT] * prompts, list(range(prompts)), Sampling(), 700)
    for step in steps:
        for row, token in zip(rows, step, strict=True):
            if token is not None:
                row.append(token)
    return rows


def test_prompt_ids_and_settings_are_sent_and_ids_come_back(serve: Any) -> None:
    ids = frame_ids(3)
    address, asked = serve(
        lambda handler, body: handler.events(
            [{"token_ids": ids[:1]}, {"token_ids": ids[1:]}, {"token_ids": [STOP], "finish_reason": "stop"}]
        )
    )
    assert received(address) == [[*ids, STOP]]
    path, body = asked[0]
    assert path == "/v1/completions"
    assert body["prompt"] == PROMPT
    assert body["stop_token_ids"] == [STOP]
    wanted = {
        "temperature": 0.4,
        "top_p": 0.9,
        "repetition_penalty": 1.1,
        "max_tokens": 700,
        "min_tokens": 28,
        "seed": 0,
    }
    assert wanted.items() <= body.items()


@pytest.mark.parametrize("suffix", ["", "/", "/v1", "/v1/"])
def test_addresses_with_and_without_v1(serve: Any, suffix: str) -> None:
    address, asked = serve(lambda handler, body: handler.events([{"finish_reason": "length"}]))
    assert received(address + suffix) == [[]]
    assert asked[0][0] == "/v1/completions"


def test_a_server_that_answers_in_text_only_is_understood(serve: Any) -> None:
    ids = frame_ids(2)
    text = "".join(f"<custom_token_{token - FIRST_CUSTOM}>" for token in ids)
    address, _ = serve(lambda handler, body: handler.events([{"text": text}, {"finish_reason": "stop"}]))
    assert received(address) == [[*ids, STOP]]


def test_several_prompts_run_at_the_same_time(serve: Any) -> None:
    meeting = threading.Barrier(3, timeout=10)

    def answer(handler: Handler, body: dict[str, Any]) -> None:
        meeting.wait()
        handler.events([{"token_ids": frame_ids(2, body["seed"])}, {"finish_reason": "stop"}])

    address, _ = serve(answer)
    assert received(address, 3) == [[*frame_ids(2, seed), STOP] for seed in range(3)]


def refuse(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(404)
    handler.end_headers()
    handler.wfile.write(json.dumps({"error": {"message": "The model `x` does not exist."}}).encode())


def nonsense(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"data: {nonsense\n\n")


def hang_up(handler: Handler, body: dict[str, Any]) -> None:
    handler.events([{"token_ids": frame_ids(1)}], end=False)


def no_choices(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'data: {"choices": []}\n\n')


@pytest.mark.parametrize(
    ("answer", "words"),
    [(refuse, "404.*does not exist"), (nonsense, "as expected"), (hang_up, "hung up"), (no_choices, "as expected")],
)
def test_a_server_that_fails_is_said(serve: Any, answer: Answer, words: str) -> None:
    address, _ = serve(answer)
    with pytest.raises(PortraitsError, match=words) as caught:
        received(address)
    assert caught.value.code is ErrorCode.NETWORK


def test_no_server_at_all() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(PortraitsError, match=f"127.0.0.1:{port} cannot be reached") as caught:
        received(f"http://127.0.0.1:{port}")
    assert caught.value.code is ErrorCode.NETWORK


def test_hanging_up_ends_the_work_on_the_server(serve: Any) -> None:
    ended = threading.Event()

    def endless(handler: Handler, body: dict[str, Any]) -> None:
        try:
            handler.events([{"token_ids": [token]} for token in frame_ids(1)], end=False)
            while True:
                handler.wfile.write(b": waiting\n\n")
        except OSError:
            ended.set()

    address, _ = serve(endless)
    steps = ServerSource(address).generate([PROMPT], [0], Sampling(), 700)
    assert next(step for step in steps if step != (None,)) == (frame_ids(1)[0],)
    steps.close()  # type: ignore[attr-defined]
    assert ended.wait(10)


def test_while_a_server_is_silent_the_caller_is_asked_again_and_again(serve: Any) -> None:
    release = threading.Event()

    def slow(handler: Handler, body: dict[str, Any]) -> None:
        release.wait(10)
        handler.events([{"finish_reason": "stop"}])

    address, _ = serve(slow)
    steps = ServerSource(address).generate([PROMPT], [0], Sampling(), 700)
    assert next(steps) == (None,)
    assert next(steps) == (None,)
    release.set()
    assert [step for step in steps if step != (None,)] == [(STOP,)]


@pytest.mark.parametrize(
    "address", ["", "localhost:8000", "ftp://host", "http://", "http://host:99999", "http://host/?q=1"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(PortraitsError, match="not the address") as caught:
        ServerSource(address)
    assert caught.value.code is ErrorCode.USAGE
