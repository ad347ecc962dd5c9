"""The script: lines in order, times, takes, words, subtitles, and the timeline."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.project.clips import VoiceClip
from engine.project.edit import script as edits
from engine.project.edit.script_cues import Line, lines_of, shown, with_lines
from engine.project.edit.script_place import place_script
from engine.project.edit.takes import show_line, show_take, step_take
from engine.project.media import MediaItem, StoredInfo
from engine.project.schema import Project
from engine.project.script import LONGEST_LINE, Block, Script, Speaker
from engine.project.script_times import block_times, sound_lengths, total
from engine.project.store import load, save
from engine.project.timeline import Timeline, Track
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from engine.voice.builtin import SpokenSentence
from engine.voice.subtitles import read_subtitles, subtitle_text
from tests.project.samples import item

RATE = 24_000


def voice(name: str, samples: int = RATE) -> MediaItem:
    info = StoredInfo(kind="sound", duration=samples / RATE, sample_rate=RATE, channels=1)
    return item(name, "voice", "sound", info=info)


def spoken(*samples: int, gap: Fraction = Fraction(3, 10)) -> Project:
    """Return a project whose lines have takes of so many samples; 0 = not spoken."""
    takes = [voice(f"t{index}", count) for index, count in enumerate(samples) if count]
    blocks = tuple(
        Block(id=f"b{index}", text=f"Line {index}.", takes=(f"t{index}",), take=f"t{index}")
        if count
        else Block(id=f"b{index}", text=f"Line {index}.")
        for index, count in enumerate(samples)
    )
    return Project(media=tuple(takes), script=Script(blocks=blocks, gap=gap))


_lengths = st.lists(st.integers(0, 20 * RATE), max_size=8)
_gaps = st.integers(0, 5000).map(lambda thousandths: Fraction(thousandths, 1000))


# Times


@given(_lengths, _gaps)
def test_times_are_the_sum_of_what_comes_before(samples: list[int], gap: Fraction) -> None:
    project = spoken(*samples, gap=gap)
    times = block_times(project.script, sound_lengths(project))
    for index, time in enumerate(times):
        before = [count for count in samples[:index] if count]
        assert time.start == sum((Fraction(count, RATE) for count in before), Fraction(0)) + len(before) * gap
        assert time.sound == Fraction(samples[index], RATE)
    heard = [Fraction(count, RATE) for count in samples if count]
    assert total(times) == (sum(heard, Fraction(0)) + (len(heard) - 1) * gap if heard else 0)


def test_a_line_takes_at_least_the_time_it_was_given_and_has_a_gap_of_its_own() -> None:
    project = spoken(RATE, 3 * RATE, RATE)
    first, second, third = project.script.blocks
    first = replace(first, length=Fraction(2), gap=Fraction(1))
    second = replace(second, length=Fraction(1), gap=Fraction(0))
    project = replace(project, script=replace(project.script, lead=Fraction(1, 2), blocks=(first, second, third)))
    times = block_times(project.script, sound_lengths(project))
    assert [time.start for time in times] == [Fraction(1, 2), Fraction(7, 2), Fraction(13, 2)]
    assert [time.end for time in times] == [Fraction(3, 2), Fraction(13, 2), Fraction(15, 2)]


# Lines


@given(st.lists(st.text("abc <>\n", max_size=10), min_size=1, max_size=8), st.data())
def test_reordering_keeps_every_line(texts: list[str], data: st.DataObject) -> None:
    project = edits.add_lines(Project(), texts)
    before = project.script.blocks
    for _ in range(data.draw(st.integers(0, 5))):
        moved = data.draw(st.sampled_from(project.script.blocks))
        place = data.draw(st.integers(-2, len(texts) + 2))
        others = [block for block in project.script.blocks if block != moved]
        project = edits.move_block(project, moved.id, place)
        assert [block for block in project.script.blocks if block != moved] == others
        assert project.script.blocks.index(moved) == min(max(place, 0), len(others))
    assert sorted(project.script.blocks, key=lambda block: block.id) == sorted(before, key=lambda block: block.id)
    assert not list(problems(project))


@given(st.text(max_size=300))
def test_a_text_becomes_lines_that_a_block_can_hold(text: str) -> None:
    lines = edits.divided(text)
    assert all(line and line == line.strip() and "\n" not in line for line in lines)
    project = edits.add_lines(Project(), lines)
    assert [block.text for block in project.script.blocks] == lines


def test_a_hundred_thousand_characters_are_divided_between_sentences() -> None:
    sentence = "Every face is a road that somebody walked. "
    lines = edits.divided(sentence * (100_000 // len(sentence)))
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert all(line.endswith("walked.") for line in lines)
    assert len(edits.divided("x" * 100_000)) == 20
    project = edits.add_lines(Project(), ("",))
    with pytest.raises(PortraitsError, match="at most 5000 characters; this one has 100000"):
        edits.set_text(project, project.script.blocks[0].id, "x" * 100_000)


def test_what_cannot_be_saved_does_not_come_in(tmp_path: Path) -> None:
    project = edits.add_lines(Project(), edits.divided("a\x00b \ud83d c\x1b"))
    project = edits.set_text(project, project.script.blocks[0].id, project.script.blocks[0].text + " \udc00\x07.")
    project = edits.set_word(project, "d\ud800", "e\x00")
    save(project, tmp_path / "film.portraits")
    assert load(tmp_path / "film.portraits").script.blocks[0].text == "a b c   ."


def test_a_new_line_has_the_speaker_of_the_one_before() -> None:
    project = edits.add_speaker(edits.add_speaker(Project(), "Anna"), "Ben")
    anna, ben = project.script.speakers
    assert anna.colour != ben.colour
    project = edits.add_lines(project, ("One.", "Two."))
    assert [block.speaker for block in project.script.blocks] == [anna.id, anna.id]
    first = project.script.blocks[0]
    project = edits.set_speaker(project, (first.id,), ben.id)
    project = edits.add_lines(project, ("One and a half.",), after=first.id)
    assert [block.text for block in project.script.blocks] == ["One.", "One and a half.", "Two."]
    assert [block.speaker for block in project.script.blocks] == [ben.id, ben.id, anna.id]
    project = edits.remove_speaker(project, ben.id)
    assert [block.speaker for block in project.script.blocks] == [None, None, anna.id]
    assert not list(problems(project))


def test_dividing_and_joining_a_line() -> None:
    project = spoken(RATE, RATE)
    project = edits.set_gap(project, "b0", Fraction(2))
    divided = edits.split_block(project, "b0", "Line ", " zero.")
    assert [block.text for block in divided.script.blocks] == ["Line", "zero.", "Line 1."]
    first, second, _ = divided.script.blocks
    assert (first.take, first.gap) == ("t0", None)
    assert (second.take, second.gap) == (None, Fraction(2))
    joined = edits.join_blocks(divided, first.id, second.id)
    assert [block.text for block in joined.script.blocks] == ["Line zero.", "Line 1."]
    assert joined.script.blocks[0].gap == Fraction(2)
    emptied = edits.set_text(joined, "b0", " ")
    assert [block.id for block in edits.join_blocks(emptied, "b0", "b1").script.blocks] == ["b1"]


def test_takes_are_added_chosen_and_dropped() -> None:
    project = spoken(RATE)
    project = replace(project, media=(*project.media, voice("new")))
    project = edits.add_take(project, "b0", project.media[1])
    assert (project.script.blocks[0].takes, project.script.blocks[0].take) == (("t0", "new"), "new")
    assert edits.add_take(project, "gone", project.media[1]) is project
    assert edits.choose_take(project, "b0", "strange") == project
    project = edits.choose_take(project, "b0", "t0")
    assert project.script.blocks[0].take == "t0"
    project = edits.drop_take(project, "b0", "t0")
    assert (project.script.blocks[0].takes, project.script.blocks[0].take) == (("new",), "new")
    assert edits.drop_take(project, "b0", "new").script.blocks[0].take is None


def test_the_dictionary_has_one_entry_for_a_word() -> None:
    project = edits.set_word(Project(), " Søren ", "SUR-en")
    project = edits.set_word(project, "Anna", "AH-na")
    project = edits.set_word(project, "SØREN", "SEH-ren")
    assert [(entry.word, entry.said) for entry in project.script.words] == [("Anna", "AH-na"), ("SØREN", "SEH-ren")]
    assert [entry.word for entry in edits.set_word(project, "anna", "").script.words] == ["SØREN"]
    with pytest.raises(PortraitsError, match="too long"):
        edits.set_word(project, "x", "y" * 191)


def test_what_does_not_hold_together_is_named() -> None:
    base = spoken(RATE)
    block = base.script.blocks[0]
    wrong = {
        "spoken by nobody": replace(block, speaker="nobody"),
        "not among its takes": replace(block, take="other"),
        "no sound of the project": replace(block, takes=("gone",), take="gone"),
        "has a take twice": replace(block, takes=("t0", "t0")),
    }
    for words, bad in wrong.items():
        found = list(problems(replace(base, script=replace(base.script, blocks=(bad,)))))
        assert any(words in problem for problem in found), words
    twice = replace(base.script, blocks=(block, block), speakers=(Speaker(id="a", name="A"), Speaker(id="a", name="B")))
    found = list(problems(replace(base, script=twice)))
    assert "two speakers have the id a" in found
    assert "two lines have the id b0" in found


def test_a_script_is_saved_and_opened_with_its_project(tmp_path: Path) -> None:
    project = edits.set_word(edits.add_speaker(spoken(RATE, 0), "Anna", "Warm."), "Søren", "SUR-en")
    save(project, tmp_path / "film.portraits")
    assert load(tmp_path / "film.portraits").script == project.script


# Subtitles

_words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="<>{}\\&"), min_size=1, max_size=12)
_texts = st.lists(_words, min_size=1, max_size=12).map(" ".join)


@st.composite
def _rows(draw: st.DrawFn) -> list[Line]:
    lines, now = [], draw(st.integers(0, 10_000))
    for _ in range(draw(st.integers(1, 6))):
        length = draw(st.integers(1, 100_000))
        lines.append(Line(now, now + length, draw(_texts)))
        now += length + draw(st.integers(0, 60_000))
    return lines


@given(_rows())
def test_lines_with_times_become_blocks_and_lines_again(rows: list[Line]) -> None:
    project = with_lines(Project(), rows)
    assert lines_of(project) == rows
    assert not list(problems(project))


@settings(deadline=None)
@given(_rows(), st.sampled_from(("srt", "vtt")))
def test_subtitles_out_and_in_again_are_the_same(rows: list[Line], format_: str) -> None:
    project = with_lines(Project(), rows)
    sentences = [SpokenSentence(line.text, line.start / 1000, line.end / 1000) for line in lines_of(project)]
    with TemporaryDirectory() as folder:
        path = Path(folder, f"lines.{format_}")
        path.write_text(subtitle_text(sentences, format_), "utf-8")  # type: ignore[arg-type]
        read = [Line(round(cue.start * 1000), round(cue.end * 1000), cue.text) for cue in read_subtitles(path)]
    assert lines_of(with_lines(Project(), read)) == rows


def test_lines_that_overlap_follow_each_other_and_are_added_behind_the_script() -> None:
    rows = [Line(1000, 3000, "One."), Line(2000, 4000, "Two."), Line(3500, 3600, "Three.")]
    assert lines_of(with_lines(Project(), rows)) == [
        Line(1000, 3000, "One."),
        Line(3000, 4000, "Two."),
        Line(4000, 4001, "Three."),
    ]
    behind = lines_of(with_lines(spoken(RATE), rows[:1]))
    assert behind == [Line(0, 1000, "Line 0."), Line(2000, 4000, "One.")]
    assert with_lines(Project(), []) == Project()


def test_subtitles_show_no_tags() -> None:
    assert shown("She kept <whisper> all of them <sigh>.") == "She kept all of them."
    assert shown("<laugh>") == ""


# The timeline


@given(st.lists(st.integers(0, 5 * RATE), min_size=1, max_size=6), st.integers(0, 240))
def test_every_spoken_line_lies_at_its_time(samples: list[int], frame: int) -> None:
    project = spoken(*samples)
    at = Fraction(frame, 24)
    if not any(samples):
        with pytest.raises(PortraitsError, match="No line of the script is spoken"):
            place_script(project, at)
        return
    placed = place_script(project, at)
    times = block_times(project.script, sound_lengths(project))
    wanted = [(at + time.start, time.sound) for time in times if time.sound]
    (track,) = placed.timeline.tracks
    assert [(clip.start, clip.duration) for clip in track.clips] == wanted
    assert all(isinstance(clip, VoiceClip) for clip in track.clips)
    assert not list(problems(placed))
    assert place_script(placed, Fraction(77)) == placed


def test_placing_again_brings_the_film_up_to_date_where_it_lies() -> None:
    placed = place_script(spoken(RATE, RATE, RATE), Fraction(10))
    changed = edits.move_block(placed, "b2", 0)
    again = place_script(changed, Fraction(0))
    (track,) = again.timeline.tracks
    assert [clip.id for clip in track.clips] == ["b2", "b0", "b1"]
    assert track.clips[0].start == 10
    assert all(first.end < second.start for first, second in pairwise(track.clips))


def test_other_clips_stay_and_a_locked_track_is_refused() -> None:
    own = voice("own", 20 * RATE)
    other = VoiceClip(id="other", start=Fraction(0), duration=Fraction(20), media="own")
    base = spoken(RATE)
    base = replace(
        base,
        media=(*base.media, own),
        timeline=Timeline(tracks=(Track(id="v", kind="sound", name="Voice", clips=(other,)),)),
    )
    placed = place_script(base, Fraction(2))
    assert [[clip.id for clip in track.clips] for track in placed.timeline.tracks] == [["other"], ["b0"]]
    beside = place_script(base, Fraction(30))
    assert [[clip.id for clip in track.clips] for track in beside.timeline.tracks] == [["other", "b0"]]
    tracks = tuple(replace(track, locked=True) for track in placed.timeline.tracks)
    with pytest.raises(PortraitsError, match="locked"):
        place_script(replace(placed, timeline=replace(placed.timeline, tracks=tracks)), Fraction(0))


# A placed line and its takes


def spoken_again(project: Project, line: str, samples: int) -> Project:
    """Return the project with a new take of a line."""
    made = voice(f"{line}-again", samples)
    return edits.add_take(replace(project, media=(*project.media, made)), line, made)


def laid(project: Project) -> list[tuple[str, str, Fraction, Fraction]]:
    (track,) = project.timeline.tracks
    assert not list(problems(project))
    return [(clip.id, clip.media, clip.start, clip.end) for clip in track.clips]  # type: ignore[union-attr]


@given(st.lists(st.integers(1, 5 * RATE), min_size=1, max_size=5), st.integers(1, 8 * RATE), st.data())
def test_a_longer_take_lies_as_if_the_script_were_placed_again(
    samples: list[int], more: int, data: st.DataObject
) -> None:
    placed = place_script(spoken(*samples), Fraction(3))
    line = data.draw(st.integers(0, len(samples) - 1))
    changed = spoken_again(placed, f"b{line}", samples[line] + more)
    shown_ = show_line(changed, f"b{line}")
    assert laid(shown_) == laid(place_script(changed, Fraction(0)))
    assert show_line(shown_, f"b{line}") is shown_


def test_a_shorter_take_moves_nothing_else() -> None:
    placed = place_script(spoken(2 * RATE, RATE), Fraction(0))
    shown_ = show_line(spoken_again(placed, "b0", RATE), "b0")
    assert laid(shown_) == [
        ("b0", "b0-again", Fraction(0), Fraction(1)),
        ("b1", "t1", Fraction(23, 10), Fraction(33, 10)),
    ]
    assert clip_takes(shown_, "b0") == ("t0", "b0-again")


def clip_takes(project: Project, clip_id: str) -> tuple[str, ...]:
    return next(clip.takes for track in project.timeline.tracks for clip in track.clips if clip.id == clip_id)  # type: ignore[union-attr]


def test_a_longer_take_ends_before_a_sound_that_is_no_line() -> None:
    placed = place_script(spoken(RATE, RATE), Fraction(0))
    (track,) = placed.timeline.tracks
    music = VoiceClip(id="music", start=Fraction(3), duration=Fraction(1), media="t1")
    placed = replace(placed, timeline=Timeline(tracks=(replace(track, clips=(*track.clips, music)),)))
    shown_ = show_line(spoken_again(placed, "b0", 3 * RATE), "b0")
    assert laid(shown_)[0] == ("b0", "b0-again", Fraction(0), Fraction(13, 10))
    assert laid(shown_)[1:] == laid(placed)[1:]


def test_a_trimmed_line_is_offered_the_new_take_and_keeps_its_length_where_it_can() -> None:
    placed = place_script(spoken(4 * RATE), Fraction(0))
    (track,) = placed.timeline.tracks
    trimmed = replace(track.clips[0], in_point=Fraction(1), duration=Fraction(2))
    placed = replace(placed, timeline=Timeline(tracks=(replace(track, clips=(trimmed,)),)))
    for samples, length in ((9 * RATE, 2), (RATE, 1)):
        offered = show_line(spoken_again(placed, "b0", samples), "b0")
        assert laid(offered) == laid(placed)
        assert clip_takes(offered, "b0") == ("t0", "b0-again")
        taken = show_take(offered, "b0", "b0-again")
        assert laid(taken) == [("b0", "b0-again", Fraction(0), Fraction(length))]
        assert taken.script.blocks[0].take == "b0-again"


def test_a_take_that_is_chosen_on_the_timeline_is_chosen_in_the_script() -> None:
    placed = show_line(spoken_again(place_script(spoken(RATE, RATE), Fraction(0)), "b0", 2 * RATE), "b0")
    back = step_take(placed, ("b0",), 1)
    assert back.script.blocks[0].take == "t0"
    assert laid(back)[0] == ("b0", "t0", Fraction(0), Fraction(1))
    other = show_take(back, "b0", "t1")
    assert other.script.blocks[0].takes == ("t0", "b0-again", "t1")
    assert other.script.blocks[0].take == "t1"


def test_a_line_that_is_not_placed_or_is_locked_changes_no_film() -> None:
    base = spoken(RATE)
    assert show_line(base, "b0") is base
    assert show_line(base, "gone") is base
    placed = place_script(base, Fraction(0))
    tracks = tuple(replace(track, locked=True) for track in placed.timeline.tracks)
    locked = spoken_again(replace(placed, timeline=Timeline(tracks=tracks)), "b0", 2 * RATE)
    assert show_line(locked, "b0") is locked
