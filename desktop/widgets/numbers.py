"""Numbers and days as a person in the chosen language writes and reads them: ``1,5`` in German, ``1.5`` in English.

Times with frames (``00:01:02:11``), sizes in pixels and seeds are the same everywhere and do not pass through here.
"""

import re

from PySide6.QtCore import QDateTime, QLocale

MINUS = "\N{MINUS SIGN}"

_THIN = "\N{NARROW NO-BREAK SPACE}"
"""Between thousands: a point or a comma there would be the decimal mark of another language."""

_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+")
_NUMBER = re.compile(r"([-+−~]?)(\d{1,15})(?:\.(\d{1,6}))?((?: ?[^\W\d_]{1,5}(?:/s)?| ?%)?)")


def number_text(value: float, digits: int = 0) -> str:
    """Return a number with exactly so many digits behind the point, ``1 204,5``."""
    whole, _, rest = f"{value:,.{digits}f}".replace(",", _THIN).replace("-", MINUS).partition(".")
    return f"{whole}{QLocale().decimalPoint()}{rest}" if rest else whole


def short_number(value: float, digits: int = 3) -> str:
    """Return a number with at most so many digits behind the point, and none that say nothing."""
    text = number_text(value, digits)
    point = QLocale().decimalPoint()
    text = text.rstrip("0").rstrip(point) if point in text else text
    return "0" if text == f"{MINUS}0" else text


def signed_number(value: float, digits: int = 0) -> str:
    """Return a number with its sign, ``+0`` for nothing."""
    text = number_text(value, digits)
    return text if text.startswith(MINUS) else f"+{text}"


def moment_text(seconds: float) -> str:
    """Return a day and a time of this place, ``22.11.2026 16:39``; seconds count from 1970."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {moment.toString('HH:mm')}"


def read_number(text: str) -> float | None:
    """Return the number that a person wrote, with the mark of the language or a point; None when it is none."""
    plain = text.strip().replace(MINUS, "-").replace(_THIN, "")
    if QLocale().decimalPoint() == "," and "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif "." not in plain and not _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", ".", 1)
    else:
        plain = plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def localised(text: str) -> str:
    """Return a text that is a plain number, perhaps with a unit, as the language writes it; others unchanged."""
    found = _NUMBER.fullmatch(text)
    if found is None or found[3] is None:
        return text
    return f"{found[1]}{found[2]}{QLocale().decimalPoint()}{found[3]}{found[4]}"
