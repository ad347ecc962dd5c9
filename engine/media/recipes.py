"""Whether results carry how they were made: the person's choice, in force for this process and those it starts."""

import os
from collections.abc import Mapping

RECIPE_KEY = "portraits.recipe"
PARAMETERS_KEY = "parameters"
"""The settings of a picture in the way of AUTOMATIC1111."""

_VARIABLE = "PORTRAITS_RECIPES"


def write_recipes(wanted: bool) -> None:
    """Let results carry their recipes from now on, or not."""
    os.environ[_VARIABLE] = "1" if wanted else "0"


def wanted_texts(texts: Mapping[str, str] | None) -> dict[str, str]:
    """Return what may be written into a file: everything, or all but how it was made."""
    found = dict(texts or {})
    if os.environ.get(_VARIABLE) == "0":
        for key in (RECIPE_KEY, PARAMETERS_KEY):
            found.pop(key, None)
    return found
