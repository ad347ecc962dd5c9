"""Estimates, the choice of a model, and what is offered to machines that are too small."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from engine.devices.architectures import SKYREELS
from engine.diffusion.memory import Room
from engine.host.estimate import estimate, need_of
from engine.host.smaller import smaller
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.video import VideoJob
from engine.protocol.video_models import MODELS
from engine.video.files import NetworkShape, find_model
from engine.video.needs import best_model, files_for, plan_of, video_needs, work_of
from engine.video.offers import offers, smaller_shot
from tests.video.conftest import IDS

PICTURE = Source(path="a.png")


def card(gigabytes: float) -> Device:
    size = int(gigabytes * 1e9)
    return Device(id="cuda:0", kind="cuda", name="Card", memory_total=size, memory_free=size, capability="8.9")


def room(gigabytes: float, main: float = 128) -> Room:
    return Room(card(gigabytes), int(main * 1e9))


def job(**fields: Any) -> VideoJob:
    return VideoJob(prompt="a man", output="a.mp4", **fields)


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (NetworkShape(30, 1536, 8960, 12, 4096, False, False, True), "1.3B"),
        (NetworkShape(40, 5120, 13824, 40, 4096, False, False, False), "14B"),
        (NetworkShape(40, 5120, 13824, 40, 4096, True, False, False), "14B-I2V"),
    ],
)
def test_parameters_are_told_from_the_sizes(shape: NetworkShape, size: str) -> None:
    assert shape.parameters == pytest.approx(SKYREELS[size].parameters, rel=0.003)


def test_the_published_peaks_are_between_the_plans() -> None:
    """The authors' own offload took 43.4 GB for 14B and 14.7 GB for 1.3B at 960 x 544 and 97 frames."""
    large = video_needs(job(model="skyreels-v2-t2v-14b-540p"), card(80))
    small = video_needs(job(model=IDS["df"]), card(80))
    plans = {plan.kind: plan.device_memory / 1e9 for plan in large.alternatives}
    assert plans["group"] < 15 < 30 < plans["model"] < 43.4
    plans = {plan.kind: plan.device_memory / 1e9 for plan in small.alternatives}
    assert plans["group"] < 8 < plans["model"] < 14.7
    assert plans["none"] < 16


@pytest.mark.parametrize(("gigabytes", "kind"), [(80, "none"), (40, "none"), (36, "group"), (24, "group"), (7, "none")])
def test_the_plan_follows_the_memory(gigabytes: float, kind: str) -> None:
    plan = plan_of(job(), MODELS[0], room(gigabytes))
    assert plan.kind == kind or not plan.fits
    assert plan.fits == (plan.device_memory <= gigabytes * 1e9)


def test_without_offload_everything_stays_on_the_card() -> None:
    assert video_needs(job(model=IDS["df"], enable_offload=False), card(4)).plan.kind == "none"
    assert video_needs(job(model=IDS["df"], offload="group"), card(80)).plan.kind == "group"


def test_longer_larger_and_asynchronous_shots_need_more() -> None:
    plain = job(model=IDS["df"])
    for more in (
        {"num_frames": 257},
        {"width": 1280, "height": 720},
        {"num_frames": 97, "asynchronous": True},
        {"guidance_scale": 6.0, "steps": 60},
    ):
        assert work_of(replace(plain, **more)) > 1.5 * work_of(plain)
    # A long shot takes no more memory than one of its windows, and four times the disk.
    long, short = video_needs(replace(plain, num_frames=417), card(80)), video_needs(plain, card(80))
    assert long.plan.device_memory == short.plan.device_memory
    assert long.disk == pytest.approx(short.disk * 417 / 97, rel=0.01)
    assert work_of(replace(plain, draft=True, width=960)) < work_of(plain) / 8


def test_auto_takes_the_best_that_is_there_and_fits(store: Store, tmp_path: Path) -> None:
    assert best_model(job(), store, room(80)).id == IDS["t2v"]
    assert best_model(job(), store, room(6, main=20)).id == IDS["df"]
    assert best_model(job(image=PICTURE), store, room(80)).id in (IDS["i2v"], IDS["df"])
    assert best_model(job(num_frames=257), store, room(80)).id == IDS["df"]
    nothing = Store(tmp_path / "empty", offline=True)
    assert best_model(job(), nothing, room(80)).id == "skyreels-v2-t2v-14b-540p"
    assert best_model(job(width=1280, height=720), nothing, room(80)).id == "skyreels-v2-t2v-14b-720p"
    assert best_model(job(), nothing, room(7, main=16)).id == IDS["df"]
    assert best_model(job(movie=PICTURE), nothing, room(80)).id == "skyreels-v2-df-14b-540p"


def test_on_a_processor_the_small_model_comes_first(store: Store, tmp_path: Path) -> None:
    size = 200 * 10**9
    device = Device(id="cpu", kind="cpu", name="Processor", memory_total=size, memory_free=size)
    for there in (store, Store(tmp_path / "empty", offline=True)):
        assert best_model(job(), there, Room(device, size)).id == IDS["df"]
    context = SilentContext()
    files_for(job(), store, Room(device, size), context.note)
    assert context.notes == [
        "SkyReels-V2 1.3B, long shots, 540p was taken: SkyReels-V2 14B, 540p would take days on a processor."
    ]


def test_a_smaller_model_than_the_best_is_said(store: Store) -> None:
    context = SilentContext()
    assert files_for(job(), store, room(6, main=20), context.note).forcing
    assert len(context.notes) == 1
    assert context.notes[0].startswith("SkyReels-V2 1.3B, long shots, 540p was taken: SkyReels-V2 14B, 540p needs")


def test_the_small_model_a_smaller_size_and_fewer_frames_are_offered() -> None:
    found = list(offers(job(model="skyreels-v2-t2v-14b-540p")))
    assert [offer.job.model for offer in found] == [IDS["df"], *["skyreels-v2-t2v-14b-540p"] * 2]
    assert (found[1].job.width, found[1].job.height, found[2].job.num_frames) == (720, 416, 49)
    small = list(offers(job(model=IDS["df"], num_frames=257)))
    assert [offer.words for offer in small] == [
        "with 720 x 416 instead of 960 x 544 pixels",
        "with windows of 49 instead of 97 frames",
    ]
    assert not list(offers(job(model=IDS["df"], width=256, height=256, num_frames=33)))


def test_the_small_model_is_not_offered_where_auto_takes_it_anyway() -> None:
    assert [offer.job.model for offer in offers(job(), room(7, main=16))] == ["auto", "auto"]
    assert next(offers(job(), room(80))).job.model == IDS["df"]


def test_the_first_offer_that_fits_is_taken() -> None:
    asked = job(model="skyreels-v2-t2v-14b-540p", offload="none")
    tight = room(22)
    assert not plan_of(asked, MODELS[0], tight).fits
    offer = smaller_shot(asked, tight)
    assert offer is not None
    assert offer.job.model == IDS["df"]
    step = smaller(asked)
    assert step is not None
    assert step.words.startswith("with ")


def test_a_folder_of_ones_own_is_estimated_by_its_own_size(store: Store, tmp_path: Path) -> None:
    folder = find_model(IDS["t2v"], store).path
    own = tmp_path / "my-own-model"
    own.symlink_to(folder)
    published, small = job(model=IDS["df"]), job(model=str(own))
    assert work_of(small) < work_of(published) / 5
    assert video_needs(small, card(80)).plan.device_memory < video_needs(published, card(80)).plan.device_memory


def test_the_estimate_of_the_host_knows_shots() -> None:
    need = need_of(job(model="skyreels-v2-t2v-14b-540p"))
    assert need.memory > 5e9
    assert need.disk > 1e6
    assert need.work > 1000
    assert estimate(job(model="skyreels-v2-t2v-14b-540p")).memory == need.memory


def test_the_estimate_rates_every_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.diffusion.memory.chosen_device", lambda: card(12))
    asked = job(model="skyreels-v2-t2v-14b-540p", offload="none")
    found = estimate(asked)
    assert found.fit == "does_not_fit"
    assert found.plan is not None
    assert (found.plan.kind, found.plan.device_memory) == ("none", found.memory)
    assert [(offer.job.model, offer.job.width, offer.job.num_frames) for offer in found.offers] == [  # type: ignore[union-attr]
        (IDS["df"], 960, 97),
        (asked.model, 720, 97),
        (asked.model, 960, 49),
    ]
    assert {offer.fit for offer in found.offers[1:]} == {"does_not_fit"}
    monkeypatch.setattr("engine.diffusion.memory.chosen_device", lambda: card(200))
    assert not estimate(asked).offers
