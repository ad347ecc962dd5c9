"""English text made speakable, where the built-in voice's own normaliser leaves something out.

hibari reads numbers, years, ordinals, decades, money, percentages, times, dates, most units and most abbreviations by
itself (``hibari.g2p.normalize``); the rules here run before it and cover what it was measured to misread.
"""

import re
from collections.abc import Callable, Iterable

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ORDINALS = ("", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_VULGAR = {
    "½": "one half",
    "¼": "one quarter",
    "¾": "three quarters",
    "⅓": "one third",
    "⅔": "two thirds",
    "⅛": "one eighth",
    "⅜": "three eighths",
    "⅝": "five eighths",
    "⅞": "seven eighths",
}
_SYMBOLS = {
    "≈": " about ",
    "≤": " at most ",
    "≥": " at least ",
    "≠": " is not equal to ",
    "∞": " infinity ",
    "√": " the square root of ",
    "‰": " per mille ",
    "№": " number ",
}
_ABBREVIATIONS = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "a.k.a.": "also known as",
    "viz.": "namely",
    "ca.": "circa",
    "c.": "circa",
    "incl.": "including",
    "excl.": "excluding",
    "max.": "maximum",
    "min.": "minimum",
    "esp.": "especially",
    "p.": "page",
    "tel.": "telephone",
    "ext.": "extension",
}
_BEFORE_DIGIT_ONLY = frozenset({"c.", "p.", "ext."})
_SCALES = {"bn": "billion", "mn": "million", "tn": "trillion", "m": "million", "k": "thousand", "b": "billion"}
_MONEY = {"$": "dollars", "£": "pounds", "€": "euros"}
_UNITS = {
    "m": ("meter", "meters"),
    "m²": ("square meter", "square meters"),
    "m³": ("cubic meter", "cubic meters"),
    "cm²": ("square centimeter", "square centimeters"),
    "km²": ("square kilometer", "square kilometers"),
    "m/s": ("meter per second", "meters per second"),
    "h": ("hour", "hours"),
    "g": ("gram", "grams"),
    "l": ("liter", "liters"),
    "L": ("liter", "liters"),
    "cl": ("centiliter", "centiliters"),
    "dl": ("deciliter", "deciliters"),
    "µs": ("microsecond", "microseconds"),
    "μs": ("microsecond", "microseconds"),
    "ns": ("nanosecond", "nanoseconds"),
    "dB": ("decibel", "decibels"),
    "V": ("volt", "volts"),
    "kV": ("kilovolt", "kilovolts"),
    "W": ("watt", "watts"),
    "Wh": ("watt hour", "watt hours"),
    "kcal": ("kilocalorie", "kilocalories"),
    "kPa": ("kilopascal", "kilopascals"),
    "px": ("pixel", "pixels"),
    "dpi": ("dot per inch", "dots per inch"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "bpm": ("beat per minute", "beats per minute"),
    "kB/s": ("kilobyte per second", "kilobytes per second"),
    "MB/s": ("megabyte per second", "megabytes per second"),
    "GB/s": ("gigabyte per second", "gigabytes per second"),
    "KiB": ("kibibyte", "kibibytes"),
    "MiB": ("mebibyte", "mebibytes"),
    "GiB": ("gibibyte", "gibibytes"),
    "MP": ("megapixel", "megapixels"),
}


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _count(number: str, words: tuple[str, str]) -> str:
    return words[0] if number in ("1", "1.0") else words[1]


def _spelled(digits: str) -> str:
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def _dotted_date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), match[3]
    return f"{year}-{month:02d}-{day:02d}" if 1 <= day <= 31 and 1 <= month <= 12 else match[0]


def _dotted_number(match: re.Match[str]) -> str:
    version = "version " if match[1] else ""
    return version + " point ".join(match[2].split("."))


def _fraction(match: re.Match[str]) -> str:
    upper, lower = int(match[2]), int(match[3])
    if not 0 < upper < lower <= 10:
        return match[0]
    whole = f"{match[1]} and " if match[1] else ""
    unit = _ORDINALS[lower]
    if upper == 1:
        return f"{whole}one {unit}"
    return f"{whole}{_DIGITS[upper]} {'halves' if lower == 2 else unit + 's'}"


def _vulgar(match: re.Match[str]) -> str:
    return (f"{match[1]} and " if match[1] else " ") + _VULGAR[match[2]]


def _feet(match: re.Match[str]) -> str:
    feet = f"{match[1]} {_count(match[1], ('foot', 'feet'))}"
    return f"{feet} {match[2]} {_count(match[2], ('inch', 'inches'))}" if match[2] else feet


def _telephone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    return "plus " + ", ".join(_spelled(group) for group in groups)


def _abbreviation(match: re.Match[str]) -> str:
    word = match[0].lower()
    following = match.string[match.end() :].lstrip()
    if word in _BEFORE_DIGIT_ONLY and not following[:1].isdigit():
        return match[0]
    ends_sentence = not following and word == "etc."
    return _ABBREVIATIONS[word] + ("." if ends_sentence else "")


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\b(?:https?|ftp)://(?:www\.)?", re.IGNORECASE), ""),
    (re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"), _dotted_date),
    (re.compile(r"(?<![\w.])(v\.?\s?)?(\d{1,4}(?:\.\d{1,4}){2,5})(?![\w])", re.IGNORECASE), _dotted_number),
    (re.compile(r"\bv(?=\d)"), "version "),
    (re.compile(r"(?<![\w.,])\.(?=\d)"), "0."),
    (re.compile(r"[−‐‑]"), "-"),
    (re.compile(r"(?<!\S)[~∼]\s?(?=[\d$€£])"), "about "),
    (re.compile(r"(?<!\S)-(?=[$€£]\d)"), "minus "),
    (
        re.compile(rf"([$£€])\s?({_NUMBER})\s?(bn|mn|tn)\b", re.IGNORECASE),
        lambda m: f"{m[2]} {_SCALES[m[3].lower()]} {_MONEY[m[1]]}",
    ),
    (re.compile(rf"(?<![\w.,$£€])({_NUMBER})\s?([$£€])(?![\w$£€])"), r"\2\1"),
    (re.compile(r"(?<![\w.,])(\d{1,3})\s?['′’](?:\s?(\d{1,2})\s?(?:[\"″”]|''))"), _feet),
    (re.compile(r"(?<![\w.,])(\d{1,3})\s?′()"), _feet),
    (re.compile(rf"(?<![\w.,])({_NUMBER})\s?″"), lambda m: f"{m[1]} {_count(m[1], ('inch', 'inches'))}"),
    (
        re.compile(rf"(?<![\w.,$£€])({_NUMBER})\s?({_alternatives(_UNITS)})(?![\w/²³'’])"),
        lambda m: f"{m[1]} {_count(m[1], _UNITS[m[2]])}",
    ),
    # Only with a blank: "1990s" and "the '80s" are decades.
    (
        re.compile(rf"(?<![\w.,$£€'’])({_NUMBER}) s(?![\w'’])"),
        lambda m: f"{m[1]} {_count(m[1], ('second', 'seconds'))}",
    ),
    (re.compile(r"(?<![\w./])(?:(\d{1,6})[ -])?(\d{1,2})/(\d{1,2})(?![\w/]|\.\d)"), _fraction),
    (re.compile(rf"(\d{{1,6}})?\s?([{''.join(_VULGAR)}])"), _vulgar),
    (re.compile(r"(?<!\S)\+\d[\d\-() ]{6,20}\d\b"), _telephone),
    (re.compile(r"(?<![\w.:/,\-])0\d{1,14}(?![\w:/\-]|[.,]\d)"), lambda m: _spelled(m[0])),
    (re.compile(r"(?<![\w.,])\d{16,}(?![\w]|[.,]\d)"), lambda m: _spelled(m[0])),
    (
        re.compile(rf"(?<![\w.])(?:{_alternatives(_ABBREVIATIONS)})(?!\w)", re.IGNORECASE),
        _abbreviation,
    ),
    (re.compile(f"[{''.join(_SYMBOLS)}]"), lambda m: _SYMBOLS[m[0]]),
)


def speakable(sentence: str) -> str:
    """Return one sentence as words and figures that the built-in voice reads rightly. Idempotent on plain words."""
    for pattern, replacement in _RULES:
        sentence = pattern.sub(replacement, sentence)
    return " ".join(sentence.split())
