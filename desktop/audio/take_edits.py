"""How the project changes when a sound has been made for a line of its script."""

from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from engine.project.edit.limits import source_length
from engine.project.edit.script import add_lines, add_take
from engine.project.edit.takes import show_line
from engine.project.folder import with_item
from engine.project.media import Caption, MediaItem
from engine.project.schema import Project
from engine.protocol.jobs import SoundJob
from engine.protocol.queries import Cue
from engine.protocol.recipe import Recipe


class Made(NamedTuple):
    """What was made for a line.

    Attributes:
        block_id: the line.
        subtitles: the file with the times of its sentences, "" for none.
        edit: the job, where it changed an earlier take.
    """

    block_id: str
    subtitles: str
    edit: SoundJob | None


def with_take(project: Project, *, made: Made, item_id: str, cues: tuple[Cue, ...]) -> Project:
    """Make a media item the chosen take of its line, in the film as well; an edited one keeps its captions."""
    item = project.media_by_id().get(item_id)
    if item is None:
        return project
    captions = tuple(
        Caption(start=Fraction(cue.start, 1000), end=Fraction(max(cue.start, cue.end), 1000), text=cue.text)
        for cue in cues
    )
    if made.edit is not None:
        source = next((each for each in project.media if each.sha256 == made.edit.input.sha256), None)
        if source is not None:
            captions = _moved(source.captions, item, Fraction(made.edit.start).limit_denominator(10**6))
            item = replace(item, kind=source.kind)
    project = with_item(project, replace(item, captions=captions or item.captions, recipe=_quiet(item.recipe)))
    return show_line(add_take(project, made.block_id, item), made.block_id)


def _quiet(recipe: Recipe | None) -> Recipe | None:
    """Return a recipe whose job is not heard when it is run again from elsewhere."""
    if recipe is None or not recipe.job.get("play"):
        return recipe
    return replace(recipe, job={**recipe.job, "play": False})


def _moved(captions: tuple[Caption, ...], item: MediaItem, by: Fraction) -> tuple[Caption, ...]:
    """Return captions as they lie in a sound whose beginning was cut off, as far as they are still heard."""
    length = source_length(item) or Fraction(0)
    moved = [(max(Fraction(0), each.start - by), min(length, each.end - by), each.text) for each in captions]
    return tuple(Caption(start=start, end=end, text=text) for start, end, text in moved if end > start)


def with_recording(project: Project, *, block_id: str, item_id: str) -> Project:
    """Make a sound the chosen take of a line, of a new one where that line is gone."""
    item = project.media_by_id().get(item_id)
    if item is None:
        return project
    item = replace(item, kind="voice") if item.info.kind == "sound" else item
    project = with_item(project, item)
    if project.script.block(block_id) is None:
        project = add_lines(project, ("",))
        block_id = project.script.blocks[-1].id
    return show_line(add_take(project, block_id, item), block_id)
