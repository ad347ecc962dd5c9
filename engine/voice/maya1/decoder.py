"""Our own decoding loop: one id for each row at a time, static memory, and only the logits that may follow.

At each position only one block of 4096 codes may follow, so only those rows of the output matrix are multiplied (and
the stop id's, between frames). That is the strict mask of well-formed audio at less than no cost: 4097 logits instead
of 156960.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn.functional import linear

from engine.voice.maya1.attention import NAME
from engine.voice.maya1.cache import PlacedCache
from engine.voice.maya1.ids import CODES, FIRST_AUDIO, SLOTS, STOP
from engine.voice.maya1.sampling import CHOICES, STOP_CHOICE, Noise, Sampling, draw, may_stop, probabilities, slot_of


class Decoder:
    """Generates ids for up to ``rows`` prompts side by side.

    Args:
        model: a transformers ``LlamaForCausalLM``, loaded and on its device.
        rows: prompts at a time.
        capacity: entries of the cache for each row: the longest prompt and the ids generated after it.
    """

    def __init__(self, model: Any, *, rows: int, capacity: int) -> None:
        self.model = model
        self.rows = rows
        self.capacity = capacity
        self.device = model.device
        weight = model.get_output_embeddings().weight
        self._blocks = weight[FIRST_AUDIO : FIRST_AUDIO + SLOTS * CODES].view(SLOTS, CODES, -1)
        self._stop_row = weight[STOP : STOP + 1]
        model.config._attn_implementation = NAME
        self.cache = PlacedCache(model.config, capacity)
        self.ids = torch.zeros((rows, 1), dtype=torch.long, device=self.device)
        self.position = torch.zeros(1, dtype=torch.long, device=self.device)
        self.starts = torch.zeros((rows, 1), dtype=torch.long, device=self.device)
        self.seen = torch.zeros((SLOTS, rows, CHOICES), dtype=torch.bool, device=self.device)
        self.noise = torch.ones((rows, CHOICES), device=self.device)
        self.stop = torch.zeros(1, device=self.device)
        self._entries = torch.arange(capacity, device=self.device)
        self._sampling = Sampling()
        self._takes: list[Noise] = []
        self._next_noise = self.noise.cpu()
        self._padded = False
        self._filled = 0
        self._generated = 0

    @torch.inference_mode()
    def start(
        self, prompts: Sequence[Sequence[int]], seeds: Sequence[int], sampling: Sampling, spoken: int = 0
    ) -> list[int]:
        """Read the prompts and return the first id of each row.

        Args:
            prompts: ids, one list for each row.
            seeds: one for each row.
            sampling: how ids are drawn.
            spoken: how many audio ids, whole frames, each prompt already ends with.
        """
        longest = max(map(len, prompts))
        if len(prompts) != self.rows or longest >= self.capacity:
            raise ValueError(f"{len(prompts)} prompts of up to {longest} ids do not fit {self.rows} x {self.capacity}")
        self._sampling = sampling
        self._takes = [Noise(seed) for seed in seeds]
        self._next_noise = torch.stack([take.next() for take in self._takes])
        self._padded = any(len(prompt) != longest for prompt in prompts)
        self._filled, self._generated = longest, 0
        self._mark_seen(prompts, spoken)
        padded = [[0] * (longest - len(prompt)) + list(prompt) for prompt in prompts]
        ids = torch.tensor(padded, device=self.device)
        self.starts.copy_(torch.tensor([[longest - len(prompt)] for prompt in prompts]))
        self.position.fill_(longest - 1)
        places = torch.arange(longest, device=self.device)
        mask = None
        if self._padded:
            causal = places[None, :] <= places[:, None]
            # A padding entry attends to itself, so that its softmax is defined; nothing looks at it.
            own = places[None, :] == places[:, None]
            mask = ((causal & (places >= self.starts)[:, None]) | own)[:, None]
        hidden = self._read(ids, places, longest, mask)
        self._prepare_draw()
        self._choose(hidden[:, -1], 0)
        return self._result()

    @torch.inference_mode()
    def step(self) -> list[int]:
        """Return the next id of each row. Rows that ended go on; what they give is meaningless."""
        if self._filled >= self.capacity:
            raise ValueError("the cache is full")
        self._prepare_draw()
        self._run(slot_of(self._generated))
        self._filled += 1
        return self._result()

    def _run(self, slot: int) -> None:
        """Do the work of one step: look at exactly the entries that are written, with a mask only for padded rows."""
        self._advance(slot, self._filled + 1, masked=self._padded)

    def _advance(self, slot: int, window: int, *, masked: bool) -> None:
        """Read the ids drawn last and draw the next ones. What changes between calls is in tensors only."""
        self.position.add_(1)
        mask = None
        if masked:
            entries = self._entries[:window]
            mask = ((entries <= self.position) & (entries >= self.starts))[:, None, None, :]
        hidden = self._read(self.ids, self.position, window, mask)
        self._choose(hidden[:, -1], slot)

    def _read(self, ids: torch.Tensor, places: torch.Tensor, window: int, mask: torch.Tensor | None) -> torch.Tensor:
        self.cache.place.positions, self.cache.place.window = places, window
        hidden: torch.Tensor = self.model.model(
            input_ids=ids,
            attention_mask=mask,
            position_ids=(places[None, :] - self.starts).clamp_(min=0),
            past_key_values=self.cache,
            use_cache=True,
        ).last_hidden_state
        return hidden

    def _choose(self, hidden: torch.Tensor, slot: int) -> None:
        logits = torch.cat((linear(hidden, self._blocks[slot]), linear(hidden, self._stop_row)), dim=1).float()
        chances = probabilities(logits, self.seen[slot], self.stop, self._sampling)
        choice = draw(chances, self.noise, self._sampling)
        self.seen[slot].scatter_(1, choice, True)
        self.ids.copy_(torch.where(choice == STOP_CHOICE, STOP, choice + (FIRST_AUDIO + slot * CODES)))

    def _prepare_draw(self) -> None:
        if self._sampling.temperature > 0:
            self.noise.copy_(self._next_noise)
        self.stop.fill_(0.0 if may_stop(self._generated) else -torch.inf)

    def _result(self) -> list[int]:
        self._generated += 1
        # Drawn while the device may still be at work.
        self._next_noise = torch.stack([take.next() for take in self._takes])
        ids: list[int] = self.ids[:, 0].tolist()
        return ids

    def _mark_seen(self, prompts: Sequence[Sequence[int]], spoken: int) -> None:
        self.seen.zero_()
        if not spoken:
            return
        for row, prompt in enumerate(prompts):
            codes = torch.tensor(prompt[-spoken:]) - FIRST_AUDIO
            self.seen[codes // CODES, row, codes % CODES] = True
