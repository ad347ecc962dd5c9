"""Times and sizes in words."""

import pytest

from desktop.widgets.words import about, clock, counted, memory, remaining, short_name, size, tr


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (42.4, "0:42"), (61, "1:01"), (3727, "1:02:07"), (-3, "0:00")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(42, "0:42"), (120, "2 min"), (4200, "1 h 10"), (59.6, "1 min")])
def test_remaining_is_coarser_the_longer_it_is(seconds: float, text: str) -> None:
    assert remaining(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "about 1 s"), (14.2, "about 14 s"), (540, "about 9 min")])
def test_about(seconds: float, text: str) -> None:
    assert about(seconds) == text


@pytest.mark.parametrize(("count", "text"), [(11e6, "11 MB"), (8.1e9, "8.1 GB"), (4000, "4 kB"), (0, "0 kB")])
def test_size(count: float, text: str) -> None:
    assert size(count) == text


def test_memory_counts_in_powers_of_two() -> None:
    assert memory(12 * 2**30) == "12 GB"
    assert memory(20 * 2**20) == "20 MB"


def test_counted_and_replaced() -> None:
    assert counted(1, "{n} picture", "{n} pictures") == "1 picture"
    assert counted(3, "{n} picture", "{n} pictures") == "3 pictures"
    assert tr("{done} of {all}", done=2, all=5) == "2 of 5"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Anna.jpg", "Anna"),
        ("portrait 1.5", "portrait 1.5"),
        ("a.b.webp", "a.b"),
        (".hidden", ".hidden"),
        ("Mei", "Mei"),
    ],
)
def test_short_name(name: str, title: str) -> None:
    assert short_name(name) == title
