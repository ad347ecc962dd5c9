"""Maya1's tokenizer, in which text can never act as a control mark."""

import contextlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.voice.maya1.ids import BEGIN_OF_TEXT, END_OF_TEXT, FIRST_AUDIO, FIRST_CUSTOM, STOP

TOKENIZER = "tokenizer.json"

_MAX_FILE = 200_000_000
_TAG = re.compile(r"<([a-z][a-z_]{1,30})>")
# Names that must stand at these ids, or the model's ids mean something else.
_LANDMARKS = {
    BEGIN_OF_TEXT: "<|begin_of_text|>",
    END_OF_TEXT: "<|eot_id|>",
    STOP: f"<custom_token_{STOP - FIRST_CUSTOM}>",
    FIRST_AUDIO: f"<custom_token_{FIRST_AUDIO - FIRST_CUSTOM}>",
}
_AGAIN = "Download the model maya-research/maya1 again, or choose its folder."


@dataclass(frozen=True)
class _Tag:
    id: int
    strips_left: bool
    strips_right: bool


class SpeechTokenizer:
    """Turns text with emotion tags into ids.

    The vocabulary is loaded without its added tokens: what a person types as ``<|eot_id|>`` or ``<custom_token_5>`` is
    text like any other. Only the emotion tags become single ids, and they are put in here by name.

    Attributes:
        tags: the emotion tags that the model knows, sorted.
    """

    def __init__(self, vocabulary: Tokenizer, tags: dict[str, _Tag]) -> None:
        self._vocabulary = vocabulary
        self._tags = tags
        self.tags = tuple(sorted(tags))

    @classmethod
    def load(cls, folder: Path) -> "SpeechTokenizer":
        """Load ``tokenizer.json`` from a model folder or its ``tokenizer`` sub-folder; the first that can be used.

        Raises:
            PortraitsError: MODEL_MISSING when there is none, BAD_MODEL when it is not Maya1's.
        """
        paths = [path for path in tokenizer_paths(folder) if path.exists()]
        if not paths:
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f'The large voice has no tokenizer: "{TOKENIZER}" was not found in {quoted(folder)}.',
                "Download the model maya-research/maya1.",
            )
        for path in paths[:-1]:
            with contextlib.suppress(PortraitsError):
                return cls._from(path)
        return cls._from(paths[-1])

    @classmethod
    def _from(cls, path: Path) -> "SpeechTokenizer":
        data = _read(path)
        added = _added_tokens(path, data)
        for token_id, name in _LANDMARKS.items():
            if added.get(token_id, {}).get("content") != name:
                raise _bad(path, f"the id {token_id} is not {name}, so it does not belong to Maya1")
        tags = {
            match[1]: _Tag(token_id, token.get("lstrip") is True, token.get("rstrip") is True)
            for token_id, token in added.items()
            if token_id > FIRST_AUDIO and (match := _TAG.fullmatch(str(token["content"])))
        }
        if not tags:
            raise _bad(path, "it has no emotion tags")
        data["added_tokens"] = []
        data["post_processor"] = None
        try:
            vocabulary = Tokenizer.from_str(json.dumps(data))
        except Exception as error:  # tokenizers raises plain Exception
            raise _bad(path, f"it cannot be read ({str(error)[:100]})") from error
        if vocabulary.get_vocab_size() > BEGIN_OF_TEXT:
            raise _bad(path, "its text pieces reach into the control ids")
        return cls(vocabulary, tags)

    def plain(self, text: str) -> list[int]:
        """Return the ids of a text in which nothing has a meaning beside its letters; all are below 128000."""
        ids: list[int] = self._vocabulary.encode(text, add_special_tokens=False).ids
        return ids

    def tagged(self, text: str) -> list[int]:
        """Return the ids of a text in which the known emotion tags act."""
        ids: list[int] = []
        position = 0
        strip = False
        for match in _TAG.finditer(text):
            tag = self._tags.get(match[1])
            if tag is None:
                continue
            ids += self._piece(text[position : match.start()], strip, tag.strips_left)
            ids.append(tag.id)
            position, strip = match.end(), tag.strips_right
        return ids + self._piece(text[position:], strip, False)

    def _piece(self, text: str, strip_start: bool, strip_end: bool) -> list[int]:
        text = text.lstrip() if strip_start else text
        return self.plain(text.rstrip() if strip_end else text)


def tokenizer_paths(folder: Path) -> tuple[Path, ...]:
    """Return where copies of the model have their tokenizer; the published one has it in a sub-folder."""
    return folder / TOKENIZER, folder / "tokenizer" / TOKENIZER


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_FILE:
            raise _bad(path, "it is far too large")
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise _bad(path, "it is not a readable JSON file") from error
    if not isinstance(data, dict):
        raise _bad(path, "it is not a JSON object")
    return data


def _added_tokens(path: Path, data: dict[str, Any]) -> dict[int, dict[str, Any]]:
    tokens = data.get("added_tokens")
    if not isinstance(tokens, list):
        raise _bad(path, "it has no added tokens")
    found: dict[int, dict[str, Any]] = {}
    for token in tokens:
        if not isinstance(token, dict) or not isinstance(token.get("id"), int) or "content" not in token:
            raise _bad(path, "an added token has no id or no content")
        found[token["id"]] = token
    return found


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(ErrorCode.BAD_MODEL, f"The tokenizer {quoted(path)} cannot be used: {reason}.", _AGAIN)
