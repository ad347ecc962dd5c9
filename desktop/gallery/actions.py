"""The commands of the gallery, declared as data like those of the window."""

from desktop.shell.action_spec import ActionSpec

GALLERY_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("gallery.open", "Open the chosen result", "Edit", ("Return",), "eye", separator=True, scope="gallery"),
    ActionSpec("gallery.place", "Place on timeline", "Edit", ("P",), "arrow-down-to-line", scope="gallery"),
    ActionSpec("gallery.compare", "Compare two pictures", "Edit", ("Ctrl+D",), "columns-2", scope=""),
    ActionSpec("gallery.reject", "Reject", "Edit", ("X",), "ban", scope="gallery", also="mark bad"),
    ActionSpec(
        "gallery.trash", "Move to the trash", "Edit", ("Delete",), "trash-2", scope="gallery", also="delete remove"
    ),
    ActionSpec("gallery.search", "Search the gallery", "Edit", ("Ctrl+F",), "search"),
    ActionSpec("gallery.copy", "Copy picture", "Edit", ("Ctrl+C",), "copy", scope="gallery"),
    ActionSpec("gallery.copy_words", "Copy words of the recipe", "Edit", (), "copy", also="prompt"),
    ActionSpec("gallery.show_file", "Show in folder", "Edit", (), "folder"),
    ActionSpec("gallery.reuse", "Use these settings", "Edit", (), "sliders-horizontal", also="recipe again"),
    ActionSpec(
        "gallery.new_take",
        "Make a new take",
        "Edit",
        ("Ctrl+Shift+T",),
        "refresh-cw",
        scope="gallery",
        also="variation next seed again",
    ),
    ActionSpec("gallery.takes", "Show all takes", "Edit", ("T",), "layers", scope="gallery", also="stack variations"),
    ActionSpec("gallery.animate", "Animate this", "Edit", (), "person-standing", also="motion dance move person"),
    ActionSpec("gallery.shot", "Make a shot of this", "Edit", (), "clapperboard", also="movie extend picture"),
    ActionSpec(
        "gallery.new_board", "Make a board of the selection", "Edit", (), "layout-grid", also="collection group folder"
    ),
    ActionSpec(
        "gallery.earlier", "Earlier on the board", "Edit", ("Alt+Left",), "arrow-left", scope="gallery", also="move"
    ),
    ActionSpec(
        "gallery.later", "Later on the board", "Edit", ("Alt+Right",), "arrow-right", scope="gallery", also="move"
    ),
    ActionSpec("gallery.details", "Show details", "View", ("Alt+Return",), "info", also="recipe seed"),
    ActionSpec(
        "gallery.table", "Show the gallery as a table", "View", ("Ctrl+T",), "list", checkable=True, scope="gallery"
    ),
)
