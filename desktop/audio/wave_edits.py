"""The edits of one sound that a menu offers: fades and loudness."""

from desktop.widgets.numbers import number_text, short_number
from desktop.widgets.words import tr

Edit = tuple[str, dict[str, object]]
"""What an entry says, and the fields of a SoundJob."""

SHORT_FADES: dict[str, object] = {"fade_in": 0.01, "fade_out": 0.01}
"""Just so long that nothing clicks, in seconds."""

WEB_LOUDNESS = -16.0
_LONGEST_FADE = 60.0


def fades(time: float, duration: float) -> list[Edit]:
    """Return the fades that are possible with the playhead at ``time`` of a sound of ``duration`` seconds."""
    before, behind = round(time, 4), round(duration - round(time, 4), 4)
    found: list[Edit] = [(tr("Fade both ends over 10 ms"), dict(SHORT_FADES))]
    if 0 < before <= _LONGEST_FADE:
        found.append((tr("Fade in to the playhead ({n} s)", n=number_text(before, 2)), {"fade_in": before}))
    if 0 < behind <= _LONGEST_FADE:
        found.append((tr("Fade out from the playhead ({n} s)", n=number_text(behind, 2)), {"fade_out": behind}))
    return found


def loudnesses() -> list[Edit]:
    """Return the loudnesses that are usual, in LUFS."""
    uses = {-14.0: tr("streaming"), WEB_LOUDNESS: tr("web"), -23.0: tr("broadcast, EBU R128")}
    return [(f"{short_number(lufs)} LUFS · {use}", {"loudness": lufs}) for lufs, use in uses.items()]
