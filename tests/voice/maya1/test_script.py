"""Text becomes sentences with their emotion tags; what cannot be said is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol.emotions import EMOTION_TAGS
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.script import prepare, seconds_expected, without_tags
from engine.voice.text import Script


def prepared(text: str, max_ids: int = 2048) -> Script:
    return prepare(text, EMOTION_TAGS, max_ids)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("I left at twenty. <sigh> I thought so.", ["I left at twenty.", "<sigh> I thought so."]),
        ("That is funny. <laugh>", ["That is funny. <laugh>"]),
        ("<laugh> <gasp> That is funny.", ["<laugh> <gasp> That is funny."]),
        ("<laugh>. Well.", ["<laugh>. Well."]),
        ("Really? <laugh> no way!", ["Really? <laugh> no way!"]),
        ("She kept the letters. <whisper> All of them.", ["She kept the letters.", "<whisper> All of them."]),
        ("Oh<gasp>no, < LAUGH >it is <Laugh-Harder>.", ["Oh <gasp> no, <laugh> it is <laugh_harder>."]),
        ("One.\n\n<sing> Two.", ["One.", "<sing> Two."]),
    ],
)
def test_tags_stay_with_their_sentence(text: str, spoken: list[str]) -> None:
    script = prepared(text)
    assert [sentence.spoken for sentence in script.sentences] == spoken
    assert script.notes == ()


def test_tags_do_not_hide_where_a_paragraph_ends() -> None:
    script = prepared("One. <sigh>\n\n<laugh>\n\nTwo. <gasp> Three.\n\nFour.")
    assert [(sentence.spoken, sentence.ends_paragraph) for sentence in script.sentences] == [
        ("One. <sigh> <laugh>", True),
        ("Two.", False),
        ("<gasp> Three.", True),
        ("Four.", True),
    ]


def test_sentences_are_shown_without_tags() -> None:
    script = prepared("Oh <gasp>, that is <laugh> it <sigh>!")
    assert script.sentences[0].shown == "Oh, that is it!"
    assert without_tags("<laugh> Well.") == "Well."


def test_an_unknown_tag_is_named_with_the_nearest_one() -> None:
    script = prepared("Oh <sad> no. <laughs> Yes.")
    assert script.notes == (
        "<sad> is not an emotion tag and was left out. The nearest known one is <cry>.",
        "<laughs> is not an emotion tag and was left out. The nearest known one is <laugh>.",
    )
    assert [sentence.spoken for sentence in script.sentences] == ["Oh no.", "Yes."]


def test_a_tag_that_this_model_lacks_is_unknown() -> None:
    script = prepare("Oh <sing> no.", ("laugh",), 2048)
    assert script.sentences[0].spoken == "Oh no."
    assert len(script.notes) == 1


def test_control_marks_and_descriptions_are_left_out_and_said() -> None:
    script = prepared('<description="old man"> Hello <|eot_id|> there <custom_token_2> you.')
    assert [sentence.spoken for sentence in script.sentences] == ["Hello there you."]
    assert any("<|eot_id|> is a control mark" in note for note in script.notes)
    assert any("description inside the text" in note for note in script.notes)


def test_other_scripts_are_said() -> None:
    script = prepared("Hello 世界, Café – naïve “quote”.")
    assert script.sentences[0].spoken == "Hello, Café – naïve “quote”."
    assert script.notes == ("2 letters of another script (Chinese) were left out: the large voice speaks English.",)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "<laugh>", "<laugh> <sigh>.", "世界", "...", "<sad>", "<|eot_id|>", "💡"]
)
def test_nothing_to_say_is_refused(text: str) -> None:
    with pytest.raises(PortraitsError) as caught:
        prepared(text)
    assert caught.value.code is ErrorCode.USAGE


def test_a_hundred_thousand_characters_are_cut_into_sentences_that_fit() -> None:
    text = ("And so it went on, and on <laugh>, and further. " * 3000)[:100_000]
    script = prepared(text)
    assert sum(sentence.spoken.count("<laugh>") for sentence in script.sentences) == text.count("<laugh>")
    with pytest.raises(PortraitsError, match="100001 characters"):
        prepared("a" * 100_001)


@pytest.mark.parametrize(("max_ids", "longest"), [(2048, 300), (900, 120), (28, 60)])
def test_long_sentences_are_cut_to_the_room_there_is(max_ids: int, longest: int) -> None:
    script = prepared("and then she went on to the next house, " * 60, max_ids)
    assert max(len(sentence.spoken) for sentence in script.sentences) <= longest
    assert all(seconds_expected(sentence.spoken) < max(max_ids / 82, 5) for sentence in script.sentences)


@given(st.lists(st.sampled_from(["Hello", "<laugh>", "<sad>", "you.", "\n", "<", "it is", "!", "<|x|>"]), max_size=30))
def test_every_known_tag_of_a_text_that_can_be_said_is_kept(words: list[str]) -> None:
    text = " ".join(words)
    if not {"Hello", "you.", "it is"} & set(words):
        with pytest.raises(PortraitsError):
            prepared(text)
        return
    script = prepared(text)
    spoken = " ".join(sentence.spoken for sentence in script.sentences)
    assert spoken.count("<laugh>") == words.count("<laugh>")
    assert spoken.count("Hello") == words.count("Hello")
    assert all(sentence.shown for sentence in script.sentences)
