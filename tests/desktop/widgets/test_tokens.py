"""The colours keep the contrast the design promises, and are named nowhere else."""

import re
from pathlib import Path

import pytest

import desktop
from desktop.widgets.tokens import CLIPS, DARK, LIGHT, Tokens, contrast

THEMES = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
GROUNDS = ("app", "surround", "pane", "raised", "hover", "field", "tint")
TEXTS = ("text", "text2", "text3", "accenttext", "ok", "warn", "err", "info")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [("accentink", "accent"), ("accentink", "accenthi"), ("dangerink", "danger"), ("tag_text", "tag_fill")],
)
def test_text_on_colour_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("mark", "ground"), [("accent", "pane"), ("accent", "surround"), ("edgehi", "pane")])
def test_focus_selection_and_check_boxes_can_be_seen(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3.0


@THEMES
def test_stronger_edges_reach_three_to_one(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.pane) < 3.0 <= contrast(tokens.with_stronger_edges().edge, tokens.pane)


@pytest.mark.parametrize("name", CLIPS)
@pytest.mark.parametrize("dark", [True, False])
def test_clips_carry_their_name_and_their_icon(name: str, dark: bool) -> None:
    clip, tokens = CLIPS[name], DARK if dark else LIGHT
    assert contrast(tokens.text, clip.fill(dark)) >= 4.5
    assert contrast(clip.line(dark), clip.fill(dark)) >= 4.5


def test_the_ground_of_pictures_has_no_hue() -> None:
    for tokens in (DARK, LIGHT):
        red, green, blue = tokens.surround[1:3], tokens.surround[3:5], tokens.surround[5:7]
        assert red == green == blue


def test_no_colour_is_written_anywhere_else() -> None:
    root = Path(desktop.__file__).parent
    written = {
        f"{path.relative_to(root)}: {found}"
        for path in root.rglob("*.py")
        if path.name != "tokens.py" and path.parent.name not in ("state", "link")
        for found in _HEX.findall(path.read_text(encoding="utf-8"))
    }
    assert not written
