"""Alternatives, wildcards and saved texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.image.prompts import Words, expand, templates, variation_count, with_templates
from engine.protocol.errors import ErrorCode, PortraitsError


def test_alternatives_follow_each_other_and_all_combinations_come() -> None:
    prompt = "a {young| old } {man|woman|child}"
    made = [expand(prompt, index, 0) for index in range(7)]
    assert made[:4] == ["a young man", "a old man", "a young woman", "a old woman"]
    assert len(set(made[:6])) == 6
    assert made[6] == made[0]
    assert variation_count(prompt) == 6


def test_groups_may_lie_in_groups_and_single_braces_stay() -> None:
    made = [expand("{a {red|blue} hat|bald}", index, 0) for index in range(4)]
    assert made == ["a red hat", "a blue hat", "bald", "bald"]
    assert expand("{prompt} and {}", 3, 0) == "{prompt} and {}"


@given(st.text(alphabet="ab{}| ", max_size=40), st.integers(0, 1000))
def test_any_text_can_be_expanded_and_comes_again_after_all_combinations(prompt: str, index: int) -> None:
    made = expand(prompt, index, 0)
    assert variation_count(made) == 1
    assert expand(prompt, index + variation_count(prompt), 0) == made


def test_a_wildcard_takes_a_line_that_depends_on_the_seed_alone(tmp_path: Path) -> None:
    (tmp_path / "hair.txt").write_text("# colours\nred\n\nblack {curls|braids}\n", "utf-8")
    made = {seed: expand("__hair__ hair", 0, seed, tmp_path) for seed in range(20)}
    assert set(made.values()) == {"red hair", "black curls hair"}
    assert made == {seed: expand("__hair__ hair", 0, seed, tmp_path) for seed in range(20)}


def test_a_wildcard_twice_may_take_two_lines(tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("1\n2\n3\n", "utf-8")
    made = [expand("__n__ __n__", 0, seed, tmp_path).split() for seed in range(20)]
    assert any(first != second for first, second in made)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing", None, ErrorCode.MISSING_INPUT),
        ("empty", "\n# nothing\n", ErrorCode.BAD_INPUT),
        ("loop", "__loop__ again", ErrorCode.BAD_INPUT),
        ("large", "x" * 1_000_001, ErrorCode.BAD_INPUT),
    ],
)
def test_wildcards_that_cannot_be_used(name: str, content: str | None, code: ErrorCode, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / f"{name}.txt").write_text(content, "utf-8")
    with pytest.raises(PortraitsError) as error:
        expand(f"__{name}__", 0, 0, tmp_path)
    assert error.value.code is code


def test_wildcards_do_not_leave_their_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = tmp_path / "wildcards"
    folder.mkdir()
    assert expand("__../secret__", 0, 0, folder) == "__../secret__"


def test_templates_are_put_around_the_prompt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.image.prompts.personal_folder", lambda: tmp_path)
    (tmp_path / "styles.csv").write_text(
        'name,prompt,negative_prompt\nNight,"{prompt}, at night, 35mm",day\nGrain,film grain,\n', "utf-8"
    )
    words = with_templates(Words("a man", "hat"), ("Night", "Grain"))
    assert words == Words("a man, at night, 35mm, film grain", "hat, day")
    assert "Studio portrait" in templates()
