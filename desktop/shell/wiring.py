"""Which signal of a pane leads where: the one place that ties the panes of the window together."""

from functools import partial
from typing import TYPE_CHECKING

from desktop.create.morph_panel import MorphPanel
from desktop.create.panel import JobPanel

if TYPE_CHECKING:
    from desktop.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Connect the panes of a window with what answers them."""
    window.gallery.opened.connect(window.showing.show_item)
    window.gallery.chosen_changed.connect(window.showing.on_chosen)
    window.gallery.making.clicked.connect(window.showing.show_making)
    window.gallery.scope.said.connect(window.say)
    window.gallery.scope.said_with_undo.connect(window.say_undoable)
    for pane in (window.gallery, window.viewer, window.welcome):
        pane.files_dropped.connect(window.files.take)
    window.timeline.files_dropped.connect(window.files.place)
    window.timeline.said.connect(window.say)
    window.timeline.touched.connect(window.stage.show_film)
    window.timeline.take_wanted.connect(window.takes.make)
    window.timeline.again_wanted.connect(window.takes.make_again)
    window.takes.said.connect(window.say)
    window.proxies.said.connect(window.say)
    window.proxies.made.connect(window.film.frames.refresh)
    window.audio.said.connect(window.say)
    window.audio.area_wanted.connect(window.showing.show_sound)
    window.audio.placed.connect(window.stage.show_film)
    window.audio.models_wanted.connect(window.showing.bring_models)
    window.motion.said.connect(window.say)
    window.motion.area_wanted.connect(window.arrangement.choose_area)
    window.motion.models_wanted.connect(window.showing.bring_models)
    window.motion.animate_wanted.connect(window.showing.animate_by)
    window.project.guards.append(window.motion.may_leave)
    window.training.said.connect(window.say)
    window.training.compare_wanted.connect(window.showing.compare_by_tokenizer)
    window.series.said.connect(window.say)
    window.made.opened.connect(window.showing.open_result)
    window.services.importer.finished.connect(window.showing.stay_at_results)
    window.film.noted.connect(window.say)
    window.export.closed.connect(window.arrangement.leave_export)
    window.export.refused.connect(window.say)
    window.export.started.connect(window.jobs.on_started)
    window.film.player.shown.connect(window.timeline.follow)
    window.timeline.canvas.scrubbing.connect(window.film.player.set_scrubbing)
    window.timeline.opened.connect(window.showing.open_clip)
    window.details.rated.connect(window.gallery.rate)
    window.details.closed.connect(window.details.hide)
    window.details.menu_wanted.connect(window.gallery.show_menu_above)
    window.project.opened.connect(window.arrangement.show_project)
    window.project.closed.connect(window.arrangement.show_welcome)
    window.project.refused.connect(window.show_failure)
    window.services.packing.packed.connect(window.jobs.say_written)
    window.results.said.connect(window.say)
    window.results.trashed.connect(window.say_with_undo)
    window.results.offered.connect(window.offer_settings)
    window.results.compared.connect(window.showing.compare)
    window.results.panel_wanted.connect(window.open_panel)
    window.welcome.sample_wanted.connect(window.project.sample)
    window.welcome.new_wanted.connect(window.project.new)
    window.welcome.open_wanted.connect(window.project.choose)
    window.welcome.project_wanted.connect(window.project.open)
    window.welcome.models_wanted.connect(window.side_windows.show_models)
    window.queue.edit_wanted.connect(window.jobs.edit)
    window.queue.show_wanted.connect(window.jobs.show_result)
    window.queue.details_wanted.connect(window.jobs.show_failure)
    window.queue.removed.connect(window.jobs.say_removed)
    window.job_bar.queue_pressed.connect(window.arrangement.toggle_queue)
    window.job_bar.stop_pressed.connect(window.jobs.stop)
    window.landmarks.said.connect(window.say)
    window.landmarks.failed.connect(window.show_failure)
    window.landmarks.area_wanted.connect(window.arrangement.choose_area)
    window.pages.currentChanged.connect(window.arrangement.on_page)
    window.bar.area_chosen.connect(window.arrangement.choose_area)
    window.palette_.run.connect(window.run_entry)
    window.palette_.shortcut_wanted.connect(window.showing.choose_shortcut)
    window.services.document.changed.connect(window.show_film)
    window.create_pane.made.connect(partial(wire_panel, window))


def wire_panel(window: "MainWindow", panel: JobPanel) -> None:
    """Connect a create panel, which is made when it is wanted first."""
    panel.started.connect(window.jobs.on_started)
    panel.started.connect(window.showing.follow_job)
    panel.refused.connect(window.say)
    panel.models_wanted.connect(window.side_windows.show_models)
    if isinstance(panel, MorphPanel):
        panel.add_pictures.connect(window.files.choose_pictures)
        panel.landmarks_wanted.connect(window.landmarks.open_paths)
