"""The gallery's index: what is in a project, made searchable. It can be made again from the project at any time."""

import hashlib
import re
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from desktop.state.gallery_item import GalleryFilter, GalleryItem, facts_of
from desktop.state.sqlite import open_database
from engine.project.folder import media_folder
from engine.project.media import MediaItem
from engine.protocol.values import encode_hook, to_json

_SCHEMA = (
    """
    CREATE TABLE items (
        row INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL UNIQUE,
        digest BLOB NOT NULL,
        path TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        prompt TEXT NOT NULL,
        model TEXT NOT NULL,
        styles TEXT NOT NULL,
        seed INTEGER,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        duration REAL NOT NULL,
        rating INTEGER NOT NULL,
        mark TEXT NOT NULL,
        rejected INTEGER NOT NULL,
        created REAL NOT NULL,
        sha256 TEXT NOT NULL,
        imported INTEGER NOT NULL,
        stack TEXT NOT NULL
    ) STRICT;
    -- What is searched and ordered by lies together; recipes are long and read only for what is looked at.
    CREATE TABLE recipes (row INTEGER PRIMARY KEY, recipe TEXT NOT NULL) STRICT;
    CREATE INDEX items_by_stack ON items (stack);
    CREATE INDEX items_newest ON items (rejected, created, row);
    CREATE VIRTUAL TABLE words USING fts5 (
        title, prompt, model, styles, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    """,
)

_COLUMNS = (
    "item_id, path, kind, title, prompt, model, styles, seed, width, height, duration, rating, mark, rejected, "
    "created, sha256, stack, recipe"
)
_ORDERS = {
    "newest": "created DESC, row DESC",
    "oldest": "created, row",
    "name": "title COLLATE NOCASE, row",
    "rating": "rating DESC, created DESC, row DESC",
    "size": "width * height DESC, created DESC, row DESC",
    "board": "created DESC, row DESC",
}
_STYLE_SEPARATOR = "\n"


class Found(NamedTuple):
    """The rows of a search, in order, and how many results each stands for."""

    rows: "array[int]"
    sizes: "array[int]"

    @classmethod
    def empty(cls) -> "Found":
        return cls(array("q"), array("q"))


class GalleryIndex:
    """SQLite with full-text search over one project's media.

    Args:
        path: the database, made when missing and made anew when damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database, _ = open_database(path, _SCHEMA)

    def close(self) -> None:
        self._database.close()

    def sync(self, media: Sequence[MediaItem], project_path: Path) -> int:
        """Bring the index up to the project's media, and return how many entries changed."""
        folder = media_folder(project_path)
        known = dict(self._database.execute("SELECT item_id, digest FROM items"))
        changed = [item for item in media if known.get(item.id) != _digest(item, folder)]
        gone = known.keys() - {item.id for item in media}
        self.update(changed, gone, project_path)
        return len(changed) + len(gone)

    def update(self, changed: Iterable[MediaItem], gone: Iterable[str], project_path: Path) -> None:
        """Index items that are new or have changed, and drop others, by their ids.

        New entries take the time their file was written as the time they were made.
        """
        folder = media_folder(project_path)
        with self._database:
            for item_id in gone:
                self._delete(self.row_of(item_id))
            for item in changed:
                row = self.row_of(item.id)
                self._delete(row)
                self._insert(row, item, folder)

    def search(self, wanted: GalleryFilter) -> Found:
        """Return the rows that a filter lets through."""
        conditions, values = _conditions(wanted)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        order = _ORDERS[wanted.order]
        if wanted.order == "board" and wanted.items is not None:
            # Every take has its place on a board: nothing is stacked there.
            places = msgspec.json.encode(wanted.items).decode()
            source = "json_each(?) AS place JOIN items ON item_id = place.value"
            query = f"SELECT row, 1 FROM {source} {where} ORDER BY place.key"
            values = [places, *values]
        elif wanted.stacked and not wanted.stack:
            # With a bare MAX(), SQLite takes the other columns from the row that has the greatest value.
            query = (
                "SELECT row, size FROM (SELECT row, title, rating, width, height, MAX(created) AS created, "
                f"COUNT(*) AS size FROM items {where} GROUP BY stack) ORDER BY {order}"
            )
        else:
            query = f"SELECT row, 1 FROM items {where} ORDER BY {order}"
        found = self._database.execute(query, values).fetchall()
        return Found(array("q", [row for row, _ in found]), array("q", [size for _, size in found]))

    def items(self, rows: Sequence[int]) -> dict[int, GalleryItem]:
        """Return the items of rows; rows that are gone are left out."""
        marks = ",".join("?" * len(rows))
        query = f"SELECT row, {_COLUMNS} FROM items LEFT JOIN recipes USING (row) WHERE row IN ({marks})"
        cursor = self._database.execute(query, list(rows))
        return {values[0]: _item(values[1:]) for values in cursor}

    def row_of(self, item_id: str) -> int | None:
        """Return the row of an item."""
        found = self._database.execute("SELECT row FROM items WHERE item_id = ?", (item_id,)).fetchone()
        return None if found is None else int(found[0])

    def rows_of(self, item_ids: Iterable[str]) -> list[int]:
        """Return the rows of items, in their order; unknown ones are left out."""
        wanted = list(item_ids)
        query = "SELECT item_id, row FROM items WHERE item_id IN (SELECT value FROM json_each(?))"
        found = dict(self._database.execute(query, (msgspec.json.encode(wanted).decode(),)))
        return [found[item_id] for item_id in wanted if item_id in found]

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind, without rejected ones."""
        return dict(self._database.execute("SELECT kind, COUNT(*) FROM items WHERE NOT rejected GROUP BY kind"))

    def models(self) -> tuple[str, ...]:
        """Return the models that results were made with."""
        query = "SELECT DISTINCT model FROM items WHERE model != '' ORDER BY model COLLATE NOCASE"
        return tuple(row[0] for row in self._database.execute(query))

    def styles(self) -> tuple[str, ...]:
        """Return the styles that results were made with."""
        cursor = self._database.execute("SELECT DISTINCT styles FROM items WHERE styles != ''")
        return tuple(sorted({style for (styles,) in cursor for style in styles.split(_STYLE_SEPARATOR)}))

    def _insert(self, row: int | None, item: MediaItem, folder: Path) -> None:
        """Index an item, in its former row if it had one, so that what is shown keeps its place."""
        facts = facts_of(item)
        path = folder.joinpath(*item.path.split("/"))
        try:
            created = path.stat().st_mtime
        except OSError:
            created = 0.0
        values = (
            *(row, item.id, _digest(item, folder), str(path), item.kind, item.name, facts.prompt, facts.model),
            *(_STYLE_SEPARATOR.join(facts.styles), facts.seed, item.info.width, item.info.height),
            *(float(item.info.duration), item.rating, item.colour_mark, int(item.rejected), created),
            *(item.sha256, int(item.recipe is None), facts.stack),
        )
        marks = ",".join("?" * len(values))
        row = self._database.execute(f"INSERT INTO items VALUES ({marks})", values).lastrowid
        words = (row, item.name, facts.prompt, facts.model, " ".join(facts.styles))
        self._database.execute("INSERT INTO words (rowid, title, prompt, model, styles) VALUES (?, ?, ?, ?, ?)", words)
        if item.recipe is not None:
            self._database.execute("INSERT INTO recipes VALUES (?, ?)", (row, to_json(item.recipe).decode()))

    def _delete(self, row: int | None) -> None:
        if row is None:
            return
        self._database.execute("DELETE FROM words WHERE rowid = ?", (row,))
        self._database.execute("DELETE FROM recipes WHERE row = ?", (row,))
        self._database.execute("DELETE FROM items WHERE row = ?", (row,))


def open_index(folder: Path, project_path: Path) -> GalleryIndex:
    """Open the index of a project; one that cannot be brought to the present schema is made anew.

    Raises:
        PortraitsError: the folder cannot be written.
    """
    name = hashlib.blake2b(str(project_path.absolute()).encode(), digest_size=12).hexdigest()
    return GalleryIndex(folder / f"{name}.sqlite")


def fts_query(text: str) -> str:
    """Turn what a person types into a full-text query: every word must begin a word of the entry."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", text))


_ENCODER = msgspec.msgpack.Encoder(enc_hook=encode_hook)


def _digest(item: MediaItem, folder: Path) -> bytes:
    """Return a digest of everything the index takes from an item; landmarks and captions are left out."""
    facts: list[Any] = [
        *(str(folder), item.path, item.kind, item.name, item.recipe, item.info.width, item.info.height),
        *(item.info.duration, item.rating, item.colour_mark, item.rejected, item.sha256),
    ]
    return hashlib.blake2b(_ENCODER.encode(facts), digest_size=16).digest()


def _conditions(wanted: GalleryFilter) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []

    def add(condition: str, *arguments: Any) -> None:
        conditions.append(condition)
        values.extend(arguments)

    query = fts_query(wanted.text)
    if query:
        add("row IN (SELECT rowid FROM words WHERE words MATCH ?)", query)
    for column, accepted in (("kind", wanted.kinds), ("mark", wanted.marks), ("item_id", wanted.items)):
        if accepted or (accepted is not None and column == "item_id"):
            add(f"{column} IN (SELECT value FROM json_each(?))", msgspec.json.encode(accepted).decode())
    if wanted.model:
        add("model = ?", wanted.model)
    if wanted.style:
        separated = f"{_STYLE_SEPARATOR}{wanted.style}{_STYLE_SEPARATOR}"
        add("instr(? || styles || ?, ?) > 0", _STYLE_SEPARATOR, _STYLE_SEPARATOR, separated)
    if wanted.seed is not None:
        add("seed = ?", wanted.seed)
    if wanted.min_side:
        add("MIN(width, height) >= ?", wanted.min_side)
    if wanted.after is not None:
        add("created >= ?", wanted.after)
    if wanted.before is not None:
        add("created < ?", wanted.before)
    if wanted.rating:
        add("rating >= ?", wanted.rating)
    if wanted.rejected is not None:
        add("rejected = ?", int(wanted.rejected))
    if wanted.imported is not None:
        add("imported = ?", int(wanted.imported))
    if wanted.stack:
        add("stack = ?", wanted.stack)
    return conditions, values


def _item(values: Sequence[Any]) -> GalleryItem:
    item_id, path, kind, title, prompt, model, styles, seed, width, height, duration, *rest = values
    rating, mark, rejected, created, sha256, stack, recipe = rest
    return GalleryItem(
        item_id=item_id,
        path=path,
        kind=kind,
        title=title,
        prompt=prompt,
        model=model,
        styles=tuple(styles.split(_STYLE_SEPARATOR)) if styles else (),
        seed=seed,
        width=width,
        height=height,
        duration=duration,
        rating=rating,
        mark=mark,
        rejected=bool(rejected),
        created=created,
        sha256=sha256,
        recipe=recipe or "",
        stack=stack,
    )
