"""Room for keys and values that is reserved once and written in place."""

import torch
from transformers import Cache, PreTrainedConfig, StaticLayer


class Place:
    """Where the next ids go in the cache, for all layers at once.

    Attributes:
        positions: indices of the next ids, shape (n,).
        window: how many entries, from the first, attention looks at.
    """

    def __init__(self) -> None:
        self.positions = torch.zeros(0, dtype=torch.long)
        self.window = 0


class _PlacedLayer(StaticLayer):  # type: ignore[misc]
    """A static layer that is told its place, instead of counting on the device in each layer."""

    is_initialized: bool

    def __init__(self, capacity: int, place: Place) -> None:
        super().__init__(capacity)
        self._place = place

    def update(
        self,
        key_states: torch.Tensor,
        value_states: torch.Tensor,
        *args: object,  # noqa: ARG002
        **kwargs: object,  # noqa: ARG002
    ) -> tuple[torch.Tensor, torch.Tensor]:
        if not self.is_initialized:
            rows, groups, _, size = key_states.shape
            self.keys = key_states.new_zeros(rows, groups, self.max_cache_len, size)
            self.values = torch.zeros_like(self.keys)
            self.is_initialized = True
        keys, values = self.keys, self.values
        assert keys is not None
        assert values is not None
        if keys.device.type == "mps":  # which lacks index_copy_
            keys[:, :, self._place.positions] = key_states
            values[:, :, self._place.positions] = value_states
        else:
            keys.index_copy_(2, self._place.positions, key_states)
            values.index_copy_(2, self._place.positions, value_states)
        return keys[:, :, : self._place.window], values[:, :, : self._place.window]

    def get_seq_length(self) -> int:
        """The loop gives positions and masks itself; a count on the device would make it wait."""
        return 0


class PlacedCache(Cache):  # type: ignore[misc]
    """A static cache of ``capacity`` entries for each row, for models whose layers all see everything."""

    def __init__(self, config: PreTrainedConfig, capacity: int) -> None:
        self.place = Place()
        super().__init__(layers=[_PlacedLayer(capacity, self.place) for _ in range(config.num_hidden_layers)])


def cache_bytes(config: PreTrainedConfig, capacity: int, item: int) -> int:
    """Return the bytes of one row's cache; ``item`` is the size of a number."""
    per_entry = 2 * config.num_hidden_layers * config.num_key_value_heads * config.head_dim * item
    return int(per_entry * capacity)
