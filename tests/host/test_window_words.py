"""Advice for the command line becomes advice for the window."""

import pytest

from engine.host.window_words import for_window
from engine.protocol.errors import ErrorCode, Failure


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pass --overwrite or choose another name.", "Choose another name."),
        (
            "Download it: portraits-engine models download sdxl-turbo (6.9 GB).",
            "Download it in the window of models.",
        ),
        ("Download it again: portraits-engine models download maya1.", "Download it again in the window of models."),
        (
            "Free some space, or choose another store folder: portraits-engine models where --set FOLDER.",
            "Free some space, or choose another store folder in the window of models.",
        ),
        (
            "Take the folder off the list: portraits-engine models remove FOLDER; its files stay.",
            "Take the folder off the list in the window of models; its files stay.",
        ),
        (
            "Open https://x.org, accept them there, and store your access token: portraits-engine models token.",
            "Open https://x.org, accept them there, and store your access token in the settings, under Models.",
        ),
        ("portraits-engine models list shows all.", "The window of models shows all."),
        ("Save it again in the program it came from.", "Save it again in the program it came from."),
        ("", ""),
    ],
)
def test_what_would_be_typed_is_a_place_in_the_window(typed: str, shown: str) -> None:
    failure = Failure(code=ErrorCode.BAD_INPUT, what="Something.", todo=typed)
    assert for_window(failure).todo == shown
    assert for_window(failure).what == "Something."


def test_a_fault_of_ours_asks_for_the_report() -> None:
    failure = Failure(code=ErrorCode.INTERNAL, what="A fault.", todo="Run the command again with --debug.")
    assert "copy the report" in for_window(failure).todo
