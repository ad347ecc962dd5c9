"""The fields of jobs as data."""

import msgspec
import pytest

from engine.host.registry import job_kinds
from engine.protocol.fields import fields_of
from engine.protocol.jobs import FilmJob, MorphJob
from engine.protocol.jobs.base import Job


@pytest.mark.parametrize("kind", job_kinds())
def test_every_job_kind_can_be_shown(kind: type[Job]) -> None:
    fields = fields_of(kind)
    assert len({field.path for field in fields}) == len(fields)
    for field in fields:
        assert field.title
        assert field.kind != "choice" or field.required or field.optional or str(field.default) in field.choices


def test_bounds_units_and_defaults_come_from_the_struct() -> None:
    fields = {".".join(field.path): field for field in fields_of(MorphJob)}
    frames = fields["morph_frames"]
    assert (frames.kind, frames.lowest, frames.highest, frames.default, frames.unit) == ("whole", 0, 2400, 8, "frames")
    assert fields["inputs"].required
    assert fields["inputs"].kind == "files"
    assert fields["settings.shape"].kind == "curve"
    assert fields["encode.quality"].optional


def test_choices_keep_the_order_in_which_they_were_declared() -> None:
    fields = {".".join(field.path): field for field in fields_of(FilmJob)}
    assert fields["range"].choices == ("whole", "in_out", "between")
    assert fields["encode.speed"].choices == ("draft", "fast", "balanced", "best")


def test_a_field_that_no_form_can_show_is_named() -> None:
    class Odd(Job, frozen=True, kw_only=True, tag="odd"):
        table: dict[str, int] = msgspec.field(default_factory=dict)

    with pytest.raises(TypeError, match="table"):
        fields_of(Odd)
