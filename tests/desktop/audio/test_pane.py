"""What a person does with the script, over a scripted engine."""

import struct
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from desktop.audio.actions import AUDIO_ACTIONS
from desktop.audio.block_card import MIME, BlockCard
from desktop.audio.lines import state_of
from desktop.audio.own_voices import OwnVoices
from desktop.audio.wave_edits import loudnesses
from desktop.audio.wave_pane import Shown
from desktop.state import media_edits
from desktop.widgets.buttons import Button, LinkButton
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import SoundJob, VoiceJob
from engine.protocol.queries import AnyQuery, AnyReply, Cue, FormatSubtitles, LoudnessReply, MeasureSound, Waveform
from engine.protocol.voices import BUILT_IN
from tests.desktop.audio.conftest import Desk
from tests.desktop.helpers import QUIET, shown

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def card(desk: Desk, number: int) -> BlockCard:
    """Return the card of a line by its number from 1."""
    return desk.pane.view.cards()[number - 1]


def voice_job(desk: Desk) -> VoiceJob:
    job = desk.link.submitted[-1][1]
    assert isinstance(job, VoiceJob)
    return job


# Writing


def test_an_empty_script_says_what_to_do(desk: Desk) -> None:
    assert desk.pane.script.empty.isVisible()
    assert desk.pane.script.empty.sentence() == "Write what is said in your film. Every line is spoken by itself."
    buttons = [button.text() for button in shown(desk.pane.script.empty, Button)]  # type: ignore[attr-defined]
    assert buttons == ["Write a line", "Paste text", "Open subtitles …"]
    assert not desk.pane.script.speak.isEnabled()
    desk.pane.script.add_line.click()
    assert desk.pane.view.isVisible()
    assert card(desk, 1).edit.hasFocus()
    desk.document.undo.undo()
    assert desk.pane.script.empty.isVisible()


def test_a_pasted_text_becomes_lines(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Every face is a road.\n\n  Somebody walked it.  ")
    desk.pane.script.paste_text.click()
    assert [block.text for block in desk.blocks] == ["Every face is a road.", "Somebody walked it."]
    assert desk.pane.header.count.text() == "2 lines"
    QGuiApplication.clipboard().setText("  \n ")
    desk.pane.act.paste()
    assert desk.said == ["There is no text to add."]


def test_a_text_of_a_hundred_thousand_characters_is_divided_and_said(desk: Desk, qtbot: Any) -> None:
    desk.pane.commands.add_text("Every face is a road that somebody walked. " * 2400)
    assert len(desk.blocks) == 21
    assert all(len(block.text) <= 5000 for block in desk.blocks)
    assert desk.said == ["A line was too long; the text became 21 lines."]
    qtbot.waitUntil(lambda: len(desk.pane.view.cards()) == 21)
    desk.pane.commands.set_text(desk.blocks[0].id, "x" * 12_000)
    assert len(desk.blocks) == 23
    assert desk.said[-1] == "A line holds 5000 characters; the text was divided."
    data = QMimeData()
    data.setText("y" * 100_000)
    edit = card(desk, 1).edit
    edit.selectAll()
    edit.insertFromMimeData(data)
    edit.flush()
    assert len(desk.blocks) == 23 + 19
    assert edit.text() == "y" * 5000


def test_typing_divides_joins_and_is_undone_in_steps(desk: Desk) -> None:
    desk.write("Every face.")
    edit = card(desk, 1).edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, " Every road.")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [block.text for block in desk.blocks] == ["Every face. Every road.", ""]
    second = card(desk, 2).edit
    assert second.hasFocus()
    QTest.keyClicks(second, "And then")
    QTest.keyClick(second, Qt.Key.Key_Home)
    QTest.keyClick(second, Qt.Key.Key_Backspace)
    assert [block.text for block in desk.blocks] == ["Every face. Every road. And then"]
    texts = []
    while desk.document.undo.canUndo():
        desk.document.undo.undo()
        texts.append([block.text for block in desk.blocks])
    assert texts == [["Every face. Every road.", "And then"], ["Every face. Every road.", ""], ["Every face."], []]


def test_lines_are_moved_by_keys_and_by_dragging(desk: Desk) -> None:
    desk.write("One.", "Two.", "Three.")
    edit = card(desk, 1).edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [block.text for block in desk.blocks] == ["Two.", "One.", "Three."]
    assert [each.edit.text() for each in desk.pane.view.cards()] == ["Two.", "One.", "Three."]
    data = QMimeData()
    data.setData(MIME, desk.blocks[2].id.encode())
    desk.pane.view._lines.drop(data, 0.0)
    assert [block.text for block in desk.blocks] == ["Three.", "Two.", "One."]
    data.setData(MIME, b"gone")
    desk.pane.view._lines.drop(data, 0.0)
    assert len(desk.blocks) == 3


def test_speakers_are_described_and_chosen_for_lines(desk: Desk) -> None:
    desk.write("One.", "Two.")
    side = desk.pane.side.speakers
    side.add.click()
    assert [speaker.name for speaker in desk.script.speakers] == ["Narrator"]
    assert all(block.speaker == desk.script.speakers[0].id for block in desk.blocks)
    assert side.form.isVisible()
    side.form.description.setPlainText("Warm,\nlow.")
    side.form.seed.setValue(731)
    side.form.description.finished.emit()
    (speaker,) = desk.script.speakers
    assert (speaker.description, speaker.seed) == ("Warm, low.", 731)
    assert card(desk, 1).speaker.text() == "Narrator"
    desk.pane.commands.add_speaker()
    desk.pane.commands.set_speaker(desk.blocks[1].id, desk.script.speakers[1].id)
    assert card(desk, 2).speaker.text() == "Speaker 2"
    side.form.remove.click()
    assert card(desk, 1).speaker.text() == "No speaker"


def test_a_described_voice_is_kept_for_other_films(desk: Desk) -> None:
    desk.pane.side.speakers.add.click()
    form = desk.pane.side.speakers.form
    form.description.setPlainText("Old sea captain, gravelly.")
    form.keep_voice("Captain")
    form.keep_voice("captain")
    assert desk.said[0] == "“Captain” is one of your voices now."
    voices = OwnVoices(desk.services.paths.config / "voices.json").all()
    assert [voice.name for voice in voices if voice not in BUILT_IN] == ["captain"]
    form._use(BUILT_IN[1])
    assert desk.script.speakers[0].description == BUILT_IN[1].description
    (desk.services.paths.config / "voices.json").write_text("broken")
    form.keep_voice("Captain")
    assert desk.said[-1].startswith("The voice was not kept: Your voices in")
    assert OwnVoices(desk.services.paths.config / "voices.json").all() == BUILT_IN


def test_a_word_of_the_dictionary_is_changed_and_removed(desk: Desk) -> None:
    words = desk.pane.side.words
    words.add.click()
    for text, field in (("Søren", words.word), ("SUR-en", words.said)):
        field.setText(text)
    words.said.returnPressed.emit()
    assert [(each.word, each.said) for each in desk.script.words] == [("Søren", "SUR-en")]
    words._open(desk.script.words[0])
    words.word.setText("Sören")
    words.said.returnPressed.emit()
    assert [(each.word, each.said) for each in desk.script.words] == [("Sören", "SUR-en")]
    words.changed.emit("sören", "")
    assert desk.script.words == ()


def test_a_job_of_the_voice_panel_is_heard_as_well(desk: Desk, qtbot: Any) -> None:
    job = VoiceJob(text="Hello.", output=str(desk.folder / "panel.wav"), play=True)
    entry = desk.queue.add(job, title="Hello")
    desk.link.say_sound(entry.job_id, struct.pack("<12000h", *([500] * 12_000)))
    assert desk.loudspeaker.ask(12_000) == struct.pack("<12000h", *([500] * 12_000))
    desk.link.say_done(entry.job_id)
    qtbot.waitUntil(lambda: not desk.loudspeaker.running)
    assert desk.blocks == ()


def test_commands_work_from_the_menu_and_a_clip_opens_its_line(desk: Desk) -> None:
    handlers = desk.pane.act.handlers()
    assert set(handlers) == {spec.key for spec in AUDIO_ACTIONS}
    one, two = desk.write("One.", "Two.")
    handlers["script.down"]()
    assert [block.id for block in desk.blocks] == [two.id, one.id]
    handlers["script.remove"]()
    assert [block.id for block in desk.blocks] == [two.id]
    wanted: list[bool] = []
    desk.pane.area_wanted.connect(lambda: wanted.append(True))
    desk.pane.hide()
    handlers["script.add"]()
    assert (wanted, len(desk.blocks)) == ([True], 1), "nothing happens where nobody can see it"
    desk.pane.show()
    assert desk.pane.open_line(two.id)
    assert desk.pane.current == two.id
    assert not desk.pane.open_line("some clip")


def test_unknown_tags_are_listed_and_repaired(desk: Desk, qtbot: Any) -> None:
    desk.write("I left. <sad> Then <sigh> I came back.")
    desk.pane.script.engine.chosen.emit("maya1")
    panel = desk.pane.side.problems
    assert panel.isVisible()
    assert [problem.words for problem in panel._shown] == ["Line 1: “sad” is no emotion tag."]
    qtbot.waitUntil(lambda: len(shown(panel, LinkButton)) == 2)
    links = {link.text(): link for link in shown(panel, LinkButton)}  # type: ignore[attr-defined]
    links["Use “cry”"].click()  # type: ignore[attr-defined]
    assert desk.blocks[0].text == "I left. <cry> Then <sigh> I came back."
    assert not panel.isVisible()
    desk.pane.script.engine.chosen.emit("builtin")
    assert "leaves emotion tags out" in panel._shown[0].words
    desk.pane.commands.add_text("Another <laugh>.")
    assert [problem.words for problem in panel._shown] == [
        "2 lines have emotion tags, which the built-in voice leaves out; Maya1 acts them."
    ]
    desk.pane.commands.remove(desk.blocks[1].id)
    desk.pane.commands.set_line_engine(desk.blocks[0].id, "maya1")
    assert not panel.isVisible()


def test_the_library_of_tags_puts_one_in_at_the_caret(desk: Desk) -> None:
    desk.pane.side.tags.pills[0].click()
    assert desk.said == ["Choose a line first."]
    desk.write("Well")
    desk.pane.choose(desk.blocks[0].id)
    card(desk, 1).edit.moveCursor(card(desk, 1).edit.textCursor().MoveOperation.End)
    desk.pane.side.tags.pills[0].click()
    assert desk.blocks[0].text == "Well <laugh> "
    assert card(desk, 1).edit.hasFocus()


# Speaking


def test_a_line_is_spoken_as_its_speaker_and_the_script_say(desk: Desk, qtbot: Any) -> None:
    desk.write("Søren left.", "Then he came back.")
    speaker_id = desk.pane.commands.add_speaker("Warm, low.")
    desk.pane.commands.set_word("Søren", "SUR-en")
    desk.pane.commands.set_line_engine(desk.blocks[0].id, "maya1")
    desk.pane.choose(desk.blocks[0].id)
    assert desk.pane.script.speak.text() == "Speak line 1"
    QTest.keyClick(card(desk, 1).edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    job = voice_job(desk)
    assert (job.text, job.engine, job.description) == ("Søren left.", "maya1", "Warm, low.")
    assert (job.say, job.loudness, job.play, job.seed) == (("Søren=SUR-en",), -16.0, True, 0)
    assert desk.queue.entries()[0].title == "Line 1: Søren left."
    desk.finish(qtbot, 1.5)
    assert desk.blocks[0].speaker == speaker_id
    (take,) = desk.blocks[0].takes
    item = desk.document.project.media_by_id()[take]
    assert item.kind == "voice"
    assert item.recipe is not None
    assert not item.recipe.job["play"], "run again from the timeline it must not be heard by surprise"
    assert [(caption.start, caption.end, caption.text) for caption in item.captions] == [(0, Fraction(9, 10), "Hello.")]
    assert desk.pane.script.speak.text() == "New take of line 1"
    assert card(desk, 1).length.text() == "0:01.5"

    desk.pane.script.speak.click()
    assert voice_job(desk).seed == 1, "a new take has the next seed"
    desk.finish(qtbot, 2.0)
    assert len(desk.blocks[0].takes) == 2
    assert desk.blocks[0].take == desk.blocks[0].takes[1]
    card(desk, 1).take_chosen.emit(desk.blocks[0].id, 0)
    assert card(desk, 1).length.text() == "0:01.5"
    desk.document.undo.undo()
    assert card(desk, 1).length.text() == "0:02.0"

    desk.pane.script.speak_all.click()
    assert voice_job(desk).text == "Then he came back."
    assert voice_job(desk).engine == "builtin"


def placed_takes(desk: Desk) -> list[str]:
    return [clip.media for track in desk.document.project.timeline.tracks for clip in track.clips]  # type: ignore[union-attr]


def test_a_placed_line_shows_its_new_take_and_undo_takes_both_back(desk: Desk, qtbot: Any) -> None:
    first, _ = desk.write("Every face.", "Every road.")
    desk.speak(qtbot, first.id)
    desk.pane.act.place()
    (old,) = placed_takes(desk)
    desk.speak(qtbot, first.id, 2.0)
    assert placed_takes(desk) == [desk.blocks[0].take] != [old]
    desk.document.undo.undo()
    assert placed_takes(desk) == [desk.blocks[0].take] == [old]
    desk.document.undo.redo()
    card(desk, 1).take_chosen.emit(first.id, 0)
    assert placed_takes(desk) == [old]
    desk.pane.commands.drop_take(first.id)
    assert placed_takes(desk) == [desk.blocks[0].take] != [old]


def test_a_job_of_an_earlier_session_becomes_a_take_of_its_line(tmp_path: Path, qtbot: Any) -> None:
    before = Desk(tmp_path)
    (line,) = before.write("Every face.")
    before.queue.pause()
    assert before.pane.speaking.speak((line.id,)) == 1
    film = tmp_path / "Film.portraits"
    with qtbot.waitSignal(before.document.saved):
        before.document.save_as(film)
    assert before.pane.speaking.doing(line.id) is not None, "the job goes with the project"
    before.close()

    after = Desk(tmp_path)
    after.document.open(film)
    doing = after.pane.speaking.doing(line.id)
    assert doing is not None
    assert not doing.running
    assert after.pane.speaking.speak((line.id,)) == 0, "it is on its way already"
    after.queue.resume()
    after.finish(qtbot)
    assert len(after.blocks[0].takes) == 1
    assert after.pane.speaking.doing(line.id) is None
    after.close()


def test_a_line_that_was_interrupted_gets_its_take_when_it_is_run_again(desk: Desk, qtbot: Any) -> None:
    (line,) = desk.write("Every face.")
    desk.pane.speaking.speak((line.id,))
    (entry,) = desk.queue.entries()
    desk.link.die()
    assert desk.pane.speaking.doing(line.id) is None
    desk.link.become_ready()
    desk.queue.retry(entry.job_id)
    doing = desk.pane.speaking.doing(line.id)
    assert doing is not None
    assert doing.running
    desk.finish(qtbot)
    assert len(desk.blocks[0].takes) == 1


def test_what_is_spoken_is_heard_and_seen_while_it_is_made(desk: Desk, qtbot: Any) -> None:
    desk.write("Every face.")
    desk.pane.script.speak.click()
    job_id = desk.link.submitted[0][0]
    desk.link.say_started(job_id)
    second = struct.pack("<24000h", *range(-12000, 12000))
    desk.link.say_sound(job_id, second)
    assert card(desk, 1).doing.text() == "Speaking … 1.0 s so far"
    desk.link.say_sound(job_id, second, start=24_000)
    assert card(desk, 1).doing.text() == "Speaking … 2.0 s so far"
    assert desk.loudspeaker.ask(48_000) == second + second
    assert desk.loudspeaker.opened == 1
    assert desk.pane.script.speak.text() == "Stop"
    desk.finish(qtbot, 2.0)
    assert card(desk, 1).doing.text() == ""
    qtbot.waitUntil(lambda: not desk.loudspeaker.running)


def test_listening_can_be_switched_off(desk: Desk) -> None:
    desk.write("Every face.")
    desk.pane.script.listen.click()
    desk.pane.script.speak.click()
    assert not voice_job(desk).play
    desk.link.say_sound(desk.link.submitted[0][0], bytes(48_000))
    assert desk.loudspeaker.opened == 0


def test_stopping_keeps_what_is_spoken_if_asked(desk: Desk, qtbot: Any) -> None:
    desk.write("Every face. Every road.")
    desk.pane.script.speak.click()
    job_id = desk.link.submitted[0][0]
    desk.pane.speaking.cancel(desk.blocks[0].id, keep_done=True)
    assert desk.link.cancelled == [(job_id, True)]
    desk.finish(qtbot, 0.8, cancelled=True)
    assert len(desk.blocks[0].takes) == 1
    desk.pane.script.speak.click()
    desk.pane.script.speak.click()
    assert desk.link.cancelled[-1] == (desk.link.submitted[1][0], False)
    desk.link.say_cancelled(desk.link.submitted[1][0])
    assert desk.pane.speaking.doing(desk.blocks[0].id) is None


def test_only_what_changed_is_spoken_again(desk: Desk, qtbot: Any) -> None:
    one, two = desk.write("One.", "Two.")
    desk.speak(qtbot, one.id)
    desk.speak(qtbot, two.id)
    assert card(desk, 1).state.text() == ""
    desk.pane.act.speak_all()
    assert desk.said == ["Every line is spoken as it stands."]
    desk.pane.commands.set_text(one.id, "One and a half.")
    assert card(desk, 1).state.text() == "Changed since this take"
    desk.pane.commands.set_word("two", "TOO")
    assert card(desk, 2).state.text() == "Changed since this take"
    desk.pane.commands.set_word("two", "")
    desk.pane.script.engine.chosen.emit("maya1")
    assert [state_of(desk.document.project, block) for block in desk.blocks] == ["changed", "changed"]
    desk.pane.script.engine.chosen.emit("builtin")
    desk.pane.act.speak_all()
    assert voice_job(desk).text == "One and a half."
    assert voice_job(desk).seed == 0, "other words begin with the speaker's seed again"
    assert len(desk.queue.waiting()) == 0


def test_a_line_without_words_is_not_spoken(desk: Desk) -> None:
    desk.pane.script.add_line.click()
    desk.pane.act.speak_line()
    assert desk.said == ["The line has no words to speak."]
    desk.pane.commands.set_text(desk.blocks[0].id, "<sigh>")
    desk.pane.act.speak_all()
    assert desk.link.submitted == []


def test_a_line_that_fails_says_why(desk: Desk) -> None:
    desk.write("Здравствуйте.")
    desk.pane.act.speak_line()
    failure = Failure(code=ErrorCode.USAGE, what="The text has nothing to say.", todo="Give a text in English.")
    desk.link.say_failed(desk.link.submitted[0][0], failure)
    assert desk.said == ["The text has nothing to say. Give a text in English."]
    assert card(desk, 1).doing.text() == "Not spoken yet"


def test_a_line_without_a_described_voice_has_the_usual_one(desk: Desk) -> None:
    desk.write("One.")
    desk.pane.act.speak_line()
    assert voice_job(desk).description == BUILT_IN[0].description


# Hearing, recording, editing


def test_takes_and_the_whole_script_are_played(desk: Desk, qtbot: Any) -> None:
    one, two = desk.write("One.", "Two.")
    desk.pane.sounds.play_all()
    assert desk.said == ["No line of the script is spoken yet."]
    desk.speak(qtbot, one.id, 1.0)
    desk.speak(qtbot, two.id, 2.0)
    card(desk, 2).play.click()
    assert desk.file_player.path == str(
        desk.document.media_folder / desk.document.project.media_by_id()[desk.blocks[1].take or ""].path
    )
    desk.file_player.length, desk.file_player.place = 2000, 500
    desk.pane.player.tick()
    desk.pane.player.tick()
    assert card(desk, 2).wave._heard == 0.25
    assert card(desk, 2).play.accessibleName() == "Stop playing"
    card(desk, 2).play.click()
    assert not desk.file_player.playing
    assert card(desk, 2).wave._heard == -1

    desk.pane.script.play_all.click()
    assert desk.pane.player.block_id == one.id
    desk.file_player.length = 1000
    desk.pane.player.tick()
    desk.file_player.playing = False
    desk.pane.player.tick()
    assert desk.pane.player.block_id == ""
    qtbot.waitUntil(lambda: desk.pane.player.block_id == two.id)
    desk.pane.sounds.play_all()
    assert desk.pane.player.block_id == ""


def test_a_recording_becomes_a_take_of_the_line_or_a_line_of_its_own(desk: Desk, qtbot: Any) -> None:
    desk.write("One.")
    desk.pane.choose(desk.blocks[0].id)
    desk.pane.script.record.click()
    assert desk.microphone.running
    desk.microphone.say(struct.pack("<4800h", *([8000, -8000] * 2400)))
    qtbot.waitUntil(lambda: desk.pane.script.record.text() == "Stop · 0:00")
    desk.pane.script.record.click()
    qtbot.waitUntil(lambda: len(desk.blocks[0].takes) == 1)
    item = desk.document.project.media_by_id()[desk.blocks[0].take or ""]
    assert item.kind == "voice"
    assert state_of(desk.document.project, desk.blocks[0]) == "spoken", "a recording is not out of date"
    assert desk.pane.script.record.text() == "Record"

    desk.pane._current = ""
    desk.pane.script.record.click()
    desk.microphone.say(bytes(9600))
    desk.pane.script.record.click()
    qtbot.waitUntil(lambda: len(desk.blocks) == 2)
    assert (desk.blocks[1].text, len(desk.blocks[1].takes)) == ("", 1)


def _drop(desk: Desk, path: Path, where: BlockCard | None = None) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = where.mapTo(desk.pane, where.rect().center()) if where is not None else QPoint(5, 5)
    event = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    desk.pane.dropEvent(event)


def test_a_dropped_sound_replaces_the_take_of_the_line_under_it(desk: Desk, qtbot: Any) -> None:
    desk.write("One.", "Two.")
    qtbot.waitUntil(lambda: card(desk, 2).geometry().top() > card(desk, 1).geometry().top())
    sound = desk.folder / "from elsewhere.wav"
    sound.write_bytes(b"any sound")
    _drop(desk, sound, card(desk, 2))
    qtbot.waitUntil(lambda: len(desk.blocks[1].takes) == 1)
    assert desk.blocks[0].takes == ()
    item = desk.document.project.media_by_id()[desk.blocks[1].take or ""]
    _drop(desk, desk.document.media_folder / item.path, card(desk, 1))
    assert desk.blocks[0].take == item.id, "what lies in the project is not brought in again"
    assert len(desk.document.project.media) == 1
    _drop(desk, desk.folder / "lines.srt")
    qtbot.waitUntil(lambda: len(desk.blocks) == 3)
    _drop(desk, desk.document.media_folder / item.path)
    assert len(desk.blocks) == 4


def test_a_recording_of_nothing_is_said_and_leaves_nothing(desk: Desk) -> None:
    desk.pane.script.record.click()
    desk.pane.script.record.click()
    assert desk.said == ["Nothing was heard, so nothing was recorded."]
    assert list(desk.folder.glob("*.wav")) == []
    assert not desk.pane.script.record.isChecked()


def test_an_edit_is_a_new_take_and_the_sound_stays(desk: Desk, qtbot: Any) -> None:
    (line,) = desk.write("One.")
    desk.speak(qtbot, line.id, 2.0)
    qtbot.waitUntil(lambda: desk.pane.wave.plot is not None)
    wave = desk.pane.wave
    assert wave.plot is not None
    assert wave.header.title.text() == "Line 1 · take 1"
    assert not wave.header.silence.isEnabled()
    wave.header.trim.click()
    job = desk.link.submitted[-1][1]
    assert isinstance(job, SoundJob)
    assert (job.trim_silence, job.start, job.end) == (True, 0.0, None)
    desk.finish(qtbot, 1.8)
    assert len(desk.blocks[0].takes) == 2
    first, second = (desk.document.project.media_by_id()[take] for take in desk.blocks[0].takes)
    assert first.info.duration == 2.0
    assert second.kind == "voice"
    assert [caption.text for caption in second.captions] == ["Hello."]
    assert state_of(desk.document.project, desk.blocks[0]) == "spoken", "an edited take still says the words"

    wave.plot.select(0.5, 1.25)
    assert wave.header.count.text() == "selection 0.50 – 1.25 s"
    wave.header.trim.click()
    job = desk.link.submitted[-1][1]
    assert isinstance(job, SoundJob)
    assert (job.trim_silence, job.start, job.end) == (False, 0.5, 1.25)
    desk.link.say_cancelled(desk.link.submitted[-1][0])
    wave.header.silence.click()
    job = desk.link.submitted[-1][1]
    assert isinstance(job, SoundJob)
    assert job.silence == (0.5, 1.25)
    desk.link.say_cancelled(desk.link.submitted[-1][0])
    wave.edit_wanted.emit(loudnesses()[2][1])
    job = desk.link.submitted[-1][1]
    assert isinstance(job, SoundJob)
    assert job.loudness == -23.0


def test_the_wave_and_the_meter_are_asked_for_once_and_only_when_seen(desk: Desk, qtbot: Any) -> None:
    (line,) = desk.write("One.")
    desk.pane.hide()
    desk.speak(qtbot, line.id)
    assert not [query for _, query in desk.link.asked if isinstance(query, MeasureSound)]
    desk.pane.show()
    qtbot.waitUntil(lambda: desk.pane.wave.meter.accessibleDescription() == "−21.5 LUFS")
    desk.pane.choose(line.id)
    desk.pane.refresh()
    assert len([query for _, query in desk.link.asked if isinstance(query, MeasureSound)]) == 1
    fine = [query for _, query in desk.link.asked if isinstance(query, Waveform) and query.buckets > 1000]
    assert len(fine) == 1
    assert "Momentary at most −18.0 LUFS, short-term −24.0 LUFS, peak −2.0 dBTP." in desk.pane.wave.meter.toolTip()
    desk.pane.wave.set_time(0.25)
    assert desk.pane.wave.meter._now == (-18.0, -25.0)


def test_a_sound_that_cannot_be_shown_and_a_silent_one_are_said(
    desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = desk.write("One.", "Two.")
    desk.speak(qtbot, one.id)
    qtbot.waitUntil(lambda: desk.pane.wave.plot is not None and desk.pane.wave.plot.isVisible())
    usual = desk.link._reply_to

    def silent(query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
        if isinstance(query, MeasureSound):
            quiet = struct.pack("<2f", -120.0, -120.0)
            return LoudnessReply(step=0.1, steps=2, integrated=None, true_peak=None), (quiet, quiet)
        return usual(query)

    monkeypatch.setattr(desk.link, "_reply_to", silent)
    desk.pane.choose(two.id)
    assert desk.pane.wave.empty.isVisible()
    desk.speak(qtbot, two.id)
    qtbot.waitUntil(lambda: desk.pane.wave.meter.accessibleDescription() == "silent")
    assert "peak – dBTP" in desk.pane.wave.meter.toolTip()

    failure = Failure(code=ErrorCode.BAD_INPUT, what='"voice.wav" holds no sound.', todo="Choose another file.")
    monkeypatch.setattr(desk.link, "_answer", lambda query_id, _query: desk.link.refuse(query_id, failure))
    desk.pane.wave.show_sound(Shown("x", "Line 3", "/nowhere/voice.wav", 0.0))
    qtbot.waitUntil(lambda: desk.pane.wave.empty.sentence() == '"voice.wav" holds no sound.')
    assert desk.pane.wave.empty.isVisible()
    assert desk.pane.wave.meter.accessibleDescription() == ""


# Subtitles and the timeline


def test_subtitles_come_in_with_their_times_and_go_out(desk: Desk, qtbot: Any) -> None:
    desk.link.cues = (Cue(start=1000, end=2500, text="One."), Cue(start=4000, end=4500, text="Two."))
    desk.pane.subtitles.read(desk.folder / "in.srt")
    qtbot.waitUntil(lambda: len(desk.blocks) == 2)
    assert desk.said == ["2 lines were added to the script."]
    assert desk.pane.header.count.text() == "2 lines · 4.5 s"
    desk.pane.subtitles.write(desk.folder / "out.vtt")
    qtbot.waitUntil(lambda: (desk.folder / "out.vtt").exists())
    assert (desk.folder / "out.vtt").read_text() == "1000 2500 One.\n4000 4500 Two."
    asked = [query for _, query in desk.link.asked if isinstance(query, FormatSubtitles)]
    assert asked[0].format == "vtt"
    assert desk.said[-1] == "“out.vtt” was written."
    desk.pane.subtitles.write(desk.folder / "no such folder" / "out.srt")
    qtbot.waitUntil(lambda: "cannot be written" in desk.said[-1])
    desk.document.undo.undo()
    desk.pane.subtitles.write(desk.folder / "none.srt")
    assert "no times to write" in desk.said[-1]


def test_broken_subtitles_are_refused_in_words(desk: Desk) -> None:
    failure = Failure(code=ErrorCode.BAD_INPUT, what='"in.srt" has no subtitles.', todo="Choose another file.")
    desk.pane.subtitles.read(desk.folder / "in.srt")
    desk.link.refuse(desk.link.asked[-1][0], failure)
    assert desk.said == ['"in.srt" has no subtitles. Choose another file.']
    assert desk.blocks == ()


def test_the_script_is_placed_at_the_playhead_and_brought_up_to_date(desk: Desk, qtbot: Any) -> None:
    one, two, _ = desk.write("One.", "Two.", "Three.")
    desk.pane.act.place()
    assert desk.said == ["No line of the script is spoken yet. Speak it first."]
    desk.speak(qtbot, one.id, 1.0)
    desk.speak(qtbot, two.id, 2.0)
    desk.playhead.go_to(Fraction(5))
    placed: list[bool] = []
    desk.pane.placed.connect(lambda: placed.append(True))
    desk.pane.script.place.click()
    (track,) = desk.document.project.timeline.tracks
    assert [(clip.start, clip.duration) for clip in track.clips] == [(5, 1), (Fraction(63, 10), 2)]
    assert desk.said[-1] == "2 lines were placed on the timeline. 1 line is not spoken yet."
    desk.pane.script.gap_changed.emit(1.0)
    desk.playhead.go_to(Fraction(50))
    desk.pane.script.place.click()
    (track,) = desk.document.project.timeline.tracks
    assert [clip.start for clip in track.clips] == [5, 7]
    assert len(placed) == 2
    desk.pane.script.place.click()
    assert desk.said[-1] == "The script lies on the timeline as it is."


def test_media_that_is_removed_leaves_the_script(desk: Desk, qtbot: Any) -> None:
    (line,) = desk.write("One.")
    desk.speak(qtbot, line.id)
    take = desk.blocks[0].take or ""
    desk.document.apply("Remove", partial(media_edits.remove, item_ids=(take,)))
    assert (desk.blocks[0].takes, desk.blocks[0].take) == ((), None)
    assert card(desk, 1).doing.text() == "Not spoken yet"
    desk.document.undo.undo()
    assert desk.blocks[0].take == take


def test_another_project_shows_its_own_script(desk: Desk, tmp_path: Path) -> None:
    desk.write("One.")
    desk.pane.sounds.toggle_recording()
    desk.microphone.say(bytes(960))
    desk.document.new()
    assert desk.pane.script.empty.isVisible()
    assert not desk.pane.recorder.recording
    assert "The recording was kept as" in desk.said[-1]
    assert desk.blocks == ()
