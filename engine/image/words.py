"""Encoded prompts, each encoded once."""

from collections.abc import Callable, Sequence

from engine.image.denoise import rows
from engine.image.family import Tensors
from engine.image.prompts import Words
from engine.image.studio import Studio

_MOST_KEPT = 64


class WordBook:
    """Encodes prompts for one model and remembers them; styles may change the encoders, so they are part of the key.

    Args:
        studio: the model.
        guided: encode negative prompts too.
        clip_skip: layers left out beyond the usual.
        note: hears when a prompt is longer than the encoders read.
    """

    def __init__(self, studio: Studio, *, guided: bool, clip_skip: int, note: Callable[[str], None]) -> None:
        self._studio = studio
        self._guided = guided
        self._clip_skip = clip_skip
        self._note = note
        self._known: dict[object, Tensors] = {}
        self._measured: set[str] = set()
        self._keeps_all = False

    def encoded(self, wanted: Sequence[Words]) -> Tensors:
        """Return the arguments for a call with these prompts, one row for each."""
        import torch

        acting = self._studio.styles.active
        missing = [words for words in dict.fromkeys(wanted) if (words, acting) not in self._known]
        if missing:
            self._encode(missing)
        found = [self._known[words, acting] for words in wanted]
        return {name: torch.cat([row[name] for row in found]) for name in found[0]}

    def keep(self, wanted: Sequence[Words]) -> None:
        """Encode all prompts of a job now and forget none: the encoders will not be there later."""
        self._keeps_all = True
        self.encoded(wanted)

    def _encode(self, missing: Sequence[Words]) -> None:
        for words in missing:
            self._measure(words.prompt)
        studio, acting = self._studio, self._studio.styles.active
        encoded = studio.family.encode(
            studio.pipeline,
            [words.prompt for words in missing],
            [words.negative_prompt for words in missing],
            guided=self._guided,
            clip_skip=self._clip_skip,
        )
        if len(self._known) + len(missing) > _MOST_KEPT and not self._keeps_all:
            self._known.clear()
        for index, words in enumerate(missing):
            self._known[words, acting] = rows(encoded, [index])

    def _measure(self, prompt: str) -> None:
        if prompt in self._measured:
            return
        self._measured.add(prompt)
        cut = self._studio.family.cut(self._studio.pipeline, prompt)
        if cut.left_out:
            shown = cut.left_out if len(cut.left_out) <= 60 else f"{cut.left_out[:57]}..."
            self._note(
                f"The prompt has {cut.tokens} tokens and the model reads {cut.limit}; this was left out: “{shown}”."
            )
