"""Machine code for the per-pixel loops, made by Numba at first use and kept on disk where that is possible."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a function that works on arrays and numbers only; while it runs, other Python threads run too."""
    try:
        return cast(F, numba.njit(nogil=True, cache=True, error_model="numpy")(function))
    except RuntimeError:
        # A frozen program has no source file beside which Numba could keep the code: compile once in each run.
        return cast(F, numba.njit(nogil=True, error_model="numpy")(function))
