"""A frame as a file would show it."""

from fractions import Fraction

import numpy as np
import pytest

from engine.film.encoded import encode_frame
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.encode import EncodeSettings

_GRADIENT = np.zeros((48, 64, 4), np.uint8)
_GRADIENT[..., 0] = np.arange(64) * 4
_GRADIENT[..., 1] = 90
_GRADIENT[..., 3] = 255


@pytest.mark.parametrize(("suffix", "codec"), [(".apng", "apng"), ("", "png")])
def test_a_lossless_file_shows_the_frame_itself(suffix: str, codec: str) -> None:
    frames = [_GRADIENT, np.roll(_GRADIENT, 7, axis=1), np.roll(_GRADIENT, 14, axis=1)]
    found = encode_frame(frames, 1, Fraction(24), suffix, EncodeSettings(codec=codec))  # type: ignore[arg-type]
    np.testing.assert_array_equal(found.rgba, frames[1])
    assert found.size > 0


def test_less_quality_is_further_away_and_smaller() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (64, 64, 4), np.uint8)
    noise[..., 3] = 255

    def away(quality: int) -> tuple[float, int]:
        found = encode_frame([noise] * 2, 0, Fraction(24), ".mp4", EncodeSettings(codec="h264", quality=quality))
        return float(np.abs(found.rgba.astype(float) - noise).mean()), found.size

    fine, coarse = away(10), away(45)
    assert fine[0] < coarse[0]
    assert fine[1] > coarse[1]


def test_settings_that_do_not_fit_the_file_are_refused() -> None:
    with pytest.raises(PortraitsError, match="cannot hold"):
        encode_frame([_GRADIENT], 0, Fraction(24), ".mp4", EncodeSettings(codec="prores"))
