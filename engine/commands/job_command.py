"""Makes a sub-command from a job struct, so that the command line offers exactly the fields of the job."""

import inspect
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.fields import FieldInfo, fields_of
from engine.protocol.jobs.base import Artifact, Job
from engine.protocol.jobs.morph import Curve
from engine.protocol.values import decode_hook

Finish = Callable[[Console, Any, list[Artifact]], None]
Complete = Callable[[dict[str, Any]], None]

_SCALARS: dict[str, Any] = {"flag": bool, "whole": int, "number": float}
_LISTS: dict[str, Any] = {"whole_list": list[int], "number_list": list[float], "texts": list[str], "loras": list[str]}
_DECIMAL = re.compile(r"-?\d{1,9}\.\d{1,6}")

_VALUES = {
    "whole": "number",
    "number": "number",
    "whole_list": "number",
    "number_list": "number",
    "text": "text",
    "texts": "text",
    "file": "path",
    "files": "path",
    "loras": "file[:strength]",
    "curve": "linear|smoothstep|ease_in|ease_out|0:0,...,1:1",
}
"""What the help calls a value that has no unit; choices are listed."""


def job_command(
    kind: type[Job],
    *,
    name: str,
    help_text: str,
    argument: str = "",
    options: dict[str, str] | None = None,
    complete: Complete | None = None,
    completed: dict[str, str] | None = None,
    finish: Finish | None = None,
) -> Callable[..., None]:
    """Make the function of a sub-command for typer.

    Args:
        kind: the job struct.
        name: the name of the sub-command.
        help_text: what it does, with an example.
        argument: the field that is given without an option name, if any.
        options: other option names for fields, by the field's dotted path.
        complete: fills in values that follow from others; gets the job's values as nested dicts.
        completed: what the help says of values that ``complete`` fills in, in place of their default, by field.
        finish: tells the result; the default prints one line for each result file.
    """
    fields = fields_of(kind)
    names = {field.path: _parameter_name(field, options or {}) for field in fields}

    def run(json: bool, debug: bool, **given: Any) -> None:
        with session(json=json, debug=debug) as console:
            values: dict[str, Any] = {}
            for field in fields:
                value = given[names[field.path]]
                if value is not None and value != []:
                    _put(values, field.path, _plain(field, value))
            if complete is not None:
                complete(values)
            job = _convert(values, kind, fields, names, argument)
            artifacts = console.run(job)
            (finish or _list_artifacts)(console, job, artifacts)

    parameters = [
        _parameter(field, names[field.path], (completed or {}).get(field.name), is_argument=field.name == argument)
        for field in fields
    ]
    parameters.sort(key=lambda parameter: parameter.name != argument)
    parameters += [
        inspect.Parameter("json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=JsonOption),
        inspect.Parameter("debug", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=DebugOption),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__name__ = name
    run.__doc__ = help_text
    return run


def _parameter_name(field: FieldInfo, options: dict[str, str]) -> str:
    return options.get(".".join(field.path), field.name)


def _parameter(field: FieldInfo, name: str, completed: str | None, *, is_argument: bool) -> inspect.Parameter:
    default_text = f"[default: {completed}]" if completed else _shown(field)
    text = " ".join(part for part in (f"{field.title}.", field.description, default_text) if part)
    value = field.unit or ("path" if field.name == "output" else _VALUES.get(field.kind))
    shown = f"<{value}>" if value else None
    declared: Any = typer.Option(f"--{name.replace('_', '-')}", help=text, metavar=shown, show_default=False)
    if is_argument:
        declared = typer.Argument(help=text, show_default=False)
    elif field.kind == "flag":
        on = name.replace("_", "-")
        declared = typer.Option(f"--{on}/--no-{on}", help=text, show_default=False)
    kind = _annotation(field)
    default: Any = None
    if field.required:
        default = inspect.Parameter.empty
    else:
        kind = kind | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, declared]
    )


def _annotation(field: FieldInfo) -> Any:
    if field.kind in _SCALARS:
        return _SCALARS[field.kind]
    if field.kind == "choice":
        return Literal[field.choices]
    if field.kind == "file":
        return Path
    if field.kind == "files":
        return list[Path]
    return _LISTS.get(field.kind, str)


def _shown(field: FieldInfo) -> str:
    """How the default is shown in the help; empty when there is none worth showing."""
    if field.required or field.default in (None, "", ()):
        return ""
    default = field.default
    if isinstance(default, bool):
        default = "on" if default else "off"
    elif isinstance(default, Curve):
        default = default.kind
    elif isinstance(default, tuple):
        default = ", ".join(map(str, default))
    return f"[default: {default}]"


def _plain(field: FieldInfo, value: Any) -> Any:
    """Return an option's value in the form the job's decoder takes."""
    if field.kind == "file":
        return {"path": str(value)}
    if field.kind == "files":
        return [{"path": str(path)} for path in value]
    if field.kind == "fraction" and _DECIMAL.fullmatch(value):
        return str(Fraction(value))
    if field.kind == "curve":
        return _curve(field, value)
    if field.kind == "loras":
        return [_lora(text) for text in value]
    return value


def _lora(text: str) -> dict[str, Any]:
    """Read ``FILE`` or ``FILE:STRENGTH``; a drive's colon is followed by no number."""
    path, _, strength = text.rpartition(":")
    try:
        return {"source": {"path": path}, "strength": float(strength)} if path else {"source": {"path": text}}
    except ValueError:
        return {"source": {"path": text}}


def _curve(field: FieldInfo, text: str) -> dict[str, Any]:
    """Read ``smoothstep`` or points such as ``0:0,0.4:0.7,1:1``."""
    if ":" not in text:
        return {"kind": text}
    try:
        points = [[float(number) for number in pair.split(":")] for pair in text.split(",")]
    except ValueError:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{field.title}: “{text}” is not a curve.",
            "Write a name such as smoothstep, or points such as 0:0,0.4:0.7,1:1.",
        ) from None
    return {"kind": "points", "points": points}


def _put(values: dict[str, Any], path: Sequence[str], value: Any) -> None:
    for key in path[:-1]:
        values = values.setdefault(key, {})
    values[path[-1]] = value


def _convert(
    values: dict[str, Any],
    kind: type[Job],
    fields: list[FieldInfo],
    names: dict[tuple[str, ...], str],
    argument: str,
) -> Job:
    try:
        return msgspec.convert(values, kind, dec_hook=decode_hook)
    except msgspec.ValidationError as error:
        reason, _, where = str(error).partition(" - at `$.")
        place = re.sub(r"\[[^]]*\]", "", where.rstrip("`")).split(".")  # without the numbers of list items
        option = ""
        for field in fields:
            if tuple(place[: len(field.path)]) == field.path:
                name = names[field.path].replace("_", "-")
                option = name.upper() if field.name == argument else f"--{name}"
        raise PortraitsError(ErrorCode.USAGE, _in_words(option, reason), "See --help for what is allowed.") from None


_REASONS = (
    (re.compile(r"Expected `(?:int|float)` >= (\S+)"), r"must be at least \1"),
    (re.compile(r"Expected `(?:int|float)` > (\S+)"), r"must be more than \1"),
    (re.compile(r"Expected `(?:int|float)` <= (\S+)"), r"must be at most \1"),
    (re.compile(r"Expected `(?:int|float)` < (\S+)"), r"must be less than \1"),
    (re.compile(r"Expected `int` that's a multiple of (\d+)"), r"must be a multiple of \1"),
    (re.compile(r"Expected `str` of length >= 1"), "may not be empty"),
    (re.compile(r"Expected `str` of length <= (\d+)"), r"may have at most \1 characters"),
    (re.compile(r"Expected `array` of length <= (\d+)"), r"may be given at most \1 times"),
    (re.compile(r"Expected `str` matching regex .*"), "cannot have this form"),
    (re.compile(r"Invalid enum value '(.*)'"), r"cannot be “\1”"),
)
"""What msgspec says of a value, and the same as the end of a sentence that begins with the option."""


def _in_words(option: str, reason: str) -> str:
    if option:
        for pattern, words in _REASONS:
            if pattern.fullmatch(reason):
                return f"{option} {pattern.sub(words, reason)}."
    return f"{option}: {reason}." if option else f"{reason}."


def _list_artifacts(console: Console, job: Job, artifacts: list[Artifact]) -> None:  # noqa: ARG001
    for artifact in artifacts:
        console.text(f"{artifact.path}  {describe(artifact)}")


def describe(artifact: Artifact) -> str:
    """Say in a few words what a result file is: size, frames and length."""
    media = artifact.media
    parts = []
    if media.width:
        parts.append(f"{media.width} x {media.height}")
    if media.frames > 1:
        parts.append(f"{media.frames} frames at {Fraction(media.fps).limit_denominator(1001)} per second")
    if media.duration:
        parts.append(f"{media.duration:.2f} s")
    return ", ".join(parts)
