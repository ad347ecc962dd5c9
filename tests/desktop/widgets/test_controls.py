"""Controls answer to mouse and keyboard alike, and say what they are."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.buttons import Button, IconButton, Kind, shortcut_text
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.estimate_chip import EstimateChip
from desktop.widgets.fields import NumberField
from desktop.widgets.focus import FocusRing
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.pane import FieldBox, FoldSection
from desktop.widgets.switches import CheckBox, Stars, Switch
from desktop.widgets.theme import theme
from desktop.widgets.toast import MOST, ToastArea
from engine.protocol.jobs import VoiceJob
from engine.protocol.queries import Estimate
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)

Host = Callable[..., QWidget]


@pytest.fixture
def host(qtbot) -> Iterator[Host]:  # type: ignore[no-untyped-def]
    """Put widgets into a window that is shown."""
    windows: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        window = QWidget()
        layout = QHBoxLayout(window)
        for part in parts:
            layout.addWidget(part)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        return window

    yield show
    windows.clear()


def test_an_icon_button_has_a_name_and_shows_its_shortcut(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    button = IconButton("undo", "Undo", keys="Ctrl+Z")
    host(button)
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo  Ctrl Z"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= theme().px(24)


def test_the_ring_shows_on_keyboard_focus_only(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    first, second = Button("One"), Button("Two")
    window = host(first, second)
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.findChildren(FocusRing)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    rings = window.findChildren(FocusRing)
    assert len(rings) == 1
    assert rings[0].geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_lies_where_it_is_not_cut_off(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    button = Button("One")
    field = QWidget()
    inner = QHBoxLayout(field)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(button)
    window = host(Button("Two"), field)
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(FocusRing)
    assert ring.parentWidget() is window
    assert window.rect().contains(ring.geometry())
    field.move(field.x() + 3, field.y())
    assert ring.geometry().center() == button.mapTo(window, button.rect().center())


def test_a_line_of_parts_loses_whole_parts_first(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    label = ElidedLabel("picture · 512 × 512 · yesterday", least=40)
    host(label)
    assert label.minimumSizeHint().width() == theme().px(40)
    assert ElidedLabel("3", least=40).minimumSizeHint().width() < theme().px(40)
    whole, metrics = label.sizeHint().width(), theme().metrics("body")
    label.resize(whole, 20)
    assert label.shown() == "picture · 512 × 512 · yesterday"
    label.resize(whole - 4, 20)
    assert label.shown() == "picture · 512 × 512"
    label.resize(metrics.horizontalAdvance("picture") + 1, 20)
    assert label.shown() == "picture"


def test_a_long_message_has_its_action_below(host: Host) -> None:
    window = host()
    area = ToastArea(window, 40)
    short = area.show_message("3 pictures moved to the trash.", "Undo", lambda: None)
    long = area.show_message("A name that goes on and on " * 4, "Show in folder", lambda: None)
    for toast in (short, long):
        toast.resize(toast.width(), toast.heightForWidth(toast.width()))
        layout = toast.layout()
        assert layout is not None
        layout.activate()
    assert short.button is not None
    assert long.button is not None
    assert short.button.mapTo(short, short.button.rect().center()).y() < short.words.geometry().bottom()
    assert long.button.mapTo(long, long.button.rect().topLeft()).y() >= long.words.geometry().bottom()


def test_the_main_button_is_higher_and_cuts_its_shortcut_first(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    main = Button("Render movie", kind=Kind.MAIN, keys="Ctrl+Return")
    plain = Button("Render movie")
    host(main, plain)
    assert main.sizeHint().height() == theme().px(32) > plain.sizeHint().height()
    assert shortcut_text("Ctrl+Return") == "Ctrl ↵"


def test_arrow_keys_move_inside_a_segment(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    segment = Segment([Option("a", "One"), Option("b", "Two"), Option("c", "Three")], name="Which")
    host(segment)
    heard: list[object] = []
    segment.chosen.connect(heard.append)
    segment.set_choice_enabled("b", False)
    segment.button("a").setFocus()
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert segment.value() == "c"
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert heard == ["c", "a"]
    segment.set_value("c")
    assert heard == ["c", "a"], "what the program sets is not told as a person's choice"


def test_choosing_in_a_segment_moves_nothing(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    segment = Segment([Option("a", "Short"), Option("b", "Much longer words")], name="Which")
    host(segment)
    before = segment.sizeHint()
    segment.set_value("b")
    assert segment.sizeHint() == before


def test_a_number_field_shows_its_value_and_ignores_the_wheel_without_focus(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    field = NumberField(0, 10, decimals=2, unit="s")
    field.setValue(2.2)
    host(field)
    assert field.text() == "2.20"
    assert field.lineEdit().width() > theme().px(20), "the text must have room"
    field.setValue(99)
    assert field.value() == 10


def test_stars_by_key_and_again_for_none(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    stars = Stars("Stars")
    host(stars)
    heard: list[object] = []
    stars.rated.connect(heard.append)
    stars.setFocus()
    qtbot.keyClick(stars, Qt.Key.Key_4)
    stars.set_rating(4)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=stars.rect().center() + stars.rect().topLeft())
    qtbot.keyClick(stars, Qt.Key.Key_Left)
    assert heard == [4, 3, 3]


def test_switch_and_check_box_are_told_by_words_too(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    switch, box, chip = (
        Switch("Offline", "On", "Off"),
        CheckBox("Keep transparency"),
        Chip("6", "image", name="Pictures: 6"),
    )
    host(switch, box, chip)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert box.isChecked()
    assert switch.accessibleName() == "Offline"
    assert chip.accessibleName() == "Pictures: 6"


def test_a_field_has_its_label_as_buddy_and_reset_only_when_changed(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    field = NumberField(0, 10)
    made = FieldBox("Seconds", field, help_text="How long.")
    host(made)
    assert made.label.buddy() is field
    assert field.accessibleName() == "Seconds"
    assert not made.reset_button.isVisible()
    made.set_changed(True)
    assert made.reset_button.isVisible()
    with qtbot.waitSignal(made.reset):
        qtbot.mouseClick(made.reset_button, Qt.MouseButton.LeftButton)


def test_a_folded_section_opens_by_key(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    body = QWidget()
    fold = FoldSection("Picture", body)
    host(fold)
    assert not body.isVisible()
    fold.set_open(True)
    assert body.isVisible()


def test_an_estimate_says_its_state_in_words_and_offers_the_smaller_setting(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    chip = EstimateChip()
    host(chip)
    smaller = VoiceJob(text="x", output="y.wav")
    with qtbot.waitSignal(chip.worsened):
        chip.show_estimate(
            Estimate(
                fit="does_not_fit",
                memory=43 * 2**30,
                memory_available=12 * 2**30,
                disk=0,
                advice="Halve it.",
                retry=smaller,
            )
        )
    assert chip.mark.text() == "Does not fit"
    assert chip.figures.text() == "43 of 12 GB"
    with qtbot.waitSignal(chip.advice_taken) as taken:
        qtbot.mouseClick(chip.take, Qt.MouseButton.LeftButton)
    assert taken.args == [smaller]


def test_at_most_three_toasts_and_the_action_acts_once(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    window = host()
    window.resize(600, 400)
    area = ToastArea(window, 40)
    done: list[str] = []
    for number in range(5):
        area.show_message(f"Message {number}", "Undo", lambda number=number: done.append(str(number)))
    assert area.messages() == ["Message 2", "Message 3", "Message 4"]
    assert len(area.toasts()) == MOST
    button = area.toasts()[-1].button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["4"]
    assert area.messages() == ["Message 2", "Message 3"]


def test_an_empty_state_is_one_sentence_with_what_to_do(qtbot, host: Host) -> None:  # type: ignore[no-untyped-def]
    button = Button("Add files …", "plus")
    empty = EmptyState("images", "Things appear here.", button)
    host(empty)
    assert empty.sentence() == "Things appear here."
    assert button.isVisible()
