"""From words to a film with the real engine: pictures in a style, a new take, a series, a grid, settings taken over."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import json
from PIL import Image, PngImagePlugin
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.create.animate_panel import AnimatePanel
from desktop.create.image_panel import ImagePanel
from desktop.create.style_rows import StylesEditor
from desktop.link import PreviewFrame
from desktop.state.gallery_item import GalleryItem
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.window import MainWindow
from engine.project.clips import MorphClip, StillClip
from engine.protocol.jobs import ImageJob
from tests.desktop.helpers import QUIET
from tests.desktop.real_window import LIMIT_MS, a_real_window, drop

pytestmark = pytest.mark.qt_log_ignore(QUIET, "pipewire", "PulseAudioService", "No RHI backend")

_ENGINE = (sys.executable, "-m", "tests.helpers.picture_engine")
_BUILD = """
import sys
from pathlib import Path
import torch
from safetensors.torch import save_file
from engine.models.settings import StoreSettings, write_settings
from tests.helpers.tiny_lora import write_lora
from tests.helpers.tiny_sdxl import build_sdxl, tiny_pipeline

folder = Path(sys.argv[1])
build_sdxl(folder / "models" / "sdxl-turbo")
told = {"ss_output_name": "ink", "ss_tag_frequency": '{"faces": {"inkface": 9}}'}
write_lora(folder / "brought" / "ink.v2.safetensors", tiny_pipeline(), seed=1, metadata=told)
name = "diffusion_model.blocks.0.self_attn.q"
wan = {f"{name}.lora_down.weight": torch.ones(4, 64), f"{name}.lora_up.weight": torch.ones(64, 4)}
save_file(wan, folder / "brought" / "dance.safetensors")
write_settings(StoreSettings(added=(str(folder / "models"),), offline=True))
"""


@pytest.fixture
def window(qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Give a window whose engine has a tiny model in its store; it is built beside the window, which needs no torch."""
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    subprocess.run([sys.executable, "-c", _BUILD, str(tmp_path)], check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
    with a_real_window(tmp_path / "home", qtbot, _ENGINE) as made:
        made.project.new()
        yield made


class Studio:
    """The hands of a person at the image panel."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window = window
        self._qtbot = qtbot
        window.open_panel("image")
        panel = window.create_pane.current()
        assert isinstance(panel, ImagePanel)
        self.panel = panel

    def set(self, **values: object) -> None:
        for name, value in values.items():
            editor = self.panel.form.editor(name)
            editor.set_value(value)
            editor.changed.emit()

    def wait(self, what: Any) -> None:
        self._qtbot.waitUntil(what, timeout=LIMIT_MS)

    def start(self) -> QueueEntry:
        """Press the main button; return the job when it is done and its results are in the project."""
        assert not self.panel.missing()
        assert not self.panel.models.sentence()
        self._qtbot.mouseClick(self.panel.start_button, Qt.MouseButton.LeftButton)
        return self.done()

    def done(self) -> QueueEntry:
        """Return the newest job when it is done and its pictures are in the project."""
        queue, document = self.window.services.queue, self.window.services.document
        self.wait(lambda: queue.entries()[-1].state.ended)
        entry = queue.entries()[-1]
        assert entry.state is JobState.DONE, entry.failure
        pictures = {each.sha256 for each in entry.artifacts if each.media.kind == "picture"}
        self.wait(lambda: pictures <= {item.sha256 for item in document.project.media})
        return entry

    def items(self) -> list[GalleryItem]:
        model = self.window.gallery.model
        return [item for item in model.items(0, model.rowCount()) if item is not None]


def _job(item: GalleryItem) -> dict[str, Any]:
    job: dict[str, Any] = json.decode(item.recipe)["job"]
    return job


def test_from_words_to_a_film(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    studio, queue = Studio(window, qtbot), window.services.queue
    panel, document = studio.panel, window.services.document
    studio.wait(lambda: not panel.models.sentence())

    # A style is dropped on the panel; its card tells what the file's header says.
    drop(panel, [tmp_path / "brought" / "ink.v2.safetensors"])
    card = panel.styles.cards[0]
    studio.wait(lambda: card.words.text() == "trigger: inkface")
    card.number.setValue(0.7)

    # Two pictures: the estimate before, previews meanwhile, recipes afterwards.
    studio.set(prompt="a {young|old} man", width=64, height=64, steps=4, num_images=2, seed=5)
    studio.wait(lambda: panel.estimate.mark.text() in ("Fits", "Tight", "Does not fit"))
    seen: list[PreviewFrame] = []
    queue.previewed.connect(seen.append)
    entry = studio.start()
    assert seen
    assert {frame.job_id for frame in seen} == {entry.job_id}
    assert all(frame.places in ((0,), (1,)) for frame in seen)
    items = sorted(studio.items(), key=lambda item: item.seed or 0)
    assert [(item.prompt, item.seed, item.width) for item in items] == [("a young man", 5, 64), ("a old man", 6, 64)]
    assert [lora["strength"] for lora in _job(items[0])["loras"]] == [0.7]
    assert items[0].styles == ("ink.v2",)

    # A new take finds the style again, although it lies outside the store.
    window.gallery.choose((items[0].item_id,), reveal=True)
    window.actions_.run("gallery.new_take")
    again = studio.done()
    assert isinstance(again.job, ImageJob)
    assert again.job.seed > 5
    assert again.job.loras[0].strength == 0.7

    # The settings of a picture of another program.
    theirs = PngImagePlugin.PngInfo()
    theirs.add_text("parameters", "a baker\nSteps: 3, Sampler: Euler, CFG scale: 1, Seed: 77, Size: 72x64, Model: gone")
    Image.new("RGB", (8, 8)).save(tmp_path / "theirs.png", pnginfo=theirs)
    drop(panel, [tmp_path / "theirs.png"])
    studio.wait(lambda: panel.form.values()["prompt"] == "a baker")
    values = panel.form.values()
    assert [values[name] for name in ("steps", "scheduler", "seed", "width", "height")] == [3, "euler", 77, 72, 64]
    assert "The model “gone” is not here" in window.toasts.messages()[-1]

    # A series lies on the timeline, with a morph between its portraits.
    panel.choose_mode("series")
    studio.set(prompt="a {variation} man", variations=["young", "old"], width=64, height=64, steps=1, seed=20)
    series = studio.start()
    clips = document.project.timeline.tracks[0].clips
    assert [type(clip) for clip in clips] == [StillClip, MorphClip, StillClip]
    hashes = [each.sha256 for each in series.artifacts if each.media.kind == "picture"]
    portraits = {item.sha256: item for item in document.project.media}
    assert all(portraits[each].landmarks is not None for each in hashes)

    # A grid compares the picture without the style with its strengths.
    panel.choose_mode("grid")
    panel.styles.add(str(tmp_path / "brought" / "ink.v2.safetensors"))
    studio.set(prompt="a man", seeds=[1, 2], strengths=[0.5, 1.0], width=64, height=64, steps=1)
    grid = studio.start()
    sheet = Path(grid.artifacts[0].path)
    assert sheet.name.startswith("grid_")
    assert grid.artifacts[0].media.width > 3 * 64
    studio.wait(lambda: sheet.name in [item.title for item in studio.items()])


def test_the_engine_tells_panels_what_a_style_is_made_for(window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    fits, other = (str(tmp_path / "brought" / name) for name in ("dance.safetensors", "ink.v2.safetensors"))
    window.open_panel("animate")
    animation = window.create_pane.current()
    assert isinstance(animation, AnimatePanel)
    for path, words in ((fits, "for Wan"), (other, "A style for SDXL")):
        animation.form.set_values({"lora": [{"path": path, "sha256": ""}]})
        qtbot.waitUntil(lambda words=words: animation.style_words.text() == words, timeout=LIMIT_MS)
    window.open_panel("video")
    shot = window.create_pane.current().form.editor("loras")
    assert isinstance(shot, StylesEditor)
    shot.field.add(fits)
    qtbot.waitUntil(lambda: shot.field.cards[0].words.text() == "for Wan", timeout=LIMIT_MS)
