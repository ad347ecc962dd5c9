"""How long the timeline takes to paint 2000 clips on 10 tracks while it is scrolled and zoomed."""

import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.link import FakeLink
from desktop.state.thumbnails import Thumbnails
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.pointer import TimelineCanvas
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.widgets.theme import theme
from engine.project.clips import AnyClip
from engine.project.schema import Project, Settings
from engine.project.timeline import Timeline, Track
from tests.project.edit.films import FPS, MEDIA, morph, movie, still, voice

_STEPS = 120


def _film() -> Project:
    tracks = []
    for number in range(10):
        clips: list[AnyClip] = []
        for index in range(200):
            start = index * 48
            name = f"{number}-{index}"
            if number >= 6:
                clips.append(voice(name, start, start + 40))
            elif number == 0:
                clips.append(still(name, start, start + 48) if index % 2 == 0 else morph(name, start, start + 48))
            else:
                clips.append(movie(name, start, start + 44))
        if number == 0:
            clips = clips[:-1]
        tracks.append(Track(id=f"t{number}", kind="sound" if number >= 6 else "picture", clips=tuple(clips)))
    return Project(settings=Settings(fps=FPS), media=MEDIA, timeline=Timeline(tracks=tuple(tracks)))


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[TimelineCanvas]:
    theme()
    engine = FakeLink()
    thumbnails = Thumbnails(engine, tmp_path)
    made = TimelineCanvas(thumbnails, ClipPeaks(engine), ClipSelection(), Playhead())
    made.resize(2560, 900)
    made.show()
    made.show_project(_film(), tmp_path)
    yield made
    thumbnails.close()
    made.close()
    made.deleteLater()


@pytest.mark.benchmark
def test_2000_clips_scroll_and_zoom(canvas: TimelineCanvas) -> None:
    image = QImage(canvas.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)

    def paint() -> float:
        began = time.thread_time()
        painter = QPainter(image)
        canvas.paint(painter)
        painter.end()
        return (time.thread_time() - began) * 1000

    def fill() -> float:
        began = time.thread_time()
        painter = QPainter(image)
        painter.fillRect(image.rect(), QColor("black"))
        painter.end()
        return (time.thread_time() - began) * 1000

    canvas.zoom_to_fit()
    whole = [paint() for _ in range(20)]
    zooming = []
    for step in range(_STEPS):
        canvas.zoom_by(1.05 if step < _STEPS * 2 // 3 else 1 / 1.05, 1200.0)
        zooming.append(paint())
    bar = canvas.horizontalScrollBar()
    scrolling = []
    for step in range(_STEPS):
        bar.setValue(bar.maximum() * step // _STEPS)
        scrolling.append(paint())
    canvas.playhead.go_to(Fraction(20))
    still_paint = [paint() for _ in range(60)]
    plain = sorted(fill() for _ in range(20))[10]
    print(f"\n2000 clips, 10 tracks, {image.width()} x {image.height()}; filling the picture takes {plain:.2f} ms")
    for name, values in (
        ("whole film", whole),
        ("zooming", zooming),
        ("scrolling", scrolling),
        ("resting", still_paint),
    ):
        ordered = sorted(values)
        middle, worst = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(
            f"{name:>10}: {middle:5.2f} ms in the middle, {worst:5.2f} ms for 95 of 100 ({1000 / worst:.0f} frames/s)"
        )
    assert canvas.rows.height > 0
