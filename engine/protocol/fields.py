"""The fields of a job as data: what command-line options and forms are built from.

Everything comes from the job struct itself: types, bounds, titles, descriptions, units and defaults.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import inspect as types

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.image import Lora
from engine.protocol.jobs.morph import Curve

FieldKind = Literal[
    "flag",
    "whole",
    "number",
    "text",
    "choice",
    "fraction",
    "curve",
    "file",
    "files",
    "whole_list",
    "number_list",
    "texts",
    "loras",
]


class FieldInfo(NamedTuple):
    """One value of a job a person can set.

    Attributes:
        path: names from the job down to the value, e.g. ``("encode", "quality")``.
        kind: what sort of value it is.
        title: a few words for a label; the name when the struct has none.
        description: one line of help, may be empty.
        unit: what a number counts, may be empty.
        default: the value when nothing is set; ``msgspec.NODEFAULT`` when it must be given.
        lowest: smallest number allowed, or None.
        highest: largest number allowed, or None.
        choices: the allowed words of a choice, in the order they were declared.
        optional: None is allowed and means "choose for me".
        multiple: the number must be a multiple of this, or None.
        most: the largest number of entries of a list, or None.
    """

    path: tuple[str, ...]
    kind: FieldKind
    title: str
    description: str
    unit: str
    default: Any
    lowest: float | None = None
    highest: float | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False
    multiple: float | None = None
    most: int | None = None

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def required(self) -> bool:
        return self.default is msgspec.NODEFAULT


def fields_of(job: type[Job]) -> list[FieldInfo]:
    """Return the fields of a job kind in the order of its struct; structs inside it are opened up.

    Raises:
        TypeError: the struct has a field of a type that no form and no option can show.
    """
    return list(_fields(types.type_info(job), ()))


def _fields(struct: Any, path: tuple[str, ...], defaults: Any = None) -> Iterator[FieldInfo]:
    hints = get_type_hints(struct.cls, include_extras=True)
    for field in struct.fields:
        default = getattr(defaults, field.name) if defaults is not None else _default(field)
        bare, about = _without_metadata(field.type)
        here = (*path, field.name)
        if isinstance(bare, types.StructType) and bare.cls not in (Curve, Source):
            yield from _fields(bare, here, default)
        else:
            info = _field(bare, here, default, about)
            # msgspec sorts the words of a choice; people see them in the order that was thought out.
            yield info._replace(choices=tuple(_declared_words(hints[field.name]))) if info.choices else info


def _declared_words(hint: Any) -> Iterator[str]:
    for part in get_args(hint):
        if get_origin(hint) is Literal:
            yield str(part)
        else:
            yield from _declared_words(part)


def _default(field: types.Field) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


def _without_metadata(kind: types.Type) -> tuple[types.Type, dict[str, Any]]:
    about: dict[str, Any] = {}
    while isinstance(kind, types.Metadata):
        about = {**(kind.extra_json_schema or {}), **about}
        kind = kind.type
    return kind, about


def _field(kind: types.Type, path: tuple[str, ...], default: Any, about: dict[str, Any]) -> FieldInfo:
    optional = False
    if isinstance(kind, types.UnionType):
        members = [_without_metadata(member)[0] for member in kind.types]
        optional = any(isinstance(member, types.NoneType) for member in members)
        others = [member for member in members if not isinstance(member, types.NoneType)]
        kind = others[0] if len(others) == 1 else types.StrType()
    info = FieldInfo(
        path=path,
        kind=_kind(kind, path),
        title=about.get("title", path[-1].replace("_", " ").capitalize()),
        description=about.get("description", ""),
        unit=about.get("unit", ""),
        default=default,
        optional=optional,
    )
    if isinstance(kind, types.IntType | types.FloatType):
        lowest = kind.ge if kind.ge is not None else kind.gt
        return info._replace(lowest=lowest, highest=kind.le, multiple=kind.multiple_of)
    if isinstance(kind, types.LiteralType):
        return info._replace(choices=tuple(str(value) for value in kind.values))
    if isinstance(kind, types.VarTupleType):
        return info._replace(most=kind.max_length)
    return info


def _kind(kind: types.Type, path: tuple[str, ...]) -> FieldKind:
    simple: dict[type, FieldKind] = {
        types.BoolType: "flag",
        types.IntType: "whole",
        types.FloatType: "number",
        types.StrType: "text",
        types.LiteralType: "choice",
    }
    if type(kind) in simple:
        return simple[type(kind)]
    if isinstance(kind, types.CustomType) and kind.cls is Fraction:
        return "fraction"
    if isinstance(kind, types.StructType):
        if kind.cls is Curve:
            return "curve"
        if kind.cls is Source:
            return "file"
    if isinstance(kind, types.VarTupleType):
        item, _ = _without_metadata(kind.item_type)
        if isinstance(item, types.StructType) and item.cls is Source:
            return "files"
        if isinstance(item, types.StructType) and item.cls is Lora:
            return "loras"
        lists: dict[type, FieldKind] = {
            types.IntType: "whole_list",
            types.FloatType: "number_list",
            types.StrType: "texts",
        }
        if type(item) in lists:
            return lists[type(item)]
    raise TypeError(f"No form can show {'.'.join(path)}: {kind}")
