"""What a rendered film says about how it was made."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from engine import __version__
from engine.film.plan import FilmPlan
from engine.media.probe import RECIPE_KEY
from engine.project.clips import AnyClip, PlacedClip, SoundClip
from engine.project.media import MediaItem
from engine.protocol.jobs.film import FilmJob
from engine.protocol.recipe import MAX_RECIPE_BYTES, Recipe, recipe_of, to_text

CLIPS_KEY = "portraits.clips"
"""Key of the clips' recipes in a movie's metadata: JSON, a list of objects with name, start, end and recipe."""


def film_metadata(
    job: FilmJob, plan: FilmPlan, inputs: Mapping[str, str], note: Callable[[str], None]
) -> dict[str, str]:
    """Return the text that goes into the file: title, the film's recipe and, when asked, that of every clip.

    Args:
        job: what is rendered.
        plan: of which part.
        inputs: name -> SHA-256 of the files that go into it.
        note: told when the clips' recipes are too long.
    """
    metadata = {RECIPE_KEY: to_text(recipe_of(job, app_version=__version__, inputs=inputs))}
    if plan.project.title:
        metadata["title"] = plan.project.title
    if job.clip_recipes:
        text = msgspec.json.encode(list(_clips(plan))).decode()
        if len(text) <= MAX_RECIPE_BYTES:
            metadata[CLIPS_KEY] = text
        else:
            note("The recipes of the clips are too long to be put into the file; they stay in the project.")
    return metadata


def _clips(plan: FilmPlan) -> Iterator[dict[str, Any]]:
    """Yield the clips of the range that have a recipe; times are seconds of the file."""
    items = plan.project.media_by_id()
    for track in plan.project.timeline.tracks:
        for clip in track.clips:
            recipe = _recipe(clip, items)
            if recipe is not None and clip.start < plan.end and clip.end > plan.start:
                yield {
                    "name": clip.name,
                    "start": float(clip.start - plan.start),
                    "end": float(clip.end - plan.start),
                    "recipe": msgspec.json.decode(to_text(recipe)),
                }


def _recipe(clip: AnyClip, items: Mapping[str, MediaItem]) -> Recipe | None:
    if clip.recipe is None and isinstance(clip, PlacedClip | SoundClip):
        return items[clip.media].recipe
    return clip.recipe
