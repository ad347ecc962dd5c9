"""Sub-commands out of jobs: what a wrong value is called, and what the help says."""

import pytest

from tests.helpers.cli import CommandLine


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["image", "a", "--output", "x", "--num-images", "0"], "--num-images must be at least 1."),
        (["image", "a" * 60_000, "--output", "x"], "PROMPT may have at most "),
        (["image", "a", "--output", "x", "--lora", "a.safetensors:9"], "--lora must be at most 4.0."),
        (["series", "a {variation}", "--output", "x", "--variation", ""], "--variation may not be empty."),
        (["morph", "a.png", "--output", "x.mp4", "--edges", "red"], "--edges cannot have this form."),
        (["morph", "a.png", "--output", "x.mp4", "--shape-curve", "wild"], "--shape-curve cannot be “wild”."),
        (["morph", "a.png", "--output", "x.mp4", "--fps", "fast"], "--fps: Expected a fraction such as 24"),
    ],
)
def test_a_wrong_value_names_its_option(cli: CommandLine, arguments: list[str], words: str) -> None:
    result = cli(*arguments)
    assert result.status == 2
    assert result.err.startswith(f"portraits-engine: {words}")


@pytest.mark.parametrize(("value", "right"), [("0.5", True), ("1/2", True), ("0.5.5", False), ("1e3", False)])
def test_times_are_decimals_or_fractions(cli: CommandLine, value: str, right: bool) -> None:
    result = cli("export", "gone.portraits", "--output", "x.mp4", "--range", "between", "--end", value)
    assert ("--end: Expected a fraction" not in result.err) == right
    assert ('"gone.portraits" does not exist' in result.err) == right


def test_the_help_says_what_happens_without_a_seed(cli: CommandLine) -> None:
    assert "[default: a new one each time]" in " ".join(cli("image", "--help").out.split())
