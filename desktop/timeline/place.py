"""Placing results at the end of the film."""

from engine.project.edit.placing import place_at_end

__all__ = ["place_at_end"]
