"""What must hold between the parts of a project. The structs check each part for itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from engine.project.clips import AnyClip, Clip, MorphClip, MovieClip, PlacedClip, SoundClip, StillClip
from engine.project.media import FILE_KINDS, MediaItem
from engine.project.schema import Project
from engine.project.timeline import Track
from engine.protocol.errors import ErrorCode, PortraitsError


def problems(project: Project) -> Iterator[str]:
    """Yield every broken rule as a sentence; nothing when the project is sound.

    Rules: ids are unique; references exist and have the right kind, on boards and in the script too; clips are in
    order and lie on a track of their kind; only two neighbours may overlap (a cross-fade), and neither inside the
    other; a morph starts where a still ends and ends where a still starts.
    """
    yield from _media_problems(project)
    yield from _board_problems(project)
    yield from _script_problems(project)
    items = project.media_by_id()
    timeline = project.timeline
    yield from _repeated("track", (track.id for track in timeline.tracks))
    yield from _repeated("clip", (clip.id for track in timeline.tracks for clip in track.clips))
    yield from _repeated("marker", (marker.id for marker in timeline.markers))
    for track in timeline.tracks:
        for clip in track.clips:
            yield from _clip_problems(clip, track, items)
        yield from _order_problems(track)
        yield from _morph_problems(track)


def validate(project: Project, origin: str) -> None:
    """Check a project.

    Args:
        project: what was read or is about to be written.
        origin: the file's name in double quotes, for the message.

    Raises:
        PortraitsError: BAD_INPUT with the first broken rule.
    """
    for problem in problems(project):
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The project {origin} is damaged: {problem}.",
            "Open an autosaved or older copy of it, or correct that place in the file.",
        )


def _media_problems(project: Project) -> Iterator[str]:
    yield from _repeated("media item", (item.id for item in project.media))
    yield from _repeated("media item", (item.path.casefold() for item in project.media), "path")
    items = project.media_by_id()
    for item in project.media:
        if FILE_KINDS[item.kind] != item.info.kind:
            yield f"media item {item.id} is called a {item.kind} but its file is a {item.info.kind}"
        if item.landmarks is not None and item.kind != "picture":
            yield f"media item {item.id} has landmarks but is not a picture"
        if item.take_of is not None and (item.take_of == item.id or item.take_of not in items):
            yield f"media item {item.id} is a take of {item.take_of}, which is no other item"


def _board_problems(project: Project) -> Iterator[str]:
    yield from _repeated("board", (board.id for board in project.boards))
    known = {item.id for item in project.media}
    for board in project.boards:
        for reference, times in Counter(board.items).items():
            if times > 1:
                yield f"board {board.id} has the item {reference} twice"
            if reference not in known:
                yield f"board {board.id} has the media item {reference}, which is not in the project"


def _script_problems(project: Project) -> Iterator[str]:
    script, items = project.script, project.media_by_id()
    yield from _repeated("speaker", (speaker.id for speaker in script.speakers))
    yield from _repeated("line", (block.id for block in script.blocks))
    yield from _repeated("pronunciation", (entry.word.casefold() for entry in script.words), "word")
    speakers = {speaker.id for speaker in script.speakers}
    for block in script.blocks:
        if block.speaker is not None and block.speaker not in speakers:
            yield f"line {block.id} is spoken by {block.speaker}, who is not among the speakers"
        if len(set(block.takes)) < len(block.takes):
            yield f"line {block.id} has a take twice"
        if block.take is not None and block.take not in block.takes:
            yield f"line {block.id} shows the take {block.take}, which is not among its takes"
        for take in block.takes:
            if take not in items or items[take].info.kind != "sound":
                yield f"line {block.id} has the take {take}, which is no sound of the project"


def _repeated(what: str, values: Iterable[str], field: str = "id") -> Iterator[str]:
    seen: set[str] = set()
    for each in values:
        if each in seen:
            yield f"two {what}s have the {field} {each}"
        seen.add(each)


def _clip_problems(clip: AnyClip, track: Track, items: dict[str, MediaItem]) -> Iterator[str]:
    heard = isinstance(clip, SoundClip)
    if heard != (track.kind == "sound"):
        yield f"clip {clip.id} lies on track {track.id}, which is for {track.kind}s"
    if not isinstance(clip, PlacedClip | SoundClip):
        return
    wanted = _wanted_kinds(clip)
    for reference in (clip.media, *clip.takes):
        item = items.get(reference)
        if item is None:
            yield f"clip {clip.id} needs the media item {reference}, which is not in the project"
        elif item.info.kind not in wanted:
            yield f"clip {clip.id} cannot use media item {reference}, which is a {item.info.kind}"


def _wanted_kinds(clip: Clip) -> tuple[str, ...]:
    if isinstance(clip, MovieClip):
        return ("movie",)
    return ("sound", "movie") if isinstance(clip, SoundClip) else ("picture",)


def _order_problems(track: Track) -> Iterator[str]:
    for earlier, later in pairwise(track.clips):
        if later.start <= earlier.start:
            yield f"clips {earlier.id} and {later.id} are not in the order of their starts"
        elif later.end <= earlier.end:
            yield f"clip {later.id} lies inside clip {earlier.id}"
    for first, _, third in zip(track.clips, track.clips[1:], track.clips[2:], strict=False):
        if third.start < first.end:
            yield f"clips {first.id} and {third.id} overlap with another clip between them"


def _morph_problems(track: Track) -> Iterator[str]:
    clips = track.clips
    for index, clip in enumerate(clips):
        if not isinstance(clip, MorphClip):
            continue
        before = clips[index - 1] if index > 0 else None
        after = clips[index + 1] if index + 1 < len(clips) else None
        if not isinstance(before, StillClip) or before.end != clip.start:
            yield f"morph {clip.id} does not start where a still ends"
        if not isinstance(after, StillClip) or after.start != clip.end:
            yield f"morph {clip.id} does not end where a still starts"
