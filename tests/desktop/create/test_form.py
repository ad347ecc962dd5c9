"""Forms allow exactly what the job structs allow."""

from typing import Any

import msgspec
import pytest

from desktop.create.curve_editor import CurveEditor
from desktop.create.editors import SegmentEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan, form_fields
from desktop.create.morph_panel import _CURVES
from engine.protocol.jobs import (
    AnimateJob,
    GridJob,
    ImageJob,
    MorphJob,
    SeriesJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
from engine.protocol.jobs.base import Source
from engine.protocol.values import decode_hook
from tests.desktop.helpers import QUIET

ALL_KINDS = (ImageJob, SeriesJob, GridJob, MorphJob, VideoJob, VoiceJob, AnimateJob, TrainTokenizerJob)

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _place_all(form: Form, kind: Any, qtbot) -> None:  # type: ignore[no-untyped-def]
    """Make every editor, and let them go with the test."""
    for path, info in form_fields(kind).items():
        if info.kind != "curve" and not info.required:
            qtbot.addWidget(form.field(path))


def test_an_untouched_form_gives_the_struct_with_its_defaults(qtbot) -> None:  # type: ignore[no-untyped-def]
    form = Form(MorphJob)
    _place_all(form, MorphJob, qtbot)
    inputs = (Source(path="a.png"), Source(path="b.png"))
    assert form.job(inputs=inputs, output="x.mp4") == MorphJob(inputs=inputs, output="x.mp4")


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_field_of_every_kind_has_an_editor(qtbot, kind: Any) -> None:  # type: ignore[no-untyped-def]
    form = Form(kind)
    paths = {path for path, info in form_fields(kind).items() if info.kind != "curve" and not info.required}
    part = form.section(SectionPlan("All", tuple((path,) for path in paths)))
    qtbot.addWidget(part)
    assert set(form.values()) == paths


def test_ranges_units_and_choices_come_from_the_struct(qtbot) -> None:  # type: ignore[no-untyped-def]
    form = Form(MorphJob)
    part = form.section(SectionPlan("Test", (("morph_frames",), ("fit",), ("repeat",))))
    qtbot.addWidget(part)
    field = form.editor("morph_frames").widget
    assert (field.minimum(), field.maximum()) == (0, 2400)  # type: ignore[attr-defined]
    fit = form.editor("fit")
    assert isinstance(fit, SegmentEditor)
    assert fit.value() == "cover"
    assert form.editor("repeat").value() == "once"


def test_reset_appears_with_a_change_and_takes_it_back(qtbot) -> None:  # type: ignore[no-untyped-def]
    form = Form(MorphJob, starts={"morph_frames": 36})
    box = form.field("morph_frames")
    qtbot.addWidget(box)
    box.show()
    assert not box.reset_button.isVisible()  # type: ignore[attr-defined]
    form.set_values({"morph_frames": 12})
    assert box.reset_button.isVisible()  # type: ignore[attr-defined]
    box.reset.emit()  # type: ignore[attr-defined]
    assert form.editor("morph_frames").value() == 36
    assert not box.reset_button.isVisible()  # type: ignore[attr-defined]


def test_what_the_struct_refuses_is_marked_and_named(qtbot) -> None:  # type: ignore[no-untyped-def]
    form = Form(MorphJob)
    box = form.field("edges")
    qtbot.addWidget(box)
    form.set_values({"edges": "#12"})
    with pytest.raises(msgspec.ValidationError) as caught:
        form.job(inputs=(Source(path="a"),), output="b.mp4")
    assert form.show_problem(caught.value).startswith("Edges: ")
    assert form.editor("edges").widget.property("wrong") is True
    form.set_values({"edges": "#123456"})
    form.job(inputs=(Source(path="a"),), output="b.mp4")
    form.show_problem(None)
    assert form.editor("edges").widget.property("wrong") is False


def test_an_empty_optional_number_stays_empty(qtbot) -> None:  # type: ignore[no-untyped-def]
    form = Form(VoiceJob)
    qtbot.addWidget(form.field("loudness"))
    loudness = form.editor("loudness")
    assert loudness.value() is None
    form.set_values({"loudness": -16.0})
    assert form.job(text="x", output="y.wav").loudness == -16.0  # type: ignore[attr-defined]
    loudness.reset()
    assert loudness.value() is None


def test_values_of_a_job_come_back_whole(qtbot) -> None:  # type: ignore[no-untyped-def]
    fields = form_fields(MorphJob)
    curves = CurveEditor({name: fields[name] for name in _CURVES})
    qtbot.addWidget(curves)
    form = Form(MorphJob, dict(curves.fields))
    _place_all(form, MorphJob, qtbot)
    job = msgspec.json.decode(
        b'{"kind":"morph","inputs":[{"path":"a"}],"output":"b.mov","fps":"24000/1001","hold_first":3,"fit":"contain",'
        b'"settings":{"shape":{"kind":"points","points":[[0,0],[0.5,1.5],[1,1]]},"align":false},'
        b'"encode":{"codec":"prores","quality":2}}',
        type=MorphJob,
        dec_hook=decode_hook,
    )
    form.set_job(job)
    assert form.job(inputs=job.inputs, output=job.output) == job
