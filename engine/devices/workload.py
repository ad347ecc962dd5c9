"""A job as the planner sees it: parts with weights, and stages that run one after the other."""

from dataclasses import dataclass

from engine.devices.precision import Component


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
    """

    name: str
    component: Component
    parameters: int
    largest_layer: int
    encoder: bool = False
    shrinks: bool = False


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
