"""The viewer with a real engine: the frame that is shown is the frame of the film."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from desktop.viewer.film_frames import FilmFrames
from tests.desktop.conftest import StartLink
from tests.film.studio import BLUE, Studio, pictures, sound_clip, sounds, still
from tests.helpers.waiting import LIMIT


def test_a_real_engine_gives_the_frames_and_the_sound(start_link: StartLink, tmp_path: Path, qtbot) -> None:  # type: ignore[no-untyped-def]
    studio = Studio(tmp_path)
    noise = np.random.default_rng(3).integers(0, 255, (24, 32, 4), np.uint8)
    noise[..., 3] = 255
    tone = np.full((48_000, 2), 0.25, np.float32)
    first, second = studio.picture("first", noise), studio.picture("second", BLUE)
    studio.lay(
        pictures(still("a", first, 0, 1), still("b", second, 1, 1)),
        sounds(sound_clip("s", studio.sound("tone", tone), 0, 1)),
    )
    frames = FilmFrames(start_link())
    frames.set_size(32, 24)
    sound: list[bytes] = []
    frames.sounded.connect(lambda _first, data: sound.append(data))
    frames.show(studio.project, studio.path)
    qtbot.waitUntil(lambda: frames.has_sound, timeout=LIMIT * 1000)
    for index in (0, 30, 5):
        frames.want(index)
        qtbot.waitUntil(lambda index=index: frames.image(index) is not None, timeout=LIMIT * 1000)
        image = frames.image(index)
        assert image is not None
        plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
        shown = np.frombuffer(plain.constBits(), np.uint8).reshape(24, 32, 4)
        np.testing.assert_array_equal(shown, studio.frame(index))
    frames.want_sound(24_000, 480)
    qtbot.waitUntil(lambda: bool(sound), timeout=LIMIT * 1000)
    assert set(np.frombuffer(sound[0], np.int16)) == {8192}
