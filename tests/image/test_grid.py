"""The grid: every cell is the picture that a job of its own would make."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.image.grid_job import run
from engine.image.job import run as run_image
from engine.image.labels import Band, sheet
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.grid import GridJob
from engine.protocol.jobs.image import ImageJob, Lora
from engine.protocol.recipe import from_text
from tests.helpers.cancelling import CancelledAt

SIZE: dict[str, Any] = {"width": 64, "height": 64, "steps": 1}


def cells_of(paper: Any, rows: int, columns: int) -> list[Any]:
    """Cut the pictures out of a sheet with 64 x 64 cells, from its lower right corner."""
    height, width = paper.shape[:2]
    found = []
    for row in range(rows):
        for column in range(columns):
            top, left = height - 8 - (rows - row) * 72, width - 8 - (columns - column) * 72
            found.append(paper[top : top + 64, left : left + 64])
    return found


def test_a_cancelled_grid_has_no_sheet_but_gives_back_the_pictures_that_are_kept(store: Store, tmp_path: Path) -> None:
    job = GridJob(
        prompt="a", seeds=(1, 2, 3), output=str(tmp_path), keep_pictures=True, batch_size=1, **SIZE | {"steps": 2}
    )
    kept = run(job, CancelledAt(2.5, keep_done=True), store=store)
    assert len(kept) == 2
    assert list(tmp_path.glob("grid_*")) == []
    with pytest.raises(Cancelled):
        run(job, CancelledAt(2.5, keep_done=False), store=store)


def test_columns_are_strengths_and_the_first_has_no_lora(store: Store, loras: Path, tmp_path: Path) -> None:
    lora = Lora(source=Source(path=str(loras / "grain.safetensors")))
    job = GridJob(
        prompt="a man",
        loras=(lora,),
        strengths=(0.5, 1.0),
        seeds=(3, 9),
        output=str(tmp_path),
        keep_pictures=True,
        **SIZE,
    )
    grid, *pictures = run(job, SilentContext(), store=store)
    assert len(pictures) == 6
    assert Path(grid.path).name.startswith("grid_")
    cells = cells_of(read_picture(Path(grid.path)), 2, 3)
    for row, seed in enumerate((3, 9)):
        for column, strength in enumerate((0.0, 0.5, 1.0)):
            chosen = (Lora(source=lora.source, strength=strength),) if strength else ()
            alone = ImageJob(prompt="a man", loras=chosen, seed=seed, output=str(tmp_path), **SIZE)
            expected = read_picture(Path(run_image(alone, SilentContext(), store=store)[0].path))
            assert np.array_equal(cells[3 * row + column], expected)
    recipe = from_text(read_metadata(Path(grid.path))[RECIPE_KEY], "grid")
    assert recipe.job["kind"] == "image_grid"


def test_prompts_are_bands_and_without_styles_there_is_one_column(store: Store, tmp_path: Path) -> None:
    job = GridJob(prompt="a man", prompts=("a woman",), seed=4, output=str(tmp_path), **SIZE)
    (grid,) = run(job, SilentContext(), store=store)
    paper = read_picture(Path(grid.path))
    assert paper.shape[0] > 6 * 72
    alone = ImageJob(prompt="a woman", seed=6, output=str(tmp_path), **SIZE)
    expected = read_picture(Path(run_image(alone, SilentContext(), store=store)[0].path))
    assert np.array_equal(cells_of(paper, 3, 1)[2], expected)


@pytest.mark.parametrize(
    "change",
    [{"seeds": tuple(range(50)), "prompts": ("a",) * 20}, {"width": 4096, "height": 4096, "seeds": tuple(range(25))}],
)
def test_grids_that_are_too_large_are_refused(change: dict[str, Any], store: Store, tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as error:
        run(GridJob(**{"prompt": "a", "output": str(tmp_path), **change}), SilentContext(), store=store)
    assert error.value.code is ErrorCode.USAGE


def test_labels_stand_beside_and_above_and_are_cut_to_fit() -> None:
    cells = [np.full((40, 60, 4), (200, 30, 30, 255), np.uint8)] * 4
    long = "word " * 200
    paper = sheet(
        cells,
        [
            Band(long, ("1", "22")),
        ],
        ["no LoRA", "a very long name of a style 0.5"],
    )
    dark = (paper[..., :3] < 80).all(axis=2)
    right = paper.shape[1] - 2 * 68 - 8
    assert dark[:, :right].any(), "rows have no labels"
    assert dark[:24, right:].any(), "columns have no labels"
    red = (paper[..., 0] == 200) & (paper[..., 1] == 30)
    assert red.sum() == 4 * 40 * 60


def test_a_huge_sheet_is_made_smaller() -> None:
    cell = np.zeros((1000, 1000, 4), np.uint8)
    paper = sheet([cell] * 20, [Band("", tuple("12345678901234567890"))], [""])
    assert paper.shape[0] <= 16_384
