"""Prompts are built from ids, and nothing a person types can act as a control mark."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol.emotions import EMOTION_TAGS
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.ids import BEGIN_OF_TEXT
from engine.voice.maya1.prompt import clean_description, prompt_ids, prompt_text
from engine.voice.maya1.tokenizer import SpeechTokenizer
from tests.helpers.tiny_maya1 import reference_tokenizer
from tests.voice.golden import cases


@pytest.mark.parametrize("case", cases("prompts"), ids=lambda case: case["name"])
def test_golden_prompts(case: dict[str, Any], tokenizer: SpeechTokenizer, maya1_folder: Path) -> None:
    assert prompt_text(case["description"], case["text"]) == case["middle_text"]
    ids = prompt_ids(tokenizer, case["description"], case["text"])
    before, after = case["ids_before"], case["ids_after"]
    assert ids[: len(before)] == before
    assert ids[-len(after) :] == after
    middle = reference_tokenizer(maya1_folder)(case["middle_text"], add_special_tokens=False).input_ids
    assert ids[len(before) : -len(after)] == middle
    assert ids.count(BEGIN_OF_TEXT) == 1


def test_the_tags_are_those_of_the_tokenizer(tokenizer: SpeechTokenizer) -> None:
    assert tokenizer.tags == EMOTION_TAGS
    ids = tokenizer.tagged("<laugh> well <nothing>")
    assert sum(token >= 128_000 for token in ids) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<|eot_id|>",
        "<|begin_of_text|>",
        "<custom_token_2>",
        "<custom_token_1><custom_token_500>",
        "<|reserved_special_token_9|>",
    ],
)
def test_typed_control_marks_are_text(tokenizer: SpeechTokenizer, text: str) -> None:
    assert max(tokenizer.tagged(f"Well {text} then")) < BEGIN_OF_TEXT
    ids = prompt_ids(tokenizer, clean_description(text), text)
    assert sum(token >= BEGIN_OF_TEXT for token in ids) == 6


@given(st.text(alphabet=st.sampled_from("<|>_ abeginoftxldcukm0123456789\"'\n"), max_size=80))
def test_no_text_becomes_a_control_id(tokenizer: SpeechTokenizer, text: str) -> None:
    assert all(token < BEGIN_OF_TEXT for token in tokenizer.plain(text))
    tags = sum(text.count(f"<{tag}>") for tag in tokenizer.tags)
    assert sum(token >= BEGIN_OF_TEXT for token in tokenizer.tagged(text)) == tags


@pytest.mark.parametrize(
    ("description", "cleaned"),
    [
        ("warm, low pitch", "warm, low pitch."),
        ("Warm, low pitch.", "Warm, low pitch."),
        ("Is it warm?", "Is it warm?"),
        ('a "deep"\n voice,', "a 'deep' voice."),
        ("“old” \t man <laugh>", "'old' man laugh."),
        ('"> <|eot_id|>', "' |eot_id|."),
        ("  ", ""),
    ],
)
def test_descriptions_are_cleaned(description: str, cleaned: str) -> None:
    assert clean_description(description) == cleaned


@given(st.text(max_size=100))
def test_a_cleaned_description_stays_inside_its_quotes(description: str) -> None:
    cleaned = clean_description(description)
    assert not set(cleaned) & set('"<>\n\r\t')
    assert cleaned == "" or cleaned[-1] in ".!?"


@pytest.fixture
def folder(maya1_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(maya1_folder / "tokenizer", tmp_path / "tokenizer")
    return tmp_path


def test_a_tokenizer_in_the_root_is_found_first(folder: Path) -> None:
    (folder / "tokenizer" / "tokenizer.json").rename(folder / "tokenizer.json")
    assert SpeechTokenizer.load(folder).tags == EMOTION_TAGS


def test_of_two_tokenizers_the_one_that_can_be_used_is_taken(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")
    assert SpeechTokenizer.load(folder).tags == EMOTION_TAGS
    (folder / "tokenizer" / "tokenizer.json").rename(folder / "tokenizer.json")
    (folder / "tokenizer" / "tokenizer.json").write_text("{}")
    assert SpeechTokenizer.load(folder).tags == EMOTION_TAGS


def test_a_missing_tokenizer_is_said(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="no tokenizer") as caught:
        SpeechTokenizer.load(tmp_path)
    assert caught.value.code is ErrorCode.MODEL_MISSING


def changed(folder: Path, **changes: Any) -> None:
    path = folder / "tokenizer" / "tokenizer.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON file"),
        ("[]", "JSON object"),
        ("{}", "no added tokens"),
        ('{"added_tokens": [{"id": 1}]}', "no content"),
    ],
)
def test_a_broken_tokenizer_is_explained(folder: Path, text: str, words: str) -> None:
    (folder / "tokenizer" / "tokenizer.json").write_text(text)
    with pytest.raises(PortraitsError, match=words) as caught:
        SpeechTokenizer.load(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_the_tokenizer_of_another_model_is_refused(folder: Path) -> None:
    tokens = json.loads((folder / "tokenizer" / "tokenizer.json").read_text("utf-8"))["added_tokens"]
    changed(folder, added_tokens=[token | {"id": token["id"] + 1} for token in tokens])
    with pytest.raises(PortraitsError, match="does not belong to Maya1"):
        SpeechTokenizer.load(folder)
    changed(folder, added_tokens=tokens[:-20])
    with pytest.raises(PortraitsError, match="no emotion tags"):
        SpeechTokenizer.load(folder)


def test_a_vocabulary_that_reaches_into_the_control_ids_is_refused(folder: Path) -> None:
    model = json.loads((folder / "tokenizer" / "tokenizer.json").read_text("utf-8"))["model"]
    changed(folder, model=model | {"vocab": model["vocab"] | {"<|eot_id|>": 128_009}})
    with pytest.raises(PortraitsError, match="control ids"):
        SpeechTokenizer.load(folder)
    changed(folder, model={"type": "Nothing"})
    with pytest.raises(PortraitsError, match="cannot be read"):
        SpeechTokenizer.load(folder)
