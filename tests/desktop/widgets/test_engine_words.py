"""What the engine says is shown in German, with the values where they belong, and names stay as they are."""

import json
import re

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.link.child import end_of
from desktop.link.events import StopCause
from desktop.link.words import explain
from desktop.widgets.engine_sentences import CONTEXT
from desktop.widgets.engine_words import advice_text, engine_text, engine_texts, failure_text, what_text
from engine.protocol.errors import ErrorCode, Failure
from resources import path as resource

_TEMPLATES = json.loads(resource("translations", "engine.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("Nothing was changed.", "Nichts wurde geändert."),
        ('"anna.png" was not found.', "„anna.png“ wurde nicht gefunden."),
        (
            '"anna.png" cannot be read: the file ends too early.',
            "„anna.png“ kann nicht gelesen werden: die Datei endet zu früh.",
        ),
        (
            'The disk is full; "a.mp4" was not written. No partial file was left. '
            "Free some space or choose another folder.",
            "Der Datenträger ist voll; „a.mp4“ wurde nicht geschrieben. Keine unfertige Datei blieb liegen. "
            "Platz schaffen oder einen anderen Ordner wählen.",
        ),
        (
            'Faces were not repaired: No face was found in "a.png". Detect on a crop around the face, or lower the '
            "detection confidence.",
            "Gesichter wurden nicht ausgebessert: In „a.png“ wurde kein Gesicht gefunden. Auf einem Ausschnitt um das "
            "Gesicht erkennen oder die Sicherheit der Erkennung senken.",
        ),
        (
            "Each part is on the card only while it works; the text encoder is dropped once the words are encoded and "
            "pictures are decoded in tiles. It probably does not fit into the free memory.",
            "Jeder Teil ist nur auf der Karte, während er arbeitet; der Text-Encoder wird entfernt, sobald die Worte "
            "encodiert sind und Bilder werden in Kacheln decodiert. "
            "Das passt wahrscheinlich nicht in den freien Speicher.",
        ),
        (
            "The memory ran out at 512 x 512 pixels, also with one picture at a time and decoding in tiles.",
            "Der Speicher reichte nicht für 512 x 512 Pixel, auch mit: ein Bild auf einmal und Decodieren in Kacheln.",
        ),
        (
            "Run it again with 384 x 384 instead of 512 x 512 pixels.",
            "Noch einmal starten mit 384 x 384 statt 512 x 512 Pixeln.",
        ),
        ("Choose the model maya1 or sdxl-turbo, or auto.", "Das Modell maya1 oder sdxl-turbo oder auto wählen."),
        (
            "The sound was cut by 0.25 s to the length of the picture.",
            "Der Ton wurde um 0,25 s auf die Länge des Bildes gekürzt.",
        ),
        ("Maya1 needs 6.6 GB more, and 1.2 GB are free in /x.", "Maya1 braucht noch 6,6 GB; frei sind 1,2 GB in /x."),
        ("a.bin, b.bin and 2 more missing in /m.", "a.bin, b.bin und 2 weitere fehlt in /m."),
        ("Checking SDXL Turbo, one file", "SDXL Turbo, eine Datei prüfen"),
        ("line one\nNothing was changed.", "line one\nNichts wurde geändert."),
    ],
)
def test_sentences(german: None, english: str, shown: str) -> None:
    assert engine_text(english) == shown


@pytest.mark.parametrize(
    "name",
    [
        "100%1 sure.png",
        'she said "no".png',
        "Größe. Maß.png",
        "a. b. c.png",
        "{n}.png",
        "the file is damaged",
        "movie",
        "x cannot be read.png",
        "0.5",
        "was not found..png",
    ],
)
def test_names_stay_as_they_are(german: None, name: str) -> None:
    assert engine_text(f'"{name}" was not found.') == f"„{name}“ wurde nicht gefunden."
    assert engine_text(f'"{name}" cannot be read: the file is damaged.') == (
        f"„{name}“ kann nicht gelesen werden: die Datei ist beschädigt."
    )


def test_what_is_not_known_is_not_touched(german: None) -> None:
    for text in ("", "CUDA error 700 at line 3. Really.", "x" * 5000, "„Schon deutsch.“ Ja.", "Maya1"):
        assert engine_text(text) == text
    known = "Nothing was changed."
    assert (
        engine_text(f"{known} Something else. {known}")
        == "Nichts wurde geändert. Something else. Nichts wurde geändert."
    )


@pytest.mark.parametrize("cause", list(StopCause))
def test_every_end_of_the_engine_is_told(german: None, cause: StopCause) -> None:
    for restarting in (True, False):
        words = explain(cause, end_of(-11), had_job=True, restarting=restarting)
        assert what_text(words) != words.what
        assert advice_text(words) != f"{words.safe} {words.todo}".strip()
    if cause is StopCause.CRASHED:
        assert what_text(words) == "Die Engine ist abgestürzt (SIGSEGV)."


def test_any_text_is_read_in_a_sensible_time(german: None) -> None:
    """What could be cut in very many ways comes back, and is not tried in all of them."""
    for part in ("a instead of ", "3 missing (", "it has ", "x and y and 2 more ", '" cannot be read: ', "with 1 x "):
        assert engine_text(part * 250)


def test_english_stays_english(qapp: object) -> None:
    text = 'The sound was cut by 0.25 s to the length of the picture. "a.png" was not found.'
    assert engine_text(text) == text


def test_a_failure_is_told_in_its_parts(german: None) -> None:
    failure = Failure(
        code=ErrorCode.OUTPUT_EXISTS,
        what='"a.mp4" is already there.',
        safe="It was not touched.",
        todo="Choose another name.",
    )
    assert what_text(failure) == "„a.mp4“ ist schon da."
    assert failure_text(failure) == "„a.mp4“ ist schon da. Einen anderen Namen wählen."
    assert advice_text(failure) == "Es wurde nichts daran geändert. Einen anderen Namen wählen."
    assert engine_texts(("Nothing was changed.", "", "Maya1"), "\n") == "Nichts wurde geändert.\nMaya1"


def test_every_text_of_the_engine_is_found_again(german: None) -> None:
    """No text is taken for another one: its own translation comes back, filled with its own values."""
    values = [f"zq{letter}" for letter in "abcdefghi"]

    def filled(text: str) -> str:
        return re.sub(r"%([1-9])", lambda place: values[int(place[1]) - 1], text)

    wrong = {
        template: shown
        for template in _TEMPLATES
        if template.strip(", ") not in ("and", "or", '"%1"')
        and (shown := engine_text(filled(template))) != filled(QCoreApplication.translate(CONTEXT, template))
    }
    assert wrong == {}
