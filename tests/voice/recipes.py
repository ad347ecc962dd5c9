"""Recipes as they lie in the files that were made."""

from pathlib import Path

import msgspec

from engine.media.probe import RECIPE_KEY, read_metadata
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.recipe import from_text
from engine.protocol.values import decode_hook


def recipe_job(path: Path) -> VoiceJob:
    """Return the voice job that a file carries."""
    recipe = from_text(read_metadata(path)[RECIPE_KEY], path.name)
    return msgspec.convert(recipe.job, VoiceJob, dec_hook=decode_hook)
