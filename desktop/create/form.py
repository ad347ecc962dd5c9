"""The form builder: sections of fields made from a job struct, checked live against the struct itself."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.create.editor import Editor, mark_wrong, plain
from desktop.create.editors import make_editor
from desktop.create.form_fields import INPUT_KINDS, SectionPlan, flat, form_fields, in_short
from desktop.create.tools import Tools
from desktop.widgets.engine_words import engine_text
from desktop.widgets.labels import box, column, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import FieldBox, FoldSection, section
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo
from engine.protocol.jobs.base import Job
from engine.protocol.values import decode_hook

_SUMMARY_WORDS = 3
_QUIET = ("auto", "off", "none")
"""Choices that are not worth a word while they are the default."""


class Form(QObject):
    """Editors for the fields of one job kind, or of a few that share most fields; a panel places them.

    Values go through the struct's own validation, so that the form allows exactly what the engine allows; a field that
    is refused gets an edge in ``err``. A field that no panel placed keeps its default.

    Args:
        kind: the job's struct.
        own: editors a panel made itself, by path.
        starts: defaults of the window by path, where the struct's own are made for the command line.
        also: further kinds that the same panel makes, see :meth:`use_kind`.
        kept: paths that presets and *reset all* leave as they are; so they do with files that go in.
        tools: what fields that show files ask.
    """

    changed = Signal()

    def __init__(
        self,
        kind: type[Job],
        own: dict[str, Editor] | None = None,
        starts: dict[str, Any] | None = None,
        parent: QObject | None = None,
        *,
        also: Sequence[type[Job]] = (),
        kept: Sequence[str] = (),
        tools: Tools | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._tools = tools
        self._fields: dict[str, FieldInfo] = {}
        for each in (*reversed(also), kind):
            self._fields |= form_fields(each)
        for path, default in (starts or {}).items():
            self._fields[path] = self._fields[path]._replace(default=default)
        inputs = (path for path, info in self._fields.items() if info.kind in INPUT_KINDS)
        self._kept = frozenset((*kept, *inputs))
        self._editors: dict[str, Editor] = {}
        self._boxes: list[tuple[FieldBox, tuple[str, ...]]] = []
        self._folded: list[tuple[FoldSection, SectionPlan]] = []
        for path, editor in (own or {}).items():
            self._take(path, editor)

    # Placing

    def field(self, path: str, *, title: str = "", hint: str = "") -> QWidget:
        """Return the field with its label; a check box carries its words itself."""
        info = self._fields[path]
        editor = self.editor(path)
        if info.kind == "flag":
            return editor.widget
        if not hint and info.multiple:
            hint = tr("multiples of {n}", n=short_number(info.multiple))
        return self.wrap((path,), title or tr(info.title), editor.widget, hint=hint)

    def wrap(self, paths: Sequence[str], title: str, widget: QWidget, *, hint: str = "") -> FieldBox:
        """Return a label above a widget that shows one or more fields; its reset brings all of them back."""
        editors = [self.editor(path) for path in paths]
        about = editors[0].info.description
        made = FieldBox(title, widget, help_text=tr(about) if about else "", hint=hint)
        for editor in editors:
            made.reset.connect(editor.reset)
        self._boxes.append((made, tuple(paths)))
        return made

    def section(self, plan: SectionPlan) -> QWidget:
        """Return a section with its fields, folded or open."""
        if plan.folded:
            return self.fold(plan)
        made = section(tr(plan.title), *(self._row(names) for names in plan.rows))
        self.refresh()
        return made

    def fold(self, plan: SectionPlan, *, before: Sequence[QWidget] = (), after: Sequence[QWidget] = ()) -> FoldSection:
        """Return a section that is one row until it is opened; a panel may add widgets of its own."""
        rows = [*before, *(self._row(names) for names in plan.rows), *after]
        made = FoldSection(tr(plan.title), box(column(*rows, space=8, margins=(12, 2, 12, 12))))
        self._folded.append((made, plan))
        self.refresh()
        return made

    def editor(self, path: str) -> Editor:
        """Return the editor of a field, made on first use."""
        if path not in self._editors:
            self._take(path, make_editor(self._fields[path], self._tools))
        return self._editors[path]

    def give(self, path: str, editor: Editor) -> Editor:
        """Use an editor that a panel made for a field, with the field's default."""
        self._take(path, editor)
        if not editor.info.required:
            editor.set_value(plain(editor.info.default))
        return editor

    def _take(self, path: str, editor: Editor) -> None:
        self._editors[path] = editor
        editor.changed.connect(self._on_changed)

    def info(self, path: str) -> FieldInfo:
        return self._fields[path]

    # Values

    def use_kind(self, kind: type[Job]) -> None:
        """Make jobs of another of the form's kinds from now on."""
        self._kind = kind
        self.changed.emit()

    @property
    def kind(self) -> type[Job]:
        return self._kind

    def values(self) -> dict[str, Any]:
        """Return the values by path."""
        return {path: editor.value() for path, editor in self._editors.items()}

    def preset_values(self) -> dict[str, Any]:
        """Return the values that a preset keeps."""
        return {path: value for path, value in self.values().items() if path not in self._kept}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show values by path; unknown paths are left out, so that a recipe of another version can be used."""
        for path, value in values.items():
            if path in self._editors:
                self._editors[path].set_value(value)
        self.refresh()
        self.changed.emit()

    def set_job(self, job: Job) -> None:
        """Show the values of a job."""
        self.set_values(flat(plain(job), self._fields))

    def reset(self) -> None:
        """Set every field to its default, but for what goes in."""
        for path, editor in self._editors.items():
            if not editor.info.required and path not in self._kept:
                editor.set_value(plain(editor.info.default))
        self.refresh()
        self.changed.emit()

    def job(self, **required: Any) -> Job:
        """Return the job that the form describes.

        Args:
            required: fields that no editor of the form holds, or holds otherwise: inputs, the output.

        Raises:
            msgspec.ValidationError: a value is not allowed; the message names its field.
        """
        tree: dict[str, Any] = {"kind": self._kind.__struct_config__.tag}
        own = self._kind.__struct_fields__
        for path, value in self.values().items():
            outer, *inner = path.split(".")
            if outer not in own:
                continue
            branch = tree
            for name in (outer, *inner)[:-1]:
                branch = branch.setdefault(name, {})
            branch[path.rpartition(".")[2]] = value
        tree.update(plain(required))
        return msgspec.convert(tree, type=self._kind, dec_hook=decode_hook)

    def show_problem(self, error: msgspec.ValidationError | None) -> str:
        """Mark the field that a validation error names; return the reason as a sentence, or ""."""
        message = "" if error is None else str(error)
        reason, _, where = message.partition(" - at `$")
        path = where.strip(".`").partition("[")[0]
        for name, editor in self._editors.items():
            mark_wrong(editor.widget, bool(error) and name == path)
        title = tr(self._fields[path].title) if path in self._fields else ""
        return f"{title}: {engine_text(reason)}" if title else engine_text(reason)

    # Showing

    def _row(self, names: Sequence[str]) -> QWidget:
        parts = [self.field(name) for name in names]
        layout = row(*parts, space=12)
        for index, name in enumerate(names):
            layout.setStretch(index, 1)
            if self._fields[name].kind == "flag":
                layout.setAlignment(parts[index], Qt.AlignmentFlag.AlignLeft)
        return box(layout)

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Show what differs from the defaults, at the labels and in the rows of folded sections."""
        for made, paths in self._boxes:
            made.set_changed(any(not self._editors[path].is_default() for path in paths))
        for fold, plan in self._folded:
            fold.set_summary(self._summary(plan))

    def _summary(self, plan: SectionPlan) -> str:
        """What differs from the defaults, or the first choices of the section."""
        words: list[str] = []
        switched_on = False
        for path in (path for names in plan.rows for path in names):
            editor, info = self._editors[path], self._fields[path]
            value = editor.value()
            if info.kind == "choice":
                words += [tr(str(value).replace("_", " "))] if value not in _QUIET or not editor.is_default() else []
            elif info.kind == "flag" and info.title == plan.title:
                switched_on = bool(value)
                words.append(tr("on") if value else tr("off"))
            elif info.kind == "flag":
                words += [tr(info.title.lower())] if value != info.default else []
            elif switched_on or not editor.is_default():
                words.append(in_short(value, info))
        return " · ".join(words[:_SUMMARY_WORDS])
