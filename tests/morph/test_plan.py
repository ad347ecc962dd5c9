import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.morph.plan import plan_movie
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.morph import MorphJob


def job(**fields: object) -> MorphJob:
    return MorphJob(inputs=(Source(path="x"),), output="x.mp4", **fields)  # type: ignore[arg-type]


@given(st.integers(2, 40), st.integers(0, 30))
def test_count_rule(pictures: int, between: int) -> None:
    assert len(plan_movie(job(morph_frames=between), pictures)) == pictures + (pictures - 1) * between


def test_ten_pictures_with_eight_between_give_82_frames() -> None:
    assert len(plan_movie(job(), 10)) == 82


def test_every_picture_is_shown_and_the_way_is_even() -> None:
    moments = plan_movie(job(morph_frames=3), 3)
    assert [(m.first, m.second, m.time) for m in moments] == [
        *[(0, 1, t) for t in (0.0, 0.25, 0.5, 0.75)],
        *[(1, 2, t) for t in (0.0, 0.25, 0.5, 0.75, 1.0)],
    ]


def test_each_pair_may_have_its_own_length() -> None:
    moments = plan_movie(job(pair_frames=(1, 5)), 3)
    assert sum(m.first == 0 for m in moments) == 2
    assert len(moments) == 3 + 6


def test_holds_come_on_top() -> None:
    moments = plan_movie(job(morph_frames=2, hold_first=3, hold_between=4, hold_last=5), 3)
    assert len(moments) == 3 + 4 + 3 + 4 + 5
    assert [m.time for m in moments[:4]] == [0] * 4
    assert [m.time for m in moments[-6:]] == [1] * 6
    assert sum(m.first == 1 and m.time == 0 for m in moments) == 5


def test_a_loop_leads_back_to_the_first_picture() -> None:
    moments = plan_movie(job(morph_frames=4, repeat="loop"), 3)
    assert len(moments) == 3 + 3 * 4
    assert (moments[-1].first, moments[-1].second, moments[-1].time) == (2, 0, 0.8)
    assert moments[0].time == 0


def test_ping_pong_repeats_neither_end() -> None:
    once = plan_movie(job(morph_frames=2), 3)
    both = plan_movie(job(morph_frames=2, repeat="ping_pong"), 3)
    assert both == once + once[-2:0:-1]


def test_one_picture_is_no_morph() -> None:
    with pytest.raises(PortraitsError, match="at least two"):
        plan_movie(job(), 1)


def test_numbers_for_another_count_of_pairs_are_refused() -> None:
    with pytest.raises(PortraitsError, match="2 pairs"):
        plan_movie(job(pair_frames=(1, 2, 3)), 3)


def test_too_many_frames_are_refused_before_they_are_listed() -> None:
    with pytest.raises(PortraitsError, match="frames"):
        plan_movie(job(morph_frames=2400), 5000)


@pytest.mark.parametrize(
    "fields", [{"fps": "0"}, {"fps": "241"}, {"width": 640}, {"width": 8, "height": 8}, {"morph_frames": -1}]
)
def test_a_job_that_makes_no_sense_is_refused(fields: dict[str, object]) -> None:
    from engine.protocol.values import from_json

    data = {"kind": "morph", "inputs": [{"path": "x"}], "output": "x.mp4"} | fields
    with pytest.raises(msgspec.ValidationError):
        from_json(msgspec.json.encode(data), MorphJob)
