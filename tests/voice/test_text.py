"""What a script becomes before it is spoken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.protocol.emotions import EMOTION_TAGS, nearest_tag
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.readable import speakable
from engine.voice.sentences import MAX_SENTENCE, split_sentences
from engine.voice.tags import without_tags
from engine.voice.text import MAX_CHARACTERS, prepare


def split(text: str) -> list[str]:
    return [piece.text for piece in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It costs 3.50 now. Next.", ["It costs 3.50 now.", "Next."]),
        ("Mr. Smith vs. Dr. J. K. Rowling. End.", ["Mr. Smith vs. Dr. J. K. Rowling.", "End."]),
        ("See fig. 3 and No. 5. Then go.", ["See fig. 3 and No. 5.", "Then go."]),
        (
            "He was in the U.S. Army. He left the U.S. Then he came back.",
            ["He was in the U.S. Army.", "He left the U.S.", "Then he came back."],
        ),
        ("Cats, dogs, etc. are here, i.e. animals.", ["Cats, dogs, etc. are here, i.e. animals."]),
        ("“Really?” she asked. “Yes.” He left.", ["“Really?” she asked.", "“Yes.”", "He left."]),
        ("Wait... what? Well… Fine.", ["Wait... what?", "Well…", "Fine."]),
        ("I know it is I. You know.", ["I know it is I.", "You know."]),
        ("At 5 p.m. we met. Later.", ["At 5 p.m. we met.", "Later."]),
        ("A heading\nThe first line.", ["A heading", "The first line."]),
        ("A line that was\nwrapped by hand.", ["A line that was wrapped by hand."]),
        ("First part\n\nsecond part", ["First part", "second part"]),
        ('(It ends.) [Here too!] "So."', ["(It ends.)", "[Here too!]", '"So."']),
        ("Nov. 22 was cold. No. It was not.", ["Nov. 22 was cold.", "No.", "It was not."]),
        ("...\n!!!\nWord", ["Word"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_hears_it(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\r\n\r\n", "\n\n...\n\n"])
def test_a_blank_line_makes_the_pause_twice_as_long(between: str) -> None:
    sentences = prepare(f"One. Two.\nThree.{between}Four.").sentences
    assert [sentence.shown for sentence in sentences] == ["One.", "Two.", "Three.", "Four."]
    assert [sentence.pause_after(0.3) for sentence in sentences] == [0.3, 0.3, 0.6, 0.6]


@given(st.text(alphabet="ab .!?…\"'\n,;", max_size=2000))
@settings(max_examples=200, deadline=None)
def test_splitting_loses_no_letter_and_keeps_the_order(text: str) -> None:
    letters = "".join(character for character in text if character in "ab")
    joined = "".join(split(text))
    assert "".join(character for character in joined if character in "ab") == letters


@pytest.mark.parametrize("text", ["word " * 3000, "x" * 20_000, "one, two; " * 2000])
def test_endless_sentences_are_cut(text: str) -> None:
    pieces = split(text)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("from 24.12.2024 on", "from 2024-12-24 on"),
        ("on 45.12.2024", "on 45 point 12 point 2024"),
        ("v2.0.1", "version 2 point 0 point 1"),
        ("at .5", "at 0.5"),
        ("$5bn and £2mn", "5 billion dollars and 2 million pounds"),
        ("20 € or 1,250.75€", "€20 or €1,250.75"),
        ("6'2\" and 5′ 1″", "6 feet 2 inches and 5 feet 1 inch"),
        ("5 m, 1 m, 30 m² and 3 m/s", "5 meters, 1 meter, 30 square meters and 3 meters per second"),
        ("5 s, 1 s, 2 h, 100 MB/s", "5 seconds, 1 second, 2 hours, 100 megabytes per second"),
        ("the 1990s and the '80s", "the 1990s and the '80s"),
        ("$5 m", "$5 m"),
        ("It is 1/2.", "It is one half."),
        ("2 3/4 cups, 2½ and ¾", "2 and three quarters cups, 2 and one half and three quarters"),
        ("11/22/2024", "11/22/2024"),
        ("agent 007 at 07:05 and 0.5", "agent zero zero seven at 07:05 and 0.5"),
        ("+49 30 123", "plus four nine, three zero, one two three"),
        ("12345678901234567", "one two three four five six seven eight nine zero one two three four five six seven"),
        ("e.g. this, i.e. that, etc.", "for example this, that is that, et cetera."),
        ("p. 5 but soup. Yes", "page 5 but soup. Yes"),
        ("c. 1850, group c. end", "circa 1850, group c. end"),
        ("~5 days ≈ a week", "about 5 days about a week"),
        ("https://www.example.com/a", "example.com/a"),
        ("−5 and -$3", "-5 and minus $3"),
    ],
)
def test_what_the_voice_would_misread_is_written_out(written: str, read: str) -> None:
    assert speakable(written) == read


@given(st.lists(st.sampled_from(["some", "plain", "words", "that", "need", "no", "change"]), min_size=1).map(" ".join))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert speakable(text) == text


def test_there_are_twenty_emotion_tags() -> None:
    assert len(set(EMOTION_TAGS)) == 20


def test_known_tags_are_left_out_with_one_note() -> None:
    text, notes = without_tags("Well <laugh> I never <SIGH>, <Laugh harder> no.")
    assert " ".join(text.split()) == "Well I never, no."
    assert notes == [
        "The emotion tags <laugh>, <laugh_harder>, <sigh> were left out: "
        "emotion tags are for the large voice, the built-in voice cannot act them."
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("sad", "cry"),
        ("laughing", "laugh"),
        ("Giggles", "giggle"),
        ("laughing harder", "laugh_harder"),
        ("xyzzy", None),
    ],
)
def test_an_unknown_tag_names_the_nearest_known_one(name: str, near: str | None) -> None:
    assert nearest_tag(name) == near
    _, notes = without_tags(f"So <{name}> it is.")
    assert f"<{name}>" in notes[0]
    assert ("nearest" in notes[0]) == (near is not None)
    assert near is None or f"<{near}>" in notes[0]


def test_comparisons_are_not_tags() -> None:
    assert without_tags("5 < 6 and 7 > 3") == ("5 < 6 and 7 > 3", [])


def test_a_voice_description_is_left_out() -> None:
    text, notes = without_tags('<description="Old man, low voice."> Hello.')
    assert text.strip() == "Hello."
    assert "description" in notes[0]


def test_subtitles_show_what_was_written_and_the_voice_gets_words() -> None:
    (sentence,) = prepare("It took 1/2 of it, e.g. <sigh> two.").sentences
    assert sentence.shown == "It took 1/2 of it, e.g. two."
    assert sentence.spoken == "It took one half of it, for example two."


def test_control_characters_are_removed() -> None:
    (sentence,) = prepare("Hel\u200blo\x07 there\u00a0\ufeffyou\u00ad!\x00").sentences
    assert sentence.shown == "Hello there you!"


def test_other_scripts_are_said() -> None:
    script = prepare("Say 日本 and кот and 😀 and Łódź.")
    assert script.sentences[0].shown == "Say and and and Lódz."
    assert script.notes == (
        "5 letters of another script (Cyrillic, Chinese) were left out: the built-in voice speaks English.",
        "1 symbol that has no sound was left out.",
    )


@pytest.mark.parametrize("text", ["", " \n\t ", "<laugh> <sigh>", "日本語", "...!", "\x00\x07", "😀"])
def test_nothing_to_say_is_an_error_with_a_reason(text: str) -> None:
    with pytest.raises(PortraitsError) as caught:
        prepare(text)
    assert caught.value.code is ErrorCode.USAGE
    assert caught.value.failure.todo


def test_the_longest_text_is_taken_and_a_longer_one_refused() -> None:
    assert len(prepare("A word. " * (MAX_CHARACTERS // 8)).sentences) == MAX_CHARACTERS // 8
    with pytest.raises(PortraitsError, match="100001 characters"):
        prepare("x" * (MAX_CHARACTERS + 1))


@pytest.mark.parametrize(
    "text", ["." * 99_998 + " a", "<" * 99_999 + "a", "<description=" * 7000 + "a", "1/2 " * 24_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    # Rules that backtrack would need hours here; the test's own time limit is the check.
    assert prepare(text).sentences


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_every_text_is_prepared_or_refused_in_words(text: str) -> None:
    refusal: PortraitsError | None = None
    spoken: list[str] = []
    try:
        spoken = [sentence.spoken for sentence in prepare(text).sentences]
    except PortraitsError as error:
        refusal = error
    assert all(spoken)
    assert bool(spoken) != (refusal is not None and refusal.code is ErrorCode.USAGE)
