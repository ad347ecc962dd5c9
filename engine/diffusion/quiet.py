"""Keeps the progress bars and notices of the libraries from the person, who gets our own words."""

from collections.abc import Iterator
from contextlib import contextmanager

import diffusers.utils.logging as diffusers_logging
import transformers.utils.logging as transformers_logging


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Show errors only while a block runs, and no progress bars. Loading a style prints a long harmless report."""
    modules = (diffusers_logging, transformers_logging)
    before = [module.get_verbosity() for module in modules]
    bars = [module.is_progress_bar_enabled() for module in modules]
    for module in modules:
        module.set_verbosity_error()
        module.disable_progress_bar()
    try:
        yield
    finally:
        for module, level, bar in zip(modules, before, bars, strict=True):
            module.set_verbosity(level)
            if bar:
                module.enable_progress_bar()
