"""What a family of picture models has to offer. The rest of this package knows no model by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from engine.devices.workload import Workload
from engine.protocol.picture_models import PicturePreset

Tensors = dict[str, Any]
"""Arguments of a pipeline's call, ``torch.Tensor`` by name, the first dimension counts pictures."""


@dataclass(frozen=True)
class ModelFiles:
    """Where a model lies.

    Attributes:
        name: as the person asked for it.
        title: for messages.
        path: a folder in the diffusers layout, or a single ``.safetensors`` file.
        settings: for a single file, a diffusers folder with the configurations and word lists of its family.
        sha256: of a single file, where that is known without reading it.
        preset: what this kind of model wants.
    """

    name: str
    title: str
    path: Path
    preset: PicturePreset
    settings: Path | None = None
    sha256: str = ""

    @property
    def is_file(self) -> bool:
        return self.settings is not None


class LatentColours(NamedTuple):
    """Red, green and blue (-1..1) of a latent pixel: ``rows @ latents + bias``."""

    rows: tuple[tuple[float, ...], ...]
    bias: tuple[float, float, float]


class CutPrompt(NamedTuple):
    """How much of a prompt the text encoders read: tokens it has, tokens they take, and the words left out."""

    tokens: int
    limit: int
    left_out: str


class Family(Protocol):
    """One family. A new one needs a class like this, an entry in ``families.py`` and one in the model catalog."""

    name: str
    """As the header of a weight file tells it: ``SDXL``."""
    pipeline_classes: frozenset[str]
    """The pipelines that ``model_index.json`` may name."""
    settings_model: str
    """The store's entry with the configurations that single files of this family need."""
    tiny_decoder: str
    """The store's entry of the small decoder for previews."""
    latent_colours: LatentColours

    def load(self, files: ModelFiles, dtype: Any, vae_dtype: Any) -> Any:
        """Return the text-to-image pipeline in main memory."""

    def variation_of(self, pipeline: Any) -> Any:
        """Return a pipeline over the same weights that starts from latents."""

    def load_tiny_decoder(self, folder: Path, dtype: Any) -> Any:
        """Return the small decoder for previews."""

    def encode(
        self, pipeline: Any, prompts: Sequence[str], negatives: Sequence[str], *, guided: bool, clip_skip: int
    ) -> Tensors:
        """Encode prompts into arguments of the pipeline's call."""

    def cut(self, pipeline: Any, prompt: str) -> CutPrompt:
        """Tell how much of a prompt the text encoders read."""

    def workload(self, width: int, height: int, *, steps: int, pictures: int, guided: bool) -> Workload:
        """Return what a batch of pictures takes."""
