"""The pronunciation dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol.emotions import EMOTION_TAGS
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.script import prepare as prepare_large
from engine.voice.pronunciation import respelled
from engine.voice.text import prepare


@pytest.mark.parametrize(
    ("say", "text", "spoken"),
    [
        (["Søren=SUR-en"], "Søren left. søren's hat; Sørensen stays.", "SUR-en left. SUR-en's hat; Sørensen stays."),
        (["CIA=see eye ay", "CIA agent=spook"], "A CIA  agent of the CIA.", "A spook of the see eye ay."),
        (["a=b", "b=a"], "a b", "b a"),
        (["road=long road"], "The road.", "The long road."),
        (["sigh=SAI"], "A sigh <sigh> and a sigh.", "A SAI <sigh> and a SAI."),
        (["C++=see plus plus"], "We write C++.", "We write see plus plus."),
        (["1962=nineteen sixty-two"], "In 1962, not 19620.", "In nineteen sixty-two, not 19620."),
        ([], "Nothing changes.", "Nothing changes."),
    ],
)
def test_words_are_replaced_whole_and_once(say: list[str], text: str, spoken: str) -> None:
    assert respelled(say)(text) == spoken


@pytest.mark.parametrize("entry", ["=x", "word=", " = ", "word"])
def test_an_entry_needs_a_word_and_how_it_is_said(entry: str) -> None:
    with pytest.raises(PortraitsError, match="no entry of a pronunciation dictionary") as caught:
        respelled([entry])
    assert caught.value.code is ErrorCode.USAGE


def test_a_dictionary_cannot_blow_a_text_up() -> None:
    with pytest.raises(PortraitsError, match="too long to be spoken"):
        respelled([f"a={'b ' * 90}"])("a " * 2000)


@given(
    st.lists(st.text("abcdef ", min_size=1, max_size=5).filter(str.strip), max_size=5),
    st.text("abcdef .,", max_size=60),
)
def test_text_without_the_words_stays(words: list[str], text: str) -> None:
    say = [f"{word.strip().upper()}Z=never" for word in words]
    assert respelled(say)(text) == text


def test_both_voices_say_it_and_show_the_word() -> None:
    (sentence,) = prepare("Søren left.", ("Søren=SUR-en",)).sentences
    assert (sentence.shown, sentence.spoken) == ("Søren left.", "SUR-en left.")
    (large,) = prepare_large("<sigh> Søren left.", EMOTION_TAGS, 2048, ("Søren=SUR-en",)).sentences
    assert (large.shown, large.spoken) == ("Søren left.", "<sigh> SUR-en left.")
