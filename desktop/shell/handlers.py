"""What every command does: one line for each command of :data:`desktop.shell.actions.ACTIONS`."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.window import MainWindow


def handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return the functions of a window's commands by key."""
    actions, services = window.actions_, window.services
    stage, arrangement = window.stage, window.arrangement

    def choose_theme(mode: str) -> None:
        services.settings.set_value("appearance.theme", mode)

    return {
        "file.new": window.project.new,
        "file.open": window.project.choose,
        "file.sample": window.project.sample,
        "file.save": window.project.save,
        "file.save_as": window.project.save_as,
        "file.add": window.files.choose,
        "file.export": arrangement.toggle_export,
        "file.close": window.project.close,
        "file.quit": window.close,
        "edit.undo": services.document.undo.undo,
        "edit.redo": services.document.undo.redo,
        "edit.history": window.show_history,
        "edit.find": lambda: window.palette_.open(),
        "edit.settings": window.open_settings,
        "gallery.open": window.open_chosen,
        "gallery.place": window.results.place,
        "gallery.compare": window.results.compare,
        "gallery.reject": window.gallery.reject,
        "gallery.trash": window.results.trash,
        "gallery.search": window.search_gallery,
        "gallery.copy": window.results.copy_picture,
        "gallery.copy_words": window.results.copy_words,
        "gallery.show_file": window.results.show_file,
        "landmarks.open": window.correct_landmarks,
        "gallery.reuse": window.results.reuse,
        "gallery.details": window.toggle_details,
        "gallery.table": lambda: window.gallery.show_table(actions["gallery.table"].isChecked()),
        "view.gallery": partial(arrangement.toggle_dock, "gallery"),
        "view.create": partial(arrangement.toggle_dock, "create"),
        "view.timeline": partial(arrangement.toggle_dock, "timeline"),
        "view.queue": arrangement.toggle_queue,
        "view.next_pane": partial(arrangement.go_to_pane, 1),
        "view.previous_pane": partial(arrangement.go_to_pane, -1),
        "view.fullscreen": arrangement.toggle_fullscreen,
        "view.reset": arrangement.reset,
        "view.light": partial(choose_theme, "light"),
        "view.dark": partial(choose_theme, "dark"),
        "view.system": partial(choose_theme, "system"),
        "create.morph": partial(window.open_panel, "morph"),
        "create.voice": partial(window.open_panel, "voice"),
        "create.morph_selected": window.results.morph,
        "create.start": window.jobs.start,
        "job.stop": window.jobs.stop,
        "job.stop_now": services.queue.stop_now,
        "job.pause": window.jobs.toggle_pause,
        "play.toggle": stage.toggle,
        "play.stop": stage.pause,
        "play.shuttle_back": partial(stage.shuttle, -1),
        "play.shuttle_forward": partial(stage.shuttle, 1),
        "play.back": partial(stage.step, -1),
        "play.forward": partial(stage.step, 1),
        "play.second_back": partial(stage.step_second, -1),
        "play.second_forward": partial(stage.step_second, 1),
        "play.start": stage.go_to_start,
        "play.end": stage.go_to_end,
        "play.loop": stage.set_loop,
        "play.full": arrangement.toggle_full_picture,
        "window.models": window.show_models,
        "window.engine": services.engine.restart,
        "help.log": window.show_log,
        "help.report": window.copy_report,
        "help.keys": lambda: window.palette_.open(group="commands"),
        "help.about": window.about,
    }
