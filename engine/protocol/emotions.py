"""Emotion tags such as ``<laugh>``: which exist, what they do, and how they stand in a text."""

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

EMOTIONS = {
    "angry": "said in anger",
    "appalled": "shocked, drawing back",
    "chuckle": "a short, quiet laugh",
    "cry": "in tears",
    "curious": "wanting to know",
    "disappointed": "hopes let down",
    "excited": "full of energy",
    "exhale": "an audible breath out",
    "gasp": "a sudden breath in",
    "giggle": "a light, high laugh",
    "gulp": "swallowing, nervous",
    "laugh": "laughing out",
    "laugh_harder": "laughing without holding back",
    "mischievous": "up to something",
    "sarcastic": "dry, the opposite meant",
    "scream": "as loud as can be",
    "sigh": "breath out, letting go",
    "sing": "sung, not spoken",
    "snort": "a laugh through the nose",
    "whisper": "without voice",
}
"""The 20 tags that the large voice knows as tokens of their own, and what one hears."""

EMOTION_TAGS = tuple(EMOTIONS)

TAG = re.compile(r"<\s?(/?[A-Za-z][A-Za-z_\- ]{0,30})\s?/?>")
"""What a person writes as a tag, whether or not it exists; group 1 is its name."""

# Words that people write although no tag of that name exists; spelling alone would not find the nearest one.
_MEANT = {
    "sad": "cry",
    "happy": "excited",
    "sob": "cry",
    "shout": "scream",
    "yell": "scream",
    "breath": "exhale",
    "breathe": "exhale",
    "smirk": "mischievous",
    "surprised": "gasp",
    "shocked": "appalled",
    "murmur": "whisper",
}


class Part(NamedTuple):
    """A piece of a script: plain words, or a tag by its name."""

    text: str
    is_tag: bool


def parts(text: str) -> Iterator[Part]:
    """Divide a script into words and tags; joined again as :func:`marked` does it, they give the script."""
    end = 0
    for match in TAG.finditer(text):
        if match.start() > end:
            yield Part(text[end : match.start()], is_tag=False)
        yield Part(tag_name(match[1]), is_tag=True)
        end = match.end()
    if end < len(text):
        yield Part(text[end:], is_tag=False)


def marked(name: str) -> str:
    """Return a tag as it stands in a text."""
    return f"<{name}>"


def tag_name(written: str) -> str:
    """Return the name of a tag as it is known: ``Laugh harder`` is ``laugh_harder``."""
    return written.strip().lower().replace(" ", "_").replace("-", "_")


def nearest_tag(name: str) -> str | None:
    """Return the known tag that a person most likely meant by ``name``, or None when nothing is near."""
    wanted = tag_name(name).strip("/_")
    if wanted in EMOTIONS:
        return wanted
    if wanted in _MEANT:
        return _MEANT[wanted]
    near = difflib.get_close_matches(wanted, EMOTION_TAGS, n=1, cutoff=0.6)
    return near[0] if near else None
