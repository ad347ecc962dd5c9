"""Styles (LoRA) on a loaded pipeline: several at once, their strengths changed without loading anything again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.diffusion.eight_bit import widened
from engine.diffusion.lora_file import LoraFile, check_lora, no_effect
from engine.diffusion.reasons import first_line
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

MOST_KEPT = 8
"""So many styles stay loaded; the one not used for longest makes room."""


@dataclass(frozen=True)
class ChosenLora:
    """A style and how strongly it acts."""

    file: LoraFile
    strength: float
    name: str = ""

    @property
    def adapter(self) -> str:
        """What the pipeline calls it: its own name, or its file's with a mark of the content, without dots.

        The library takes a dot for the end of a module's name.
        """
        stem = self.name or f"{self.file.path.stem[:60]}_{self.file.sha256[:8]}"
        return re.sub(r"[^0-9A-Za-z_-]", "_", stem)


def choose_lora(path: Path, strength: float, family: str, name: str = "") -> ChosenLora:
    """Check a style's file before anything is loaded.

    Raises:
        PortraitsError: as :func:`engine.diffusion.lora_file.check_lora`.
    """
    return ChosenLora(check_lora(path, family), strength, name)


class Styles:
    """The styles of one pipeline. Weights of the base are never changed, so that strength 0 is the base bit for bit."""

    def __init__(self, pipeline: Any, network: Any) -> None:
        """Take a pipeline and its network that is denoised with."""
        self._pipeline = pipeline
        self._network = network
        self._loaded: dict[str, str] = {}
        self._active: tuple[tuple[str, float], ...] = ()

    @property
    def active(self) -> tuple[tuple[str, float], ...]:
        """Adapter names and strengths that act now."""
        return self._active

    def use(self, chosen: Sequence[ChosenLora]) -> None:
        """Let exactly these styles act.

        Raises:
            PortraitsError: BAD_MODEL when one cannot be loaded or does nothing. Those that acted before act on.
        """
        strengths: dict[str, float] = {}
        for lora in chosen:
            strengths[lora.adapter] = strengths.get(lora.adapter, 0.0) + lora.strength
        wanted = tuple((name, strength) for name, strength in strengths.items() if strength != 0.0)
        acting = [lora for lora in chosen if strengths[lora.adapter] != 0.0]
        if wanted == self._active and all(self._loaded.get(each.adapter) == each.file.sha256 for each in acting):
            return
        for lora in acting:
            self._load(lora)
        self._make_room({name for name, _ in wanted})
        if wanted:
            self._pipeline.enable_lora()
            self._pipeline.set_adapters([name for name, _ in wanted], adapter_weights=[each for _, each in wanted])
        elif self._loaded:
            self._pipeline.disable_lora()
        self._active = wanted

    def _load(self, lora: ChosenLora) -> None:
        name = lora.adapter
        known = self._loaded.pop(name, None)
        if known == lora.file.sha256:
            # At the end of the order, where those used last are.
            self._loaded[name] = known
            return
        if known is not None:
            self._pipeline.delete_adapters(name)
        from engine.diffusion.quiet import quiet_libraries  # its import takes seconds, and refusals shall not

        path = lora.file.path
        try:
            with quiet_libraries(), widened(self._network):
                self._pipeline.load_lora_weights(
                    str(path.parent), weight_name=path.name, adapter_name=name, local_files_only=True
                )
        except Exception as error:  # the libraries raise a dozen kinds for a file that does not fit
            if "out of memory" in str(error).lower() or isinstance(error, MemoryError):
                raise
            self._restore()
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"The style {quoted(path)} does not fit this model: {first_line(error)}.",
                "Choose a style made for this kind of model.",
            ) from error
        parts = [part for part, names in self._pipeline.get_list_adapters().items() if name in names]
        if not parts:
            self._restore()
            raise no_effect(path)
        self._loaded[name] = lora.file.sha256

    def _restore(self) -> None:
        """Let the styles act that acted before: a failed load leaves the new one half active."""
        if self._active:
            self._pipeline.set_adapters([name for name, _ in self._active], [each for _, each in self._active])
        elif self._loaded:
            self._pipeline.disable_lora()

    def _make_room(self, needed: set[str]) -> None:
        spare = [name for name in self._loaded if name not in needed]
        surplus = spare[: max(0, len(self._loaded) - MOST_KEPT)]
        if surplus:
            self._pipeline.delete_adapters(surplus)
            for name in surplus:
                del self._loaded[name]
