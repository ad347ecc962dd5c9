"""The values of the chosen clips: gain, fades, speed, fit, opacity, place and scale, with keyframes at the playhead."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.timeline.bench import Bench
from desktop.timeline.edges_field import EdgesField
from desktop.timeline.keyed_field import KeyedField
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.timeline.words import clip_name, kind_of
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import ComboBox, NumberField
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, FadingClip, Interpolation, MovieClip, PictureClip, PlacedClip, SoundClip
from engine.project.edit import keys, values
from engine.project.keyframes import value_at
from engine.project.schema import Project

_CURVES: tuple[tuple[Interpolation, str], ...] = (
    ("linear", "Straight"),
    ("smoothstep", "Smooth"),
    ("ease_in", "Ease in"),
    ("ease_out", "Ease out"),
    ("hold", "Hold"),
)
_PLACES: tuple[tuple[keys.Property, str, float, float], ...] = (
    ("opacity", "Opacity", 0, 100),
    ("scale", "Scale", 1, 2000),
    ("x", "To the right", -1000, 1000),
    ("y", "Down", -1000, 1000),
)


class ClipValues(QWidget):
    """A small window over the timeline. Every change counts at once and can be undone.

    Args:
        bench: does the edits.
        selection: the chosen clips.
        playhead: where keyframes are set.
        parent: the window.
    """

    def __init__(self, bench: Bench, selection: ClipSelection, playhead: Playhead, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self._bench, self._selection, self._playhead = bench, selection, playhead
        self._above = parent
        self.setAccessibleName(tr("Values of the clip"))
        self.title = ElidedLabel("", "strong")
        close = IconButton("x", tr("Close"), keys="Esc")
        close.clicked.connect(self.hide)
        self.fields: dict[str, NumberField] = {}
        self.boxes: dict[str, QWidget] = {}
        self.key_buttons: dict[str, IconButton] = {}
        self.keyed: dict[str, KeyedField] = {}
        head = row(self.title, close, space=8)
        head.setStretch(0, 1)
        self.fit = Segment(
            [Option("cover", tr("Cover")), Option("contain", tr("Contain"))], name=tr("Fit"), side=28, fill=True
        )
        self.fit.chosen.connect(self._on_fit)
        self.boxes["fit"] = FieldBox(tr("Fit"), self.fit)
        self.edges = EdgesField()
        self.edges.chosen.connect(self._on_edges)
        self.boxes["edges"] = FieldBox(tr("Beside the picture"), self.edges)
        self.curve = ComboBox(name=tr("Way to the next keyframe"))
        for value, words in _CURVES:
            self.curve.addItem(tr(words), value)
        self.curve.activated.connect(self._on_curve)
        self.boxes["curve"] = FieldBox(tr("Way to the next keyframe"), self.curve)
        parts = [
            row(
                self._number("gain_db", tr("Gain"), -60, 24, "dB", 1, self._on_gain),
                self._number("speed", tr("Speed"), 0.05, 20, "×", 2, self._on_speed),
            ),
            row(
                self._number("fade_in", tr("Fade in"), 0, 3600, "s", 2, self._on_fades),
                self._number("fade_out", tr("Fade out"), 0, 3600, "s", 2, self._on_fades),
            ),
            row(self.boxes["fit"]),
            row(self.boxes["edges"]),
        ]
        for name, words, low, high in _PLACES:
            parts.append(row(self._keyed(name, tr(words), low, high)))
        parts.append(row(self.boxes["curve"]))
        self.setLayout(column(head, *parts, space=8, margins=(14, 12, 14, 14)))
        self.setFixedWidth(theme().px(300))
        selection.changed.connect(self._on_change)
        playhead.moved.connect(self._on_change)

    def open(self) -> None:
        """Show the values of the chosen clips."""
        self.refresh(self._bench.project)
        self.adjustSize()
        above = self._above
        corner = above.mapToGlobal(above.rect().topRight())
        self.move(corner.x() - self.width() - theme().px(12), corner.y() - self.height() - theme().px(8))
        self.show()
        self.activateWindow()

    def refresh(self, project: Project) -> None:
        """Take over what the chosen clips have now."""
        clip = self._clip()
        if clip is None:
            self.hide()
            return
        count = len(self._selection.ids)
        name = clip_name(clip, project.media_by_id())
        self.title.set_text(tr("{n} clips", n=count) if count > 1 else f"{kind_of(clip)} · {name}")
        heard = isinstance(clip, MovieClip | SoundClip)
        self._show("gain_db", heard, getattr(clip, "gain_db", 0.0))
        self._show("speed", heard and count == 1, float(getattr(clip, "speed", 1)))
        fades = isinstance(clip, FadingClip)
        self._show("fade_in", fades, float(getattr(clip, "fade_in", 0)))
        self._show("fade_out", fades, float(getattr(clip, "fade_out", 0)))
        self.boxes["fit"].setVisible(isinstance(clip, PlacedClip))
        if isinstance(clip, PlacedClip):
            self.fit.set_value(clip.fit)
            self.edges.set_value(clip.edges)
        self.boxes["edges"].setVisible(isinstance(clip, PlacedClip) and clip.fit == "contain")
        for prop, *_ in _PLACES:
            self._show_keyed(prop, clip)
        self._show_curve(clip)

    def _show_keyed(self, name: keys.Property, clip: AnyClip) -> None:
        seen = isinstance(clip, PictureClip)
        self.boxes[name].setVisible(seen)
        if not isinstance(clip, PictureClip):
            return
        found = getattr(clip.keyframes, name)
        time = self._playhead.time - clip.start
        self._show(name, True, value_at(found, getattr(clip, name), time) * 100)
        here = next((key for key in found if key.time == time), None)
        alone = len(self._selection.ids) == 1
        can_set = 0 <= time <= clip.duration and alone
        self.keyed[name].show_keys(has_any=bool(found), here=here is not None, can_set=can_set)
        if here is not None:
            self.curve.setCurrentIndex(max(0, self.curve.findData(here.curve)))

    def _show_curve(self, clip: AnyClip) -> None:
        self.boxes["curve"].setVisible(bool(self._keys_here(clip)) and len(self._selection.ids) == 1)

    def _keys_here(self, clip: AnyClip) -> list[keys.Property]:
        """Return the properties that have a keyframe at the playhead."""
        if not isinstance(clip, PictureClip):
            return []
        time = self._playhead.time - clip.start
        return [name for name in keys.PROPERTIES if any(key.time == time for key in getattr(clip.keyframes, name))]

    # Building

    def _number(
        self, name: str, words: str, low: float, high: float, unit: str, decimals: int, changed: Callable[[str], None]
    ) -> QWidget:
        field = NumberField(low, high, decimals=decimals, unit=unit, step=0.1 if decimals else 1)
        field.editingFinished.connect(lambda: changed(name))
        self.fields[name] = field
        self.boxes[name] = FieldBox(words, field)
        return self.boxes[name]

    def _keyed(self, name: keys.Property, words: str, low: float, high: float) -> QWidget:
        made = KeyedField(name, words, low, high)
        made.edited.connect(self._on_place)
        made.key_pressed.connect(self._on_key)
        made.step_wanted.connect(self._on_step)
        self.keyed[name], self.fields[name], self.key_buttons[name] = made, made.field, made.key
        self.boxes[name] = made
        return made

    def _show(self, name: str, visible: bool, value: float) -> None:
        self.boxes[name].setVisible(visible)
        field = self.fields[name]
        if not field.hasFocus():
            with QSignalBlocker(field):
                field.setValue(value)

    # Changing

    def _clip(self) -> AnyClip | None:
        found = self._bench.clips()
        return found[0][1] if found else None

    def _on_change(self, _event: object) -> None:
        if self.isVisible():
            self.refresh(self._bench.project)

    def _on_gain(self, name: str) -> None:
        ids, gain = self._selection.ids, round(self.fields[name].value(), 1)
        self._bench.do(tr("Change gain"), lambda p: values.set_values(p, ids, gain_db=gain))

    def _on_speed(self, name: str) -> None:
        clip = self._clip()
        speed = Fraction(round(self.fields[name].value() * 100), 100)
        if clip is not None and speed != getattr(clip, "speed", speed):
            self._bench.do(tr("Change speed"), lambda p: values.set_speed(p, clip.id, speed))

    def _on_fades(self, name: str) -> None:
        ids, length = self._selection.ids, Fraction(round(self.fields[name].value() * 1000), 1000)
        wanted = {name: length}
        self._bench.do(tr("Change fade"), lambda p: values.set_fades(p, ids, **wanted))

    def _on_fit(self, fit: object) -> None:
        ids = self._selection.ids
        self._bench.do(tr("Change fit"), lambda p: values.set_values(p, ids, fit=fit))

    def _on_edges(self, edges: object) -> None:
        ids = self._selection.ids
        self._bench.do(tr("Change edges"), lambda p: values.set_values(p, ids, edges=edges))

    def _on_curve(self, index: int) -> None:
        clip, time = self._clip(), self._playhead.time
        curve: Interpolation = self.curve.itemData(index)
        if clip is None:
            return
        names, clip_id = self._keys_here(clip), clip.id

        def edit(project: Project) -> Project:
            for name in names:
                project = keys.set_key(project, clip_id, name, time, curve=curve)
            return project

        self._bench.do(tr("Change keyframe"), edit)

    def _on_step(self, name: object, forward: object) -> None:
        """Go to the next or previous keyframe of a value."""
        clip = self._clip()
        if not isinstance(clip, PictureClip):
            return
        now = self._playhead.time - clip.start
        times = [key.time for key in getattr(clip.keyframes, str(name))]
        ahead = [time for time in times if (time > now if forward else time < now)]
        if ahead:
            self._playhead.go_to(clip.start + (min(ahead) if forward else max(ahead)))

    def _on_place(self, name: str) -> None:
        clip, value = self._clip(), round(self.fields[name].value() / 100, 4)
        prop: keys.Property = name  # type: ignore[assignment]
        if not isinstance(clip, PictureClip):
            return
        if getattr(clip.keyframes, name) and len(self._selection.ids) == 1:
            # A value that moves is changed where the playhead stands.
            time = self._playhead.time
            self._bench.do(tr("Set keyframe"), lambda p: keys.set_key(p, clip.id, prop, time, value))
        else:
            ids = self._selection.ids
            self._bench.do(tr("Change {name}", name=name), lambda p: values.set_values(p, ids, **{name: value}))

    def _on_key(self, name: str) -> None:
        clip, time = self._clip(), self._playhead.time
        prop: keys.Property = name  # type: ignore[assignment]
        if not isinstance(clip, PictureClip):
            return
        here = any(key.time == time - clip.start for key in getattr(clip.keyframes, name))
        if here:
            self._bench.do(tr("Remove keyframe"), lambda p: keys.remove_key(p, clip.id, prop, time))
        else:
            self._bench.do(tr("Set keyframe"), lambda p: keys.set_key(p, clip.id, prop, time))

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painting.frame(QPainter(self), self.rect(), fill=look.colour("raised"), edge=look.colour("edge"), radius=8)
