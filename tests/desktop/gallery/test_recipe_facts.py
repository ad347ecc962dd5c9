"""What the details say of a recipe."""

from desktop.gallery.recipe_facts import recipe_facts
from engine.protocol.jobs import ImageJob, MorphJob
from engine.protocol.jobs.base import Job, Source
from engine.protocol.recipe import recipe_of
from engine.protocol.values import to_json


def _facts(job: Job) -> dict[str, str]:
    return dict(recipe_facts(to_json(recipe_of(job, app_version="1.2", inputs={})).decode()))


def test_all_of_a_recipe_is_told_with_the_words_of_the_panels() -> None:
    facts = _facts(ImageJob(prompt="a fisherman", output="/home/me/out", seed=7, width=768, height=512, num_images=4))
    assert facts["Seed"] == "7"
    assert facts["Width"] == "768 px"
    assert facts["Pictures"] == "4"
    assert facts["Made with"] == "Portraits 1.2"
    assert "a fisherman" not in facts.values(), "the words stand above the facts"


def test_folders_are_left_out_and_inner_values_opened_up() -> None:
    inputs = (Source(path="/home/me/anna.png"), Source(path="/home/me/marcus.png"))
    facts = _facts(MorphJob(inputs=inputs, output="/home/me/x.mp4"))
    assert "anna.png, marcus.png" in facts.values()
    assert not any("/home" in value for value in facts.values())
    assert any(value.startswith("h264") for value in facts.values()), "what the movie file is made of"


def test_a_kind_that_is_not_known_here_is_told_by_its_names() -> None:
    text = '{"job": {"kind": "hologram", "fps": "24000/1001", "inner": {"depth_map": 3}, "loop": true, "none": ""}}'
    assert recipe_facts(text) == [("Fps", "23.98"), ("Depth map", "3"), ("Loop", "yes")]


def test_no_recipe_gives_no_facts() -> None:
    assert recipe_facts("") == recipe_facts("no json") == recipe_facts("[1]") == recipe_facts('{"job": 3}') == []
