"""What the panel for portraits makes: pictures, a series that becomes a morph, or a grid; and the fields of each."""

from PySide6.QtWidgets import QWidget

from desktop.create.form import Form
from desktop.widgets.chips import Option
from desktop.widgets.labels import box, label, row
from desktop.widgets.pane import section
from desktop.widgets.words import tr
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Job

MODES: dict[str, type[Job]] = {"pictures": ImageJob, "series": SeriesJob, "grid": GridJob}


def modes() -> list[Option]:
    """Return the choices between them."""
    return [
        Option("pictures", tr("Pictures")),
        Option("series", tr("Series"), help=tr("One portrait for each variation, and a morph through them.")),
        Option("grid", tr("Grid"), help=tr("Seeds and strengths of styles side by side.")),
    ]


def series_section(form: Form) -> QWidget:
    """Return the fields of a series."""
    words = tr("Each becomes a portrait; a morph through all of them goes on the timeline.")
    return section(
        tr("Variations"),
        label(words, "tiny", "text2", wrap=True),
        form.editor("variations").widget,
        _pair(form, "hold", "morph"),
        _pair(form, "fps", "retries"),
    )


def grid_section(form: Form) -> QWidget:
    """Return the fields of a grid."""
    return section(
        tr("Grid"),
        form.field("seeds", hint=tr("a row for each")),
        form.field("strengths", hint=tr("a column for each")),
        form.field("prompts", hint=tr("a band for each")),
        form.field("keep_pictures"),
    )


def _pair(form: Form, first: str, second: str) -> QWidget:
    parts = row(form.field(first), form.field(second), space=12)
    for index in (0, 1):
        parts.setStretch(index, 1)
    return box(parts)
