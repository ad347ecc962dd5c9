"""Texts that a person reads pass through here, so that they can be translated."""

from PySide6.QtCore import QCoreApplication

from desktop.widgets.numbers import number_text, short_number

CONTEXT = "Portraits"

LANGUAGE = "language"
"""The property of the application that names the language in use, such as "de"; none for English."""

_NOUNS_ARE_CAPITAL = ("de",)


def tr(text: str, **values: object) -> str:
    """Return a text in the person's language, with ``{name}`` replaced by the values.

    The text itself is the key; it is written out at the call so that it can be collected for translators.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def counted(count: int, one: str, many: str) -> str:
    """Return the singular or the plural text with ``{n}`` replaced, both given as keys."""
    return tr(one if count == 1 else many, n=number_text(count))


def within(word: str) -> str:
    """Return a translated word as it stands inside a line: in lower case, except where nouns keep their capital."""
    application = QCoreApplication.instance()
    language = application.property(LANGUAGE) if application is not None else None
    return word if language in _NOUNS_ARE_CAPITAL else word.lower()


def short_name(name: str) -> str:
    """Return a file's name as a title: without what a suffix adds."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and stem and 2 <= len(suffix) <= 5 and suffix.isalnum() else name


def clock(seconds: float) -> str:
    """Return a length such as ``0:42`` or ``1:02:07``."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def remaining(seconds: float) -> str:
    """Return a remaining time, coarser the longer it is: ``0:42``, ``2 min``, ``1 h 10``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"0:{whole:02d}"
    minutes = round(whole / 60)
    if minutes < 60:
        return tr("{n} min", n=minutes)
    return tr("{h} h {m}", h=minutes // 60, m=f"{minutes % 60:02d}")


def about(seconds: float) -> str:
    """Return an estimated length in words: ``about 14 s``, ``about 9 min``."""
    if seconds < 1.5:
        return tr("about 1 s")
    if seconds < 60:
        return tr("about {n} s", n=round(seconds))
    return tr("about {time}", time=remaining(seconds))


def size(count: float) -> str:
    """Return a number of bytes in words: ``11 MB``, ``8.1 GB``."""
    for unit, factor, digits in (("GB", 1e9, 1), ("MB", 1e6, 0), ("kB", 1e3, 0)):
        if count >= factor or unit == "kB":
            return f"{number_text(count / factor, digits)} {unit}"
    raise AssertionError("the last unit takes everything")


def memory(count: float) -> str:
    """Return an amount of memory in words, in units of 1024: ``8.1 GB``."""
    if count < 0.05 * 2**30:
        return f"{number_text(count / 2**20)} MB"
    return f"{short_number(count / 2**30, 1)} GB"
