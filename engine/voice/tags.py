"""How emotion tags such as ``<laugh>`` leave a text that cannot act them, and stand in one that can."""

import re
from collections import Counter
from collections.abc import Iterable

from engine.protocol.emotions import EMOTION_TAGS, TAG, marked, nearest_tag, tag_name

_CONTROL = re.compile(r"<\|[^<>\n]{0,60}\|>|<custom_token_\d{1,9}>")
_DESCRIPTION = re.compile(r"<description=[^<>\n]{0,2000}>")


def without_tags(text: str) -> tuple[str, list[str]]:
    """Take every tag and voice description out of ``text``.

    Returns:
        The text without them, and the sentences that tell the person what was left out.
    """
    known: Counter[str] = Counter()
    unknown: dict[str, None] = {}

    def leave_out(match: re.Match[str]) -> str:
        name = tag_name(match[1])
        if name in EMOTION_TAGS:
            known[name] += 1
        else:
            unknown[match[1].strip()] = None
        return " "

    bare, descriptions = _DESCRIPTION.subn(" ", text)
    bare = TAG.sub(leave_out, bare)
    if known or unknown or descriptions:
        bare = re.sub(r"(?<=\S)[ \t]+(?=[.,;:!?…])", "", bare)
    notes = []
    if known:
        notes.append(
            f"The emotion {_tags(known)} left out: emotion tags are for the large voice, "
            "the built-in voice cannot act them."
        )
    notes.extend(_unknown_note(name) for name in list(unknown)[:10])
    if len(unknown) > 10:
        notes.append(f"{len(unknown) - 10} more unknown tags were left out.")
    if descriptions:
        notes.append("The voice description was left out: descriptions are for the large voice.")
    return bare, notes


def with_known_tags(text: str, known: Iterable[str]) -> tuple[str, list[str]]:
    """Bring the emotion tags of ``text`` into the form ``<laugh>``, with blanks around, and take everything else that
    looks like a mark of the model out of it.

    Args:
        text: cleaned text.
        known: the tags that the voice knows.

    Returns:
        The text, and the sentences that tell the person what was left out.
    """
    allowed = frozenset(known)
    unknown: dict[str, None] = {}
    control: dict[str, None] = {}

    def keep(match: re.Match[str]) -> str:
        name = tag_name(match[1])
        if name in allowed:
            return f" {marked(name)} "
        unknown[match[1].strip()] = None
        return " "

    def leave_out(match: re.Match[str]) -> str:
        control[match[0]] = None
        return " "

    tagged, descriptions = _DESCRIPTION.subn(" ", text)
    tagged = _CONTROL.sub(leave_out, tagged)
    tagged = TAG.sub(keep, tagged)
    notes = [_unknown_note(name) for name in list(unknown)[:10]]
    if len(unknown) > 10:
        notes.append(f"{len(unknown) - 10} more unknown tags were left out.")
    if control:
        notes.append(f"{next(iter(control))} is a control mark of the model, not text, and was left out.")
    if descriptions:
        notes.append("The voice description inside the text was left out; give it as the description.")
    return tagged, notes


def _tags(names: Iterable[str]) -> str:
    shown = [marked(name) for name in sorted(names)]
    return f"tag {shown[0]} was" if len(shown) == 1 else f"tags {', '.join(shown)} were"


def _unknown_note(name: str) -> str:
    near = nearest_tag(name)
    meant = f" The nearest known one is {marked(near)}." if near else ""
    return f"<{name}> is not an emotion tag and was left out.{meant}"
