"""Before the button of the shot panel: the memory plan as a bar, and what would need less; then how far windows are."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from desktop.create.memory_plan import Share, plan_word, shares_of
from desktop.create.offer_row import offer_words
from desktop.create.video_panel import VideoPanel
from engine.devices.architectures import shot_workload
from engine.devices.estimate import needs
from engine.protocol.devices import Device, MemoryPart, OffloadPlan
from engine.protocol.jobs import VideoJob
from engine.protocol.queries import Estimate, Offer
from tests.desktop.create.helpers import Bench, a_bench, a_model
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)

GIB = 2**30
PLAN = OffloadPlan(
    kind="group",
    vae_tiling=True,
    device_memory=round(10.8 * GIB),
    main_memory=20 * GIB,
    parts=(
        MemoryPart(role="encoder"),
        MemoryPart(role="network", weights=2 * GIB, work=6 * GIB),
        MemoryPart(role="decoder", weights=2 * GIB),
    ),
    number_format="bfloat16",
    fits=True,
    note="Layers go to the card just before they work.",
)
LARGE = "skyreels-v2-df-14b-540p"
SMALL = "skyreels-v2-df-1.3b-540p"


def a_shot(**fields: object) -> VideoJob:
    return VideoJob(prompt="dusk", output="a.mp4", **fields)  # type: ignore[arg-type]


def an_estimate(job: VideoJob) -> Estimate:
    """What the engine answers for a shot that is too large for a card of 12 GiB."""
    offers = (
        Offer(job=replace(job, model=SMALL), fit="fits"),
        Offer(job=replace(job, width=720, height=416), fit="tight"),
        Offer(job=replace(job, num_frames=49), fit="does_not_fit"),
    )
    return Estimate(
        fit="does_not_fit",
        memory=43 * GIB,
        memory_available=12 * GIB,
        disk=0,
        advice="Run it with the model SkyReels-V2 1.3B.",
        retry=offers[0].job,
        plan=PLAN,
        offers=offers,
    )


def a_panel(bench: Bench, qtbot) -> VideoPanel:  # type: ignore[no-untyped-def]
    """The panel with words and a model that is here."""
    panel = bench.open("video", VideoPanel)
    bench.show_models(qtbot, *(a_model(each, each, here=True, kind="video") for each in (LARGE, SMALL)))
    panel.form.set_values({"prompt": "dusk", "model": LARGE})
    return panel


def test_the_parts_of_a_plan_are_what_is_there_and_what_is_not() -> None:
    assert shares_of(PLAN, "one window") == (
        Share("transformer", 2 * GIB),
        Share("one window", 6 * GIB),
        Share("decoder, tiled", 2 * GIB),
        Share("driver", PLAN.device_memory - 10 * GIB),
        Share("text encoder", 0, "freed"),
    )
    assert plan_word(PLAN) == "group offload"
    assert plan_word(replace(PLAN, kind="none")) == ""


@pytest.mark.parametrize("kind", ["none", "model", "group", "fp8", "sequential"])
def test_the_parts_of_every_plan_add_up_to_it(kind: str) -> None:
    card = Device(id="cuda:0", kind="cuda", name="Card", memory_total=80 * GIB, memory_free=80 * GIB, capability="8.9")
    plan = needs(shot_workload("14B", 960, 544, 97), card, main_free=128 * GIB, offload=kind).plan
    shares = shares_of(plan, "one window")
    assert sum(share.bytes for share in shares) == pytest.approx(plan.device_memory, abs=2**20)
    assert {share.words for share in shares} >= {"text encoder", "transformer", "decoder", "driver"} - (
        {"decoder"} if plan.vae_tiling else set()
    )


def test_what_needs_less_has_a_button_each(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = a_panel(bench, qtbot)
        asked = panel.make_job("x.mp4")
        assert isinstance(asked, VideoJob)
        bench.link.estimate = an_estimate(asked)
        panel.refresh()
        qtbot.waitUntil(panel.offers.isVisible)
        assert panel.estimate.mark.text() == "Does not fit"
        assert not panel.estimate.advice.isVisible()
        assert [button.accessibleName() for button in panel.offers.buttons] == [
            "1.3B · long shots · 540p, Fits",
            "720 × 416, Tight",
            "49 frames, Does not fit",
        ]
        assert panel.start_button.isEnabled()
        assert panel.plan.how.text() == "group offload · bfloat16"
        assert "one window 6 GB" in panel.plan.bar.accessibleName()
        assert "text encoder freed" in panel.plan.bar.accessibleName()
        qtbot.mouseClick(panel.offers.buttons[1], Qt.MouseButton.LeftButton)
        taken = panel.make_job("x.mp4")
        assert isinstance(taken, VideoJob)
        assert (taken.width, taken.height, taken.prompt, taken.model) == (720, 416, "dusk", LARGE)


def test_a_shot_that_fits_offers_nothing(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = a_panel(bench, qtbot)
        bench.link.estimate = Estimate(fit="fits", memory=GIB, memory_available=12 * GIB, disk=0, plan=PLAN)
        panel.refresh()
        qtbot.waitUntil(panel.plan.isVisible)
        assert not panel.offers.isVisible()
        panel.prompt.words.clear()
        qtbot.waitUntil(panel.plan.isHidden)


def test_other_windows_are_offered_in_words() -> None:
    assert offer_words(a_shot(num_frames=257), a_shot(num_frames=257, window=49)) == "windows of 49 frames"


def test_the_windows_say_how_far_they_are(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = a_panel(bench, qtbot)
        panel.form.set_values({"num_frames": 257})
        panel.start()
        (entry,) = bench.queue.entries()
        bench.link.say_started(entry.job_id)

        def said() -> list[str]:
            corners = [panel.prompt.state, *panel.words.windows.states]
            return [corner.text() for corner in corners if corner.isVisible()]

        for step, words in ((0, ["denoising", "waiting", "waiting"]), (42, ["done", "denoising", "waiting"])):
            bench.link.say_progress(entry.job_id, "Denoising", step, 90, "steps")
            assert said() == words
        bench.link.say_progress(entry.job_id, "Decoding", 1, 9, "parts")
        assert said() == ["done"] * 3
        # Other words are another shot; it has not begun.
        panel.words.windows.fields[0].setPlainText("night")
        assert said() == []
        panel.words.windows.fields[0].clear()
        assert said() == ["done"] * 3
        bench.link.say_done(entry.job_id)
        assert said() == []
