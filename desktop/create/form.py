"""The form builder: sections of fields made from a job struct, checked live against the struct itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.create.editors import Editor, make_editor, mark_wrong
from desktop.widgets.labels import box, column, row
from desktop.widgets.pane import FieldBox, FoldSection, section
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo, fields_of
from engine.protocol.jobs.base import Job
from engine.protocol.values import decode_hook

UNSHOWN_KINDS = ("files", "curve", "whole_list", "number_list", "texts", "loras")


@dataclass(frozen=True)
class SectionPlan:
    """Where fields stand in a form.

    Attributes:
        title: of the section; translated when shown.
        rows: fields side by side, by their paths joined with dots ("encode.codec").
        folded: a section that is one row until it is opened.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    folded: bool = False


class Form(QObject):
    """Editors for the fields of one job kind; a panel places them, one by one or in sections.

    Values go through the struct's own validation, so that the form allows exactly what the engine allows; a field that
    is refused gets an edge in ``err``. A field that no panel placed keeps its default.

    Args:
        kind: the job's struct.
        own: editors a panel made itself, by path.
        starts: defaults of the window by path, where the struct's own are made for the command line.
    """

    changed = Signal()

    def __init__(
        self,
        kind: type[Job],
        own: dict[str, Editor] | None = None,
        starts: dict[str, Any] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._fields = form_fields(kind, starts)
        self._editors: dict[str, Editor] = {}
        self._boxes: dict[str, FieldBox] = {}
        self._folded: list[tuple[FoldSection, SectionPlan]] = []
        for path, editor in (own or {}).items():
            self._take(path, editor)

    def field(self, path: str) -> QWidget:
        """Return the field with its label; a check box carries its words itself."""
        info = self._fields[path]
        editor = self.editor(path)
        if info.kind == "flag":
            return editor.widget
        made = FieldBox(tr(info.title), editor.widget, help_text=tr(info.description) if info.description else "")
        made.reset.connect(editor.reset)
        self._boxes[path] = made
        return made

    def section(self, plan: SectionPlan) -> QWidget:
        """Return a section with its fields, folded or open."""
        rows = [self._row(names) for names in plan.rows]
        if not plan.folded:
            made = section(tr(plan.title), *rows)
        else:
            made = FoldSection(tr(plan.title), box(column(*rows, space=8, margins=(12, 2, 12, 12))))
            self._folded.append((made, plan))
        self._refresh()
        return made

    def editor(self, path: str) -> Editor:
        """Return the editor of a field, made on first use."""
        if path not in self._editors:
            self._take(path, make_editor(self._fields[path]))
        return self._editors[path]

    def _take(self, path: str, editor: Editor) -> None:
        self._editors[path] = editor
        editor.changed.connect(self._on_changed)

    def info(self, path: str) -> FieldInfo:
        return self._fields[path]

    def values(self) -> dict[str, Any]:
        """Return the values by path."""
        return {path: editor.value() for path, editor in self._editors.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show values by path; unknown paths are left out, so that a recipe of another version can be used."""
        for path, value in values.items():
            if path in self._editors:
                self._editors[path].set_value(value)
        self._refresh()
        self.changed.emit()

    def set_job(self, job: Job) -> None:
        """Show the values of a job."""
        self.set_values(flat(msgspec.to_builtins(job, enc_hook=str), self._fields))

    def reset(self) -> None:
        """Set every field to its default."""
        for editor in self._editors.values():
            if not editor.info.required:
                editor.set_value(msgspec.to_builtins(editor.info.default, enc_hook=str))
        self._refresh()
        self.changed.emit()

    def changed_count(self) -> int:
        return sum(not editor.is_default() for editor in self._editors.values())

    def job(self, **required: Any) -> Job:
        """Return the job that the form describes.

        Args:
            required: fields that no editor of the form holds: inputs, the output.

        Raises:
            msgspec.ValidationError: a value is not allowed; the message names its field.
        """
        tree: dict[str, Any] = {"kind": self._kind.__struct_config__.tag}
        for path, value in self.values().items():
            inner = tree
            *outer, last = path.split(".")
            for name in outer:
                inner = inner.setdefault(name, {})
            inner[last] = value
        tree.update(msgspec.to_builtins(required, enc_hook=str))
        return msgspec.convert(tree, type=self._kind, dec_hook=decode_hook)

    def show_problem(self, error: msgspec.ValidationError | None) -> str:
        """Mark the field that a validation error names; return the reason as a sentence, or ""."""
        message = "" if error is None else str(error)
        reason, _, where = message.partition(" - at `$")
        path = where.strip(".`")
        for name, editor in self._editors.items():
            mark_wrong(editor.widget, bool(error) and name == path)
        title = tr(self._fields[path].title) if path in self._fields else ""
        return f"{title}: {reason}" if title else reason

    def _row(self, names: Sequence[str]) -> QWidget:
        parts = [self.field(name) for name in names]
        layout = row(*parts, space=12)
        for index in range(len(parts)):
            layout.setStretch(index, 1)
        return box(layout)

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        for path, box_ in self._boxes.items():
            box_.set_changed(not self._editors[path].is_default())
        for fold, plan in self._folded:
            fold.set_summary(self._summary(plan))

    def _summary(self, plan: SectionPlan) -> str:
        """What differs from the defaults, or the first choices of the section."""
        words = []
        for path in (path for names in plan.rows for path in names):
            editor, info = self._editors[path], self._fields[path]
            value = editor.value()
            if info.kind == "choice":
                words.append(tr(str(value).replace("_", " ")))
            elif info.kind == "flag":
                words += [tr(info.title.lower())] if value else []
            elif not editor.is_default():
                words.append(f"{value} {tr(info.unit) if info.unit else ''}".strip())
        return " · ".join(words[:3])


def form_fields(kind: type[Job], starts: dict[str, Any] | None = None) -> dict[str, FieldInfo]:
    """Return the fields of a job kind by path, with the window's own defaults put in."""
    fields = {".".join(info.path): info for info in fields_of(kind)}
    for path, default in (starts or {}).items():
        fields[path] = fields[path]._replace(default=default)
    return fields


def flat(tree: dict[str, Any], fields: dict[str, FieldInfo]) -> dict[str, Any]:
    """Return the values of a job's plain form by path."""
    values: dict[str, Any] = {}
    for path, info in fields.items():
        inner: Any = tree
        for name in info.path:
            if not isinstance(inner, dict) or name not in inner:
                break
            inner = inner[name]
        else:
            values[path] = inner
    return values


def plain_plan(kind: type[Job], leave_out: Sequence[str] = ()) -> tuple[SectionPlan, ...]:
    """Return a plan for a job kind that has no panel of its own: all its fields, structs inside it folded."""
    outer: list[tuple[str, ...]] = []
    inner: dict[str, list[tuple[str, ...]]] = {}
    for info in fields_of(kind):
        path = ".".join(info.path)
        if info.kind in UNSHOWN_KINDS or path in leave_out or info.required:
            continue
        if len(info.path) == 1:
            outer.append((path,))
        else:
            inner.setdefault(info.path[0], []).append((path,))
    plans = [SectionPlan("Settings", tuple(outer))] if outer else []
    plans += [SectionPlan(name.capitalize(), tuple(rows), folded=True) for name, rows in inner.items()]
    return tuple(plans)
