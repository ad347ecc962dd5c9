from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageFont

from engine.film.blend import over, plain
from engine.film.titles import SAFE_TITLE, draw_title, find_font, missing_signs
from engine.project.clips import TitleClip


def title(text: str, **more: object) -> TitleClip:
    return TitleClip(id="t", start=Fraction(0), duration=Fraction(1), text=text, **more)


@pytest.mark.parametrize("place", ["top", "middle", "bottom"])
@pytest.mark.parametrize("align", ["left", "centre", "right"])
@pytest.mark.parametrize("size", [(640, 360), (360, 640)])
def test_words_stay_in_the_safe_area(place: str, align: str, size: tuple[int, int]) -> None:
    width, height = size
    clip = title("Words that need a second line", place=place, align=align, shadow=False)
    top, bottom, left, right = draw_title(clip, width, height).box
    edge_x, edge_y = (1 - SAFE_TITLE) / 2 * width, (1 - SAFE_TITLE) / 2 * height
    assert edge_x - 2 <= left < right <= width - edge_x + 2
    assert edge_y - 2 <= top < bottom <= height - edge_y + 2
    middle = {"top": bottom < height / 2, "middle": top < height / 2 < bottom, "bottom": top > height / 2}
    assert middle[place]
    side = {"left": left - edge_x, "centre": abs(left + right - width) / 2, "right": width - edge_x - right}
    assert side[align] < 6


def test_the_size_follows_the_frame() -> None:
    small = draw_title(title("Hello", shadow=False), 400, 300).box
    large = draw_title(title("Hello", shadow=False), 2000, 1200).box
    assert (large[1] - large[0]) / (small[1] - small[0]) == pytest.approx(4, rel=0.15)


@pytest.mark.parametrize("text", ["word " * 200, "x" * 2000, "a\n" * 60])
def test_long_texts_are_wrapped_and_made_smaller(text: str) -> None:
    top, bottom, left, right = draw_title(title(text, size=0.1, place="middle"), 400, 400).box
    assert left >= 15
    assert right <= 385
    assert 0 <= top < bottom <= 400


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_without_words_nothing_is_drawn(text: str) -> None:
    layer = draw_title(title(text), 64, 64)
    ground = plain(64, 64, "#123456")
    assert np.array_equal(over(ground, layer, bottom_opaque=True), ground)


def test_words_are_readable_on_any_ground() -> None:
    clip = title("Hello", size=0.3, colour="#FFFFFF", place="middle")
    for ground in ("#000000", "#FFFFFF", "#808080"):
        frame = over(plain(320, 160, ground), draw_title(clip, 320, 160), bottom_opaque=True)
        top, bottom, left, right = draw_title(title("Hello", size=0.3, place="middle", shadow=False), 320, 160).box
        words = frame[top:bottom, left:right, 0].astype(int)
        assert words.max() == 255
        assert words.min() < 60
        assert (frame[..., 3] == 255).all()


def test_soft_edges_have_the_colour_of_the_words() -> None:
    layer = draw_title(title("Hello", colour="#FF8000", shadow=False), 320, 160)
    seen = layer.rgba[layer.rgba[..., 3] > 0]
    assert (np.abs(seen[:, :3].astype(int) - (255, 128, 0)) <= 1).all()


def test_pillows_own_font_is_used_where_it_can_be() -> None:
    assert find_font("Plain words, 123!", "", 20).getname() == ImageFont.load_default(20).getname()


def test_a_font_is_never_a_file_of_the_projects_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = ImageFont.truetype

    def truetype(font: object, *arguments: object, **more: object) -> ImageFont.FreeTypeFont:
        asked.append(str(font)[:200])
        return real(font, *arguments, **more)

    monkeypatch.setattr(ImageFont, "truetype", truetype)
    for name in (str(tmp_path / "evil.ttf"), "..\\evil.ttf", "../evil.ttf"):
        assert find_font("Words", name, 20).getname() == ImageFont.load_default(20).getname()
    assert not any("evil" in name for name in asked)


def test_signs_without_a_font_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.film.titles._SYSTEM_FONTS", ())
    assert missing_signs(title("Plain words")) == ""
    assert missing_signs(title("a \u6620\u753b b")) == "\u6620\u753b"
