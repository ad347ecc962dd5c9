"""What the columns of the gallery's table say."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.state.gallery_item import GalleryItem

COLUMNS = ("name", "kind", "prompt", "model", "seed", "size", "length", "rating", "made")


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
        "made": translate("Gallery", "Made"),
    }
    return titles[column]


def cell_text(item: GalleryItem, column: str) -> str:
    """Return what a cell says."""
    match column:
        case "name":
            return item.title
        case "kind":
            return item.kind
        case "prompt":
            return item.prompt
        case "model":
            return item.model
        case "seed":
            return "" if item.seed is None else str(item.seed)
        case "size":
            return f"{item.width} × {item.height}" if item.width else ""
        case "length":
            return f"{item.duration:.2f} s" if item.duration else ""
        case "rating":
            return "★" * item.rating
        case _:
            return datetime.fromtimestamp(item.created).astimezone().strftime("%Y-%m-%d %H:%M")
