"""Changes to a project's media, each as a function from one project to the next."""

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec.structs import replace

from engine.project.boards import Board
from engine.project.clips import AnyClip, MorphClip, PlacedClip, SoundClip, StillClip
from engine.project.edit.script import without_takes
from engine.project.fields import new_id
from engine.project.folder import one_line
from engine.project.media import ColourMark, MediaItem
from engine.project.schema import Project
from engine.project.timeline import Track

Change = Callable[[Project], Project]


def rate(project: Project, *, item_ids: Collection[str], stars: int) -> Project:
    """Give 0 to 5 stars."""
    return _each(project, item_ids, lambda item: replace(item, rating=max(0, min(5, stars))))


def mark(project: Project, *, item_ids: Collection[str], colour: ColourMark) -> Project:
    """Give a colour mark, "" for none."""
    return _each(project, item_ids, lambda item: replace(item, colour_mark=colour))


def reject(project: Project, *, item_ids: Collection[str], rejected: bool) -> Project:
    """Reject items, or take that back."""
    return _each(project, item_ids, lambda item: replace(item, rejected=rejected))


def rename(project: Project, *, item_id: str, name: str) -> Project:
    """Give an item another name."""
    return _each(project, (item_id,), lambda item: replace(item, name=one_line(name)))


def add(project: Project, *, items: Iterable[MediaItem]) -> Project:
    """List items whose files are in the media folder; bytes the project has already are not listed twice."""
    known = {item.sha256 for item in project.media}
    fresh: dict[str, MediaItem] = {}
    for item in items:
        if item.sha256 not in known:
            fresh.setdefault(item.sha256, item)
    return replace(project, media=(*project.media, *fresh.values())) if fresh else project


def remove(project: Project, *, item_ids: Collection[str]) -> Project:
    """Take items out, and with them every clip that shows them and every morph that loses a neighbour."""
    gone = set(item_ids)
    media = tuple(
        replace(item, take_of=None) if item.take_of in gone else item for item in project.media if item.id not in gone
    )
    tracks = tuple(replace(track, clips=_clips_without(track, gone)) for track in project.timeline.tracks)
    boards = tuple(_board_without(board, gone) for board in project.boards)
    return replace(
        project,
        media=media,
        boards=boards,
        timeline=replace(project.timeline, tracks=tracks),
        script=without_takes(project.script, gone),
    )


def add_board(project: Project, *, name: str, item_ids: Sequence[str] = ()) -> Project:
    """Make a board with some items on it."""
    board = Board(id=new_id(), name=one_line(name), items=tuple(dict.fromkeys(item_ids)))
    return replace(project, boards=(*project.boards, board))


def rename_board(project: Project, *, board_id: str, name: str) -> Project:
    """Give a board another name."""
    return _board(project, board_id, lambda board: replace(board, name=one_line(name)))


def remove_board(project: Project, *, board_id: str) -> Project:
    """Remove a board; its items stay in the project."""
    return replace(project, boards=tuple(board for board in project.boards if board.id != board_id))


def put_on_board(project: Project, *, board_id: str, item_ids: Sequence[str]) -> Project:
    """Put items at the end of a board; those that lie on it already stay where they are."""
    return _board(
        project, board_id, lambda board: replace(board, items=tuple(dict.fromkeys((*board.items, *item_ids))))
    )


def arrange_board(project: Project, *, board_id: str, item_ids: Collection[str], before: str | None) -> Project:
    """Move items of a board, in the order they have there, before another of its items; None moves them to the end."""
    moved = set(item_ids)

    def arranged(board: Board) -> Board:
        ahead = list(board.items[: board.items.index(before)]) if before in board.items else list(board.items)
        behind = board.items[len(ahead) :]
        group = [item for item in board.items if item in moved]
        kept = [[item for item in part if item not in moved] for part in (ahead, behind)]
        return replace(board, items=(*kept[0], *group, *kept[1]))

    return _board(project, board_id, arranged)


def take_off_board(project: Project, *, board_id: str, item_ids: Collection[str]) -> Project:
    """Take items off a board; they stay in the project."""
    return _board(project, board_id, lambda board: _board_without(board, set(item_ids)))


def _board(project: Project, board_id: str, change: Callable[[Board], Board]) -> Project:
    boards = tuple(change(board) if board.id == board_id else board for board in project.boards)
    return project if boards == project.boards else replace(project, boards=boards)


def _board_without(board: Board, gone: set[str]) -> Board:
    items = tuple(item for item in board.items if item not in gone)
    return board if items == board.items else replace(board, items=items)


def _clips_without(track: Track, gone: set[str]) -> tuple[AnyClip, ...]:
    """Return a track's clips without some media; a clip that has another take shows that one instead."""
    kept = [clip for clip in (_with_remaining_take(clip, gone) for clip in track.clips) if clip is not None]
    befores, afters = [None, *kept], [*kept[1:], None]
    return tuple(
        clip
        for before, clip, after in zip(befores, kept, afters, strict=False)
        if not isinstance(clip, MorphClip) or _joins(before, clip, after)
    )


def _with_remaining_take(clip: AnyClip, gone: set[str]) -> AnyClip | None:
    if not isinstance(clip, PlacedClip | SoundClip):
        return clip
    takes = tuple(take for take in clip.takes if take not in gone)
    if clip.media not in gone:
        return clip if takes == clip.takes else replace(clip, takes=takes)
    return replace(clip, media=takes[0], takes=takes) if takes else None


def _joins(before: AnyClip | None, morph: MorphClip, after: AnyClip | None) -> bool:
    first = isinstance(before, StillClip) and before.end == morph.start
    return first and isinstance(after, StillClip) and after.start == morph.end


def _each(project: Project, item_ids: Collection[str], change: Callable[[MediaItem], MediaItem]) -> Project:
    wanted = set(item_ids)
    media = tuple(change(item) if item.id in wanted else item for item in project.media)
    return project if media == project.media else replace(project, media=media)
