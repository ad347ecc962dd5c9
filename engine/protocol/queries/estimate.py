"""The question what a job will need."""

from typing import Literal

import msgspec

from engine.protocol.devices import OffloadPlan
from engine.protocol.jobs import AnyJob
from engine.protocol.queries.base import Query, Reply


class EstimateJob(Query, frozen=True, kw_only=True, tag="estimate"):
    """What a job will need on this machine."""

    job: AnyJob


Fit = Literal["fits", "tight", "does_not_fit"]


class Offer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A job that needs less memory than another one, and how it would fit."""

    job: AnyJob
    fit: Fit


class Estimate(Reply, frozen=True, kw_only=True, tag="estimate"):
    """Never a hard block: the window says it and lets the person decide."""

    fit: Fit
    memory: int
    """Bytes on the device the job runs on."""
    memory_available: int
    disk: int
    """Bytes of the result."""
    seconds: float | None = None
    advice: str = ""
    """What would make it fit, as a sentence."""
    retry: AnyJob | None = None
    """The job changed as the advice says."""
    plan: OffloadPlan | None = None
    """How a large model is fitted into the device."""
    offers: tuple[Offer, ...] = ()
    """Every next smaller setting, where there are several kinds of them."""
