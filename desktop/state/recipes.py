"""Jobs out of recipes: the one that made a result, and the one that makes its next take."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from desktop.state.gallery_item import facts_of, stack_key
from engine.project.media import MediaItem
from engine.project.schema import Project
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Job, sources_of
from engine.protocol.recipe import Recipe
from engine.protocol.values import decode_hook, to_json


def job_of_item(item: MediaItem, project: Project, folder: Path) -> AnyJob | None:
    """Return the job that made an item, or None without a recipe that is known here.

    Args:
        item: of the project.
        project: inputs that lie elsewhere by now are found in it by their bytes.
        folder: where its media lies.
    """
    if item.recipe is None:
        return None
    return job_of_plain(with_paths(item.recipe.job, item.recipe, project, folder))


def next_take(item: MediaItem, project: Project, folder: Path, jobs: Iterable[Job] = ()) -> AnyJob | None:
    """Return the job that makes the next take of an item: the same recipe with the seed after the newest one.

    Args:
        item: of the project.
        project: its other takes are there.
        folder: where its media lies.
        jobs: those that wait or run; their seeds are taken.

    Returns:
        The job, whose output is still that of the item; None where no recipe with a seed is known.
    """
    recipe = item.recipe
    if recipe is None or not isinstance(recipe.job.get("seed"), int):
        return None
    job = job_of_item(item, project, folder)
    if job is None:
        return None
    own, again = facts_of(item).stack, stack_key(_plain(job))
    seeds = [
        other.recipe.job.get("seed")
        for other in project.media
        if other.recipe is not None and facts_of(other).stack in (own, again)
    ]
    seeds += [plain.get("seed") for plain in map(_plain, jobs) if stack_key(plain) == again]
    newest = max(seed for seed in (recipe.job["seed"], *seeds) if isinstance(seed, int))
    return msgspec.structs.replace(job, seed=newest + 1)


def with_paths(value: Any, recipe: Recipe, project: Project, folder: Path) -> Any:
    """Return a job's plain form in which files that are not where it says name the project's own by their bytes."""
    if isinstance(value, dict):
        found = {key: with_paths(inner, recipe, project, folder) for key, inner in value.items()}
        path = found.get("path")
        if isinstance(path, str) and path and not _is_there(path):
            sha256 = next((each.sha256 for each in recipe.inputs if each.name == Path(path).name), found.get("sha256"))
            item = next((each for each in project.media if each.sha256 == sha256), None)
            if item is not None:
                found["path"] = str(folder / item.path)
        return found
    if isinstance(value, list | tuple):
        return [with_paths(inner, recipe, project, folder) for inner in value]
    return value


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # a name that no file can have
        return False


def with_folders(recipe: Recipe, job: Job) -> Recipe:
    """Return a recipe that was read from a file with the folders of the job that made it: files carry names only."""
    known = {Path(source.path).name: source.path for source in sources_of(job)}
    return msgspec.structs.replace(recipe, job=_filled(recipe.job, known))


def relocated(job: AnyJob, before: Path, after: Path) -> AnyJob:
    """Return a job that reads from one folder what it read from another."""
    inside = [source.path for source in sources_of(job) if before in Path(source.path).parents]
    if not inside:
        return job
    known = {path: str(after / Path(path).relative_to(before)) for path in inside}
    return job_of_plain(_filled(_plain(job), known)) or job


def _filled(value: Any, known: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        found = {key: _filled(inner, known) for key, inner in value.items()}
        path = found.get("path")
        if isinstance(path, str):
            found["path"] = known.get(path, path)
        return found
    return [_filled(inner, known) for inner in value] if isinstance(value, list) else value


def _plain(job: Job) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(to_json(job))
    return plain


def job_of_plain(plain: Any) -> AnyJob | None:
    """Return the job that plain JSON describes, or None when it is none that is known here."""
    try:
        job: AnyJob = msgspec.convert(plain, type=AnyJob, dec_hook=decode_hook)
    except (msgspec.ValidationError, ValueError):
        return None
    return job
