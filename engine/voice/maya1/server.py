"""Ids from a server with an OpenAI-style completions address, such as vLLM with Maya1 loaded."""

import contextlib
import http.client
import json
import queue
import re
import socket
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.ids import FIRST_CUSTOM, MINIMUM_IDS, STOP
from engine.voice.maya1.sampling import Sampling

_ROWS = 8
_CONNECT_SECONDS = 10.0
_SILENT_SECONDS = 120.0
_POLL_SECONDS = 0.1
_LONGEST_LINE = 1_000_000
_CUSTOM = re.compile(r"<custom_token_(\d{1,9})>")

_Event = tuple[int, list[int] | PortraitsError | None]


class ServerSource:
    """Continues prompts on a server. The strict mask is not applied there; what comes is checked as it is unpacked.

    Args:
        address: ``http://host:port``, with or without ``/v1``.

    Raises:
        PortraitsError: USAGE when it is not such an address.
    """

    def __init__(self, address: str) -> None:
        self._server = _server_at(address)

    def rows(self, longest_prompt: int, max_ids: int) -> int:  # noqa: ARG002 - the server minds its memory itself
        return _ROWS

    def generate(
        self,
        prompts: Sequence[Sequence[int]],
        seeds: Sequence[int],
        sampling: Sampling,
        max_ids: int,
        *,
        spoken: int = 0,  # noqa: ARG002 - part of the prompt for the server
        rows: int = 1,  # noqa: ARG002 - each prompt is a request of its own
    ) -> Generator[tuple[int | None, ...], None, None]:
        """As :meth:`engine.voice.maya1.source.IdSource.generate`; also yields rows of None while nothing comes.

        Raises:
            PortraitsError: NETWORK when the server cannot be reached, refuses, serves another model or stops answering.
        """
        events: queue.Queue[_Event] = queue.Queue()
        requests = [
            _Request(self._server, _wanted(prompt, seed, sampling, max_ids))
            for prompt, seed in zip(prompts, seeds, strict=True)
        ]
        try:
            for row, request in enumerate(requests):
                threading.Thread(target=request.run, args=(row, events), daemon=True).start()
            running = len(requests)
            nothing = (None,) * len(requests)
            while running:
                try:
                    row, event = events.get(timeout=_POLL_SECONDS)
                except queue.Empty:
                    yield nothing
                    continue
                if event is None:
                    running -= 1
                elif isinstance(event, PortraitsError):
                    raise event
                else:
                    for token in event:
                        yield (*nothing[:row], token, *nothing[row + 1 :])
        finally:
            for request in requests:
                request.close()


@dataclass
class _Server:
    """Where the server is, and what it calls the model: the published name until it says otherwise."""

    secure: bool
    host: str
    port: int | None
    path: str
    model: str = "maya-research/maya1"

    def connection(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        return kind(self.host, self.port, timeout=_CONNECT_SECONDS)

    def find_model(self) -> bool:
        """Take the name of Maya1 from the server's list: it may be a folder, or what the owner likes.

        Returns:
            Whether the server has such a list.

        Raises:
            PortraitsError: NETWORK when none of the names in it looks like Maya1.
        """
        with contextlib.closing(self.connection()) as connection:
            connection.request("GET", f"{self.path}/models")
            response = connection.getresponse()
            try:
                names = [str(each["id"]) for each in json.loads(response.read(_LONGEST_LINE))["data"]]
            except (ValueError, LookupError, TypeError):
                return False
        found = [name for name in names if "maya" in name.lower()]
        if not found:
            served = ", ".join(f'"{name}"' for name in names[:3]) or "no model"
            raise self.failed(f"serves {served[:200]} and not Maya1")
        self.model = found[0]
        return True

    def failed(self, what: str) -> PortraitsError:
        shown = f"{self.host}:{self.port}" if self.port else self.host
        return PortraitsError(
            ErrorCode.NETWORK, f"The voice server at {shown} {what}.", "Check that it runs and has Maya1 loaded."
        )


class _Request:
    """One prompt at the server, read on a thread of its own."""

    def __init__(self, server: _Server, wanted: dict[str, Any]) -> None:
        self._server = server
        self._wanted = wanted
        self._connection = server.connection()
        self._closed = False
        self._socket: socket.socket | None = None

    def run(self, row: int, events: "queue.Queue[_Event]") -> None:
        try:
            for ids in self._ids():
                events.put((row, ids))
            events.put((row, None))
        except PortraitsError as error:
            events.put((row, error))
        except Exception as error:  # whatever a server sends: a thread that dies silently would be waited for
            if not self._closed:
                silent = isinstance(error, TimeoutError)
                reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
                what = f"was silent for {_SILENT_SECONDS:g} s" if silent else f"did not answer as expected ({reason})"
                events.put((row, self._server.failed(what)))
        finally:
            self._connection.close()

    def close(self) -> None:
        """Hang up; the server then stops the work."""
        self._closed = True
        if self._socket is not None:
            # Closing alone would leave the reading thread waiting.
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        self._connection.close()

    def _ids(self) -> Iterator[list[int]]:
        response = self._asked()
        if response.status == http.client.NOT_FOUND and self._server.find_model():
            response = self._asked()
        if response.status != http.client.OK:
            raise self._server.failed(f"refused with status {response.status} ({_reason(response.read(2000))})")
        stopped = finished = False
        while line := response.readline(_LONGEST_LINE):
            text = line.strip()
            if not text.startswith(b"data:"):
                continue
            data = text.removeprefix(b"data:").strip()
            if data == b"[DONE]":
                finished = True
                break
            choice = json.loads(data)["choices"][0]
            ids = _ids_of(choice)
            stopped = stopped or STOP in ids
            finished = finished or choice.get("finish_reason") is not None
            if choice.get("finish_reason") == "stop" and not stopped:
                ids.append(STOP)
                stopped = True
            if ids:
                yield ids
        if not finished:
            raise self._server.failed("hung up before the end")

    def _asked(self) -> http.client.HTTPResponse:
        self._connection.close()
        try:
            self._connection.connect()
        except OSError as error:
            raise self._server.failed(f"cannot be reached ({error.strerror or error})") from error
        self._socket = self._connection.sock
        if self._closed:
            raise ConnectionAbortedError
        self._socket.settimeout(_SILENT_SECONDS)
        body = json.dumps({"model": self._server.model, **self._wanted})
        headers = {"Content-Type": "application/json"}
        self._connection.request("POST", f"{self._server.path}/completions", body.encode(), headers)
        return self._connection.getresponse()


def _server_at(address: str) -> _Server:
    parts = urlsplit(address.strip())
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("http", "https") or not parts.hostname or port == -1 or parts.query or parts.fragment:
        raise PortraitsError(
            ErrorCode.USAGE,
            f'"{address[:100]}" is not the address of a server.',
            "Write it like http://localhost:8000.",
        )
    return _Server(parts.scheme == "https", parts.hostname, port, parts.path.rstrip("/").removesuffix("/v1") + "/v1")


def _wanted(prompt: Sequence[int], seed: int, sampling: Sampling, max_ids: int) -> dict[str, Any]:
    return {
        "prompt": list(prompt),
        "max_tokens": max_ids,
        "min_tokens": MINIMUM_IDS,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "top_k": -1,
        "repetition_penalty": sampling.repetition_penalty,
        "seed": seed % 2**63,
        "stop_token_ids": [STOP],
        "stream": True,
        "return_token_ids": True,
        # For servers that answer in text only: the names of the ids must be in it.
        "skip_special_tokens": False,
        "spaces_between_special_tokens": False,
    }


def _ids_of(choice: dict[str, Any]) -> list[int]:
    ids = choice.get("token_ids")
    if ids:
        return [int(token) for token in ids]
    return [FIRST_CUSTOM + int(number) for number in _CUSTOM.findall(choice.get("text") or "")]


def _reason(body: bytes) -> str:
    try:
        data = json.loads(body)
        error = data.get("error", data)
        return str(error.get("message", error))[:200]
    except (ValueError, AttributeError):
        return body.decode("utf-8", "replace")[:200].strip() or "no reason given"
