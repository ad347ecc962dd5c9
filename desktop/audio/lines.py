"""What can be told of a script's lines without a widget: their jobs, whether their takes are current, problems."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from desktop.widgets.words import tr
from engine.project.edit.script_cues import shown
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.project.script import Block, Script, VoiceEngine
from engine.protocol.emotions import EMOTIONS, nearest_tag, parts
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.voices import BUILT_IN

LineState = Literal["empty", "unspoken", "spoken", "changed"]
"""changed: the words, the voice or the dictionary are no longer those of the chosen take."""

_MOST_EDITS = 50
_NAME_WORDS = 6


class Problem(NamedTuple):
    """Something about a line that needs a look.

    Attributes:
        block_id: the line.
        number: its number, from 1.
        words: what it is, as a sentence.
        tag: the tag it is about, or "".
        instead: the known tag that was most likely meant, or "".
    """

    block_id: str
    number: int
    words: str
    tag: str = ""
    instead: str = ""


def engine_of(script: Script, block: Block) -> VoiceEngine:
    """Return what speaks a line."""
    return block.engine or script.engine


def known_tags(engine: VoiceEngine) -> frozenset[str]:
    """Return the tags a voice acts; the built-in one acts none."""
    return frozenset(EMOTIONS) if engine == "maya1" else frozenset()


def line_name(block: Block) -> str:
    """Return the first words of a line, for jobs and files."""
    words = shown(block.text).split()
    return " ".join(words[:_NAME_WORDS]) + (" …" if len(words) > _NAME_WORDS else "")


def job_of(project: Project, block: Block, output: str, *, listen: bool) -> VoiceJob:
    """Return the job that speaks a line; a line that was spoken like this before gets the next seed.

    Raises:
        msgspec.ValidationError: a value is not allowed.
    """
    script = project.script
    job = _job(script, block, output, listen=listen)
    used = [seed for seed, asked in _takes_of(project, block) if _asks(asked) == _asks(_plain(job))]
    seed = max(used) + 1 if job.seed in used else job.seed
    return _job(script, block, output, listen=listen, seed=seed)


def _job(script: Script, block: Block, output: str, *, listen: bool, seed: int | None = None) -> VoiceJob:
    speaker = script.speaker(block.speaker)
    described = block.description or (speaker.description if speaker is not None else "")
    return VoiceJob(
        text=block.text,
        output=output,
        engine=engine_of(script, block),
        description=described or BUILT_IN[0].description,
        say=tuple(f"{entry.word}={entry.said}" for entry in script.words),
        speed=speaker.speed if speaker is not None else 1.0,
        seed=seed if seed is not None else speaker.seed if speaker is not None else 0,
        temperature=script.temperature,
        top_p=script.top_p,
        loudness=script.loudness,
        subtitles="srt",
        play=listen,
    )


def state_of(project: Project, block: Block) -> LineState:
    """Return how a line stands."""
    if not shown(block.text):
        return "empty" if block.take is None else "spoken"
    if block.take is None:
        return "unspoken"
    asked = voice_of(project, block.take)
    # A recording, or a sound from elsewhere, was not made from words.
    if asked is None or _asks(asked) == _asks(_plain(_job(project.script, block, "x.wav", listen=False))):
        return "spoken"
    return "changed"


def voice_of(project: Project, media_id: str) -> dict[str, Any] | None:
    """Return the voice job at the beginning of a sound, through all its edits; None for what was not spoken here."""
    items = project.media_by_id()
    item = items.get(media_id)
    by_hash = {each.sha256: each for each in project.media}
    for _ in range(_MOST_EDITS):
        if item is None or item.recipe is None:
            return None
        if item.recipe.job.get("kind") == "voice":
            return item.recipe.job
        item = _input_of(item, by_hash)
    return None


def _input_of(item: MediaItem, by_hash: dict[str, MediaItem]) -> MediaItem | None:
    assert item.recipe is not None
    hashes = [each.sha256 for each in item.recipe.inputs]
    source = item.recipe.job.get("input")
    if isinstance(source, dict):
        hashes.append(str(source.get("sha256", "")))
    return next((by_hash[sha256] for sha256 in hashes if sha256 in by_hash), None)


def _takes_of(project: Project, block: Block) -> Iterator[tuple[int, dict[str, Any]]]:
    for take in block.takes:
        asked = voice_of(project, take)
        if asked is not None and isinstance(asked.get("seed"), int):
            yield asked["seed"], asked


def _plain(job: VoiceJob) -> dict[str, Any]:
    return {name: getattr(job, name) for name in job.__struct_fields__}


def _asks(job: dict[str, Any]) -> tuple[object, ...]:
    """Return what decides how a line sounds, but for the seed."""
    spoken = str(job.get("text", ""))
    say = tuple(entry for entry in job.get("say", ()) if _concerns(entry, spoken))
    common = (spoken, job.get("engine"), job.get("loudness"), say)
    if job.get("engine") == "maya1":
        return (*common, job.get("description"), job.get("temperature"), job.get("top_p"))
    return (*common, job.get("speed"))


def _concerns(entry: str, text: str) -> bool:
    return entry.partition("=")[0].strip().casefold() in text.casefold()


def problems(project: Project) -> tuple[Problem, ...]:
    """Return what needs a look: unknown tags in the order of the lines, then what a draft leaves out."""
    script = project.script
    found: list[Problem] = []
    silent: list[Problem] = []
    for number, block in enumerate(script.blocks, start=1):
        tags = [part.text for part in parts(block.text) if part.is_tag]
        found += [_unknown(block, number, tag) for tag in dict.fromkeys(tags) if tag not in EMOTIONS]
        if engine_of(script, block) == "builtin" and any(tag in EMOTIONS for tag in tags):
            words = tr("Line {n}: the built-in voice leaves emotion tags out; Maya1 acts them.", n=number)
            silent.append(Problem(block.id, number, words))
    if len(silent) > 1:
        # A draft of a whole script would hide everything else behind as many rows as it has lines.
        words = tr("{n} lines have emotion tags, which the built-in voice leaves out; Maya1 acts them.", n=len(silent))
        silent = [silent[0]._replace(words=words)]
    return (*found, *silent)


def _unknown(block: Block, number: int, tag: str) -> Problem:
    near = nearest_tag(tag) or ""
    words = tr("Line {n}: “{tag}” is no emotion tag.", n=number, tag=tag)
    return Problem(block.id, number, words, tag, near)


def seconds(time: Fraction) -> str:
    """Return a length as ``0:03.1``."""
    tenths = round(time * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"
