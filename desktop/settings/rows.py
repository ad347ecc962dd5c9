"""One row for each setting: name and one line of help at the left, its field at the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.state import secrets
from desktop.state.setting import Setting, Value
from desktop.state.settings import Settings
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.engine_words import engine_text
from desktop.widgets.fields import ComboBox, NumberField, Slider
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.switches import Switch
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_NAME_WIDTH = 252
_SEGMENT_LETTERS = 34
_SLIDER_STEPS = 200


def setting_text(text: str) -> str:
    """Return a text of the schema in the person's language."""
    return QCoreApplication.translate("Settings", text) if text else ""


class SettingRow(QWidget):
    """Shows one setting and changes it at once."""

    edited = Signal(object, object)
    """args: str key, the value a person chose."""

    def __init__(self, setting: Setting, settings: Settings) -> None:
        super().__init__()
        self.setting = setting
        self._settings = settings
        title = setting_text(setting.title)
        self.name = label(title)
        self.reset_button = IconButton("rotate-ccw", tr("Reset {name}", name=title), side=24, icon_side=14)
        self.reset_button.set_tone("warn")
        self.reset_button.clicked.connect(self._reset)
        head = row(self.name, self.reset_button, None, space=4)
        help_label = label(setting_text(setting.help), "tiny", "text2", wrap=True)
        help_label.setVisible(bool(setting.help))
        left = box(column(head, help_label, None, space=1))
        left.setFixedWidth(theme().px(_NAME_WIDTH))
        field, self._show = self._field()
        field.setAccessibleName(title)
        field.setAccessibleDescription(setting_text(setting.help))
        self.name.setBuddy(field)
        self.field = field
        right = column(self._framed(field), None, space=0)
        layout = row(left, right, space=16, margins=(20, 5, 20, 5))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.refresh()

    def matches(self, typed: str) -> bool:
        """Return whether the words a person searches for are in this setting."""
        words = f"{self.setting.key} {setting_text(self.setting.title)} {setting_text(self.setting.help)}"
        words += " ".join(setting_text(choice.title) for choice in self.setting.choices)
        return all(word in words.casefold() for word in typed.casefold().split())

    def changed(self) -> bool:
        return self.setting.kind != "secret" and not self._settings.is_default(self.setting.key)

    def refresh(self) -> None:
        """Show the value as it is now."""
        self.reset_button.setVisible(self.changed())
        if self.setting.kind != "secret":
            self._show(self._settings.value(self.setting.key))

    def _framed(self, field: QWidget) -> QWidget:
        parts: list[QWidget] = [field]
        if self.setting.kind == "folder":
            choose = Button(tr("Choose …"), "folder-open")
            choose.clicked.connect(self._choose_folder)
            parts.append(choose)
        if self.setting.kind == "secret":
            forget = Button(tr("Forget"))
            forget.clicked.connect(partial(self._forget_secret, field))
            parts.append(forget)
        if self.setting.kind in ("folder", "text", "secret"):
            layout = row(*parts, space=8)
            layout.setStretch(0, 1)
        else:
            layout = row(*parts, None, space=8)
        return box(layout)

    def _reset(self) -> None:
        self.edited.emit(self.setting.key, self.setting.default)

    def _emit(self, value: Value) -> None:
        self.edited.emit(self.setting.key, value)

    def _field(self) -> tuple[QWidget, Callable[[Value], None]]:
        makers: dict[str, Callable[[], tuple[QWidget, Callable[[Value], None]]]] = {
            "bool": self._switch,
            "choice": self._choice,
            "int": self._number,
            "float": self._number,
            "text": self._text,
            "folder": self._text,
            "colour": self._text,
            "secret": self._secret,
        }
        return makers[self.setting.kind]()

    def _switch(self) -> tuple[QWidget, Callable[[Value], None]]:
        made = Switch(setting_text(self.setting.title), tr("On"), tr("Off"))
        made.clicked.connect(lambda: self._emit(made.isChecked()))

        def show(value: Value) -> None:
            made.setChecked(bool(value))
            made.update()

        return made, show

    def _choice(self) -> tuple[QWidget, Callable[[Value], None]]:
        choices = [
            (choice.value, setting_text(choice.title), setting_text(choice.help)) for choice in self.setting.choices
        ]
        if sum(len(title) for _, title, _ in choices) <= _SEGMENT_LETTERS:
            segment = Segment([Option(v, t, help=h) for v, t, h in choices], name=setting_text(self.setting.title))
            segment.chosen.connect(lambda value: self._emit(str(value)))
            return segment, lambda value: segment.set_value(str(value))
        combo = ComboBox()
        combo.setFixedWidth(theme().px(232))
        for value, title, help_text in choices:
            combo.addItem(title, value)
            combo.setItemData(combo.count() - 1, help_text, Qt.ItemDataRole.ToolTipRole)
        combo.activated.connect(lambda _index: self._emit(combo.currentData()))
        return combo, lambda value: combo.setCurrentIndex(combo.findData(value))

    def _number(self) -> tuple[QWidget, Callable[[Value], None]]:
        setting = self.setting
        low, high = setting.low or 0.0, setting.high if setting.high is not None else 1e9
        whole = setting.kind == "int"
        field = NumberField(low, high, decimals=0 if whole else 2, unit=setting_text(setting.unit))
        field.setFixedWidth(theme().px(130))
        field.setAccessibleName(setting_text(setting.title))
        slider = Slider(0, _SLIDER_STEPS, name=setting_text(setting.title))
        slider.setFixedWidth(theme().px(200))
        # A span over many orders has no place for a slider: one step would be larger than most values.
        slider.setVisible(high - low <= 1000)

        def take(value: float) -> None:
            self._emit(round(value) if whole else round(value, 2))

        field.valueChanged.connect(take)
        slider.valueChanged.connect(lambda place: take(low + place / _SLIDER_STEPS * (high - low)))

        def show(value: Value) -> None:
            for widget, place in (
                (field, float(value)),
                (slider, round((float(value) - low) / (high - low) * _SLIDER_STEPS)),
            ):
                widget.blockSignals(True)
                widget.setValue(place)  # type: ignore[arg-type]
                widget.blockSignals(False)

        holder = box(row(slider, field, None, space=12))
        holder.setFocusProxy(field)
        return holder, show

    def _text(self) -> tuple[QWidget, Callable[[Value], None]]:
        made = QLineEdit()
        made.editingFinished.connect(lambda: self._emit(made.text()))
        if self.setting.kind == "folder":
            made.setPlaceholderText(tr("The application's own folder"))
        return made, lambda value: made.setText(str(value))

    def _secret(self) -> tuple[QWidget, Callable[[Value], None]]:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setPlaceholderText(tr("Kept in the system's key store"))
        made.editingFinished.connect(partial(self._keep_secret, made))
        return made, lambda _value: None

    def _keep_secret(self, field: QLineEdit) -> None:
        if not field.text():
            return
        try:
            secrets.write(secrets.NAMES[self.setting.key], field.text())
        except secrets.SecretsUnavailable as error:
            field.setPlaceholderText(engine_text(str(error)))
        else:
            field.setPlaceholderText(tr("Kept. Type to replace it."))
        field.clear()

    def _forget_secret(self, field: QWidget) -> None:
        assert isinstance(field, QLineEdit)
        try:
            secrets.remove(secrets.NAMES[self.setting.key])
        except secrets.SecretsUnavailable as error:
            field.setPlaceholderText(engine_text(str(error)))
        else:
            field.setPlaceholderText(tr("Nothing is kept"))

    def _choose_folder(self) -> None:
        now = str(self._settings.value(self.setting.key)) or str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, setting_text(self.setting.title), now)
        if folder:
            self._emit(folder)
