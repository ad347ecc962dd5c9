"""A job as the planner sees it: parts with weights, and stages that run one after the other."""

from dataclasses import dataclass
from typing import Literal

from engine.devices.precision import BYTES, Component, Format


@dataclass(frozen=True)
class Part:
    """A network.

    Attributes:
        name: in words.
        component: decides its number format.
        parameters: how many values it has.
        largest_layer: values of its largest single layer; what must be present at once with leaf-level offloading.
        encoder: True for a text or picture encoder that is done after the first stage.
        shrinks: True when its weights may be stored in float8.
        eight_bit: how many of its values are kept as 8-bit integers, whatever the number format.
    """

    name: str
    component: Component
    parameters: int
    largest_layer: int
    encoder: bool = False
    shrinks: bool = False
    eight_bit: int = 0

    def weight_bytes(self, number_format: Format | Literal["float8"]) -> int:
        """Return the bytes of its weights in a number format."""
        return (self.parameters - self.eight_bit) * BYTES[number_format] + self.eight_bit


@dataclass(frozen=True)
class Stage:
    """What runs at one time.

    Attributes:
        part: the network at work.
        values: numbers held at the busiest moment beside the weights, in the part's format.
        values_tiled: the same with tiling, 0 when the part has none.
        values_sliced: the same with slicing (one picture at a time), 0 when the part has none.
        operations: floating-point operations of the whole stage (a multiplication with an addition counts as two).
        passes: how often all weights are read.
        memory_bound: True when reading the weights takes the time and not the arithmetic (word by word generation).
    """

    part: Part
    values: float
    values_tiled: float = 0
    values_sliced: float = 0
    operations: float = 0
    passes: int = 1
    memory_bound: bool = False


@dataclass(frozen=True)
class Workload:
    """All stages of a job in order, and the size of its result in bytes."""

    stages: tuple[Stage, ...]
    result: int

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part once, in the order of use."""
        return tuple(dict.fromkeys(stage.part for stage in self.stages))
