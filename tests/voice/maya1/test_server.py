"""Ids from a server: a stand-in on loopback that answers as vLLM does, and in every wrong way."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1 import server as server_module
from engine.voice.maya1.ids import FIRST_CUSTOM, STOP
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.server import ServerSource
from tests.voice.maya1.scripted import frame_ids
from tests.voice.maya1.voice_server import Answer, Asked, Handler, running_server

PROMPT = [128_259, 128_000, 5, 128_257]


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[str, Asked]]]:
    with ExitStack() as servers:
        yield lambda answer, models=(): servers.enter_context(running_server(answer, models))


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
    handler.refuse("There is nothing here.")


def overloaded(handler: Handler, body: dict[str, Any]) -> None:
    handler.send_response(503)
    handler.end_headers()


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
    [
        (refuse, "status 404 .There is nothing here"),
        (overloaded, "status 503 .no reason given"),
        (nonsense, "as expected"),
        (hang_up, "hung up"),
        (no_choices, "as expected"),
    ],
)
def test_a_server_that_fails_is_said(serve: Any, answer: Answer, words: str) -> None:
    address, _ = serve(answer)
    with pytest.raises(PortraitsError, match=words) as caught:
        received(address)
    assert caught.value.code is ErrorCode.NETWORK


@pytest.mark.parametrize("name", ["/data/models/maya1", "Maya-Voice"])
def test_a_server_that_calls_the_model_by_another_name(serve: Any, name: str) -> None:
    address, asked = serve(lambda handler, body: handler.events([{"finish_reason": "stop"}]), ("other", name))
    source = ServerSource(address)
    for _ in range(2):
        assert [step for step in source.generate([PROMPT], [0], Sampling(), 700) if step != (None,)] == [(STOP,)]
    assert [body["model"] for _, body in asked] == ["maya-research/maya1", name, name]


def test_a_server_with_another_model_is_said(serve: Any) -> None:
    address, _ = serve(lambda handler, body: handler.events([]), ("llama-3", "whisper"))
    with pytest.raises(PortraitsError, match='serves "llama-3", "whisper" and not Maya1') as caught:
        received(address)
    assert caught.value.code is ErrorCode.NETWORK


def test_a_server_that_falls_silent_is_said(serve: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "_SILENT_SECONDS", 0.3)
    release = threading.Event()

    def stuck(handler: Handler, body: dict[str, Any]) -> None:
        handler.events([{"token_ids": frame_ids(1)}], end=False)
        release.wait(10)

    address, _ = serve(stuck)
    with pytest.raises(PortraitsError, match=r"silent for 0\.3 s"):
        received(address)
    release.set()


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
