"""What every command does: one line for each command of :data:`desktop.shell.actions.ACTIONS`."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.shell.areas import AREAS, DOCKS

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
        "file.pack": window.project.pack,
        "file.timeline": window.timelines.choose,
        "file.add": window.files.choose,
        "file.stop_adding": window.files.stop_adding,
        "file.export": arrangement.toggle_export,
        "file.close": window.project.close,
        "file.quit": window.close,
        "edit.undo": services.document.undo.undo,
        "edit.redo": services.document.undo.redo,
        "edit.history": window.side_windows.show_history,
        "edit.find": lambda: window.palette_.open(),
        "edit.settings": window.side_windows.show_settings,
        "gallery.open": window.showing.open_chosen,
        "gallery.place": window.results.place,
        "gallery.compare": window.results.compare,
        "gallery.reject": window.gallery.reject,
        "gallery.trash": window.results.trash,
        "gallery.search": window.showing.search_gallery,
        "gallery.copy": window.results.copy_picture,
        "gallery.copy_words": window.results.copy_words,
        "gallery.show_file": window.results.show_file,
        "landmarks.open": window.showing.correct_landmarks,
        "gallery.reuse": window.results.reuse,
        "gallery.new_take": window.results.new_take,
        "gallery.animate": window.results.animate,
        "gallery.shot": window.results.make_shot,
        "gallery.takes": window.gallery.show_takes,
        "gallery.new_board": window.gallery.new_board,
        "gallery.earlier": partial(window.showing.move_on_board, -1),
        "gallery.later": partial(window.showing.move_on_board, 1),
        "gallery.details": window.showing.toggle_details,
        "gallery.table": lambda: window.gallery.show_table(actions["gallery.table"].isChecked()),
        **{f"view.{dock.key}": partial(arrangement.toggle_dock, dock.key) for dock in DOCKS},
        "view.queue": arrangement.toggle_queue,
        "view.next_pane": partial(arrangement.go_to_pane, 1),
        "view.previous_pane": partial(arrangement.go_to_pane, -1),
        "view.fullscreen": arrangement.toggle_fullscreen,
        "view.reset": arrangement.reset,
        "view.light": partial(choose_theme, "light"),
        "view.dark": partial(choose_theme, "dark"),
        "view.system": partial(choose_theme, "system"),
        **{
            f"create.{key}": partial(window.open_panel, key)
            for key in ("image", "morph", "video", "voice", "animate", "train")
        },
        "create.morph_selected": window.results.morph,
        "create.start": window.jobs.start,
        "job.stop": window.jobs.stop,
        "job.stop_now": services.queue.stop_now,
        "job.pause": window.services.queue.toggle_pause,
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
        **{f"area.{area.key}": partial(arrangement.choose_area, area.key) for area in AREAS},
        "window.models": window.side_windows.show_models,
        "window.engine": services.engine.restart,
        "help.log": window.reports.show_log,
        "help.report": window.reports.copy,
        "help.keys": partial(window.side_windows.show_settings, "shortcuts"),
        "help.update": window.updates.look,
        "help.about": window.side_windows.show_about,
    }
