"""What the columns of the gallery's table say."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.state.gallery_item import GalleryItem
from desktop.widgets.numbers import number_text

COLUMNS = ("name", "kind", "prompt", "model", "seed", "size", "length", "rating", "mark", "state", "made")


def column_title(column: str) -> str:
    """Return the title of a column."""
    translate = QCoreApplication.translate
    titles = {
        "name": translate("Gallery", "Name"),
        "kind": translate("Gallery", "Kind"),
        "prompt": translate("Gallery", "Prompt"),
        "model": translate("Gallery", "Model"),
        "seed": translate("Gallery", "Seed"),
        "size": translate("Gallery", "Size"),
        "length": translate("Gallery", "Length"),
        "rating": translate("Gallery", "Rating"),
        "mark": translate("Gallery", "Mark"),
        "state": translate("Gallery", "State"),
        "made": translate("Gallery", "Made"),
    }
    return titles[column]


def cell_text(item: GalleryItem, column: str) -> str:
    """Return what a cell says."""
    match column:
        case "name":
            return item.title
        case "kind":
            return kind_text(item.kind)
        case "prompt":
            return item.prompt
        case "model":
            return item.model
        case "seed":
            return "" if item.seed is None else str(item.seed)
        case "size":
            return f"{item.width} × {item.height}" if item.width else ""
        case "length":
            return f"{number_text(item.duration, 2)} s" if item.duration else ""
        case "rating":
            return "★" * item.rating
        case "mark":
            return _mark_text(item.mark)
        case "state":
            return _state_text(item)
        case _:
            return datetime.fromtimestamp(item.created).astimezone().strftime("%Y-%m-%d %H:%M")


def kind_text(kind: str) -> str:
    """Return what a kind of media is called inside a line."""
    translate = QCoreApplication.translate
    return {
        "picture": translate("Gallery", "picture"),
        "movie": translate("Gallery", "movie"),
        "shot": translate("Gallery", "shot"),
        "animation": translate("Gallery", "animation"),
        "sound": translate("Gallery", "sound"),
        "voice": translate("Gallery", "voice"),
        "music": translate("Gallery", "music"),
        "motion": translate("Gallery", "motion"),
    }[kind]


def _mark_text(mark: str) -> str:
    translate = QCoreApplication.translate
    return {
        "": "",
        "red": translate("Gallery", "red"),
        "amber": translate("Gallery", "amber"),
        "green": translate("Gallery", "green"),
        "blue": translate("Gallery", "blue"),
        "violet": translate("Gallery", "violet"),
    }[mark]


def _state_text(item: GalleryItem) -> str:
    """Return what a tile shows by signs: missing, rejected, how many takes it stands for."""
    translate = QCoreApplication.translate
    said = []
    if item.missing:
        said.append(translate("Gallery", "missing"))
    if item.rejected:
        said.append(translate("Gallery", "rejected"))
    if item.stack_size > 1:
        said.append(translate("Gallery", "{n} takes").format(n=item.stack_size))
    return ", ".join(said)
