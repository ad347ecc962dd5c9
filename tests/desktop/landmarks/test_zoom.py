"""Pinching: on a touch pad by the system's gestures, on a touch screen by two fingers."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.landmarks.zoom_canvas import ZoomCanvas
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_ABOUT = QPointF(120, 200)


def _gesture(canvas: ZoomCanvas, kind: Qt.NativeGestureType, value: float) -> None:
    glob = QPointF(canvas.mapToGlobal(_ABOUT))
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, _ABOUT, _ABOUT, glob, value, QPointF()
    )
    QApplication.sendEvent(canvas, event)


def test_a_pinch_on_a_touch_pad_zooms_about_the_pointer_and_the_partner_goes_along(editor: Editor) -> None:
    one, other = editor.page.canvases
    place, scales = one.place_at(_ABOUT), (one.view().scale, other.view().scale)
    for value in (0.1, 0.1, -0.05):
        _gesture(one, Qt.NativeGestureType.ZoomNativeGesture, value)
    assert one.view().scale == pytest.approx(scales[0] * 1.1 * 1.1 * 0.95)
    assert one.place_at(_ABOUT) == pytest.approx(place)
    assert other.view().scale == pytest.approx(scales[1] * 1.1 * 1.1 * 0.95)


def test_a_double_tap_with_two_fingers_fits_the_face_and_other_gestures_are_left_alone(editor: Editor) -> None:
    canvas = editor.page.canvases[0]
    fitted = canvas.view()
    canvas.zoom(3.0)
    _gesture(canvas, Qt.NativeGestureType.SmartZoomNativeGesture, 1.0)
    assert canvas.view() == fitted
    _gesture(canvas, Qt.NativeGestureType.RotateNativeGesture, 20.0)
    assert canvas.view() == fitted


def test_a_pinch_never_turns_the_picture_inside_out(editor: Editor) -> None:
    canvas = editor.page.canvases[0]
    for _ in range(40):
        _gesture(canvas, Qt.NativeGestureType.ZoomNativeGesture, -1.5)
    assert canvas.view().scale > 0


def test_two_fingers_on_a_touch_screen_zoom_and_what_the_first_began_is_not_meant(editor: Editor) -> None:
    canvas = editor.page.canvases[0]
    device = QTest.createTouchDevice()
    scale = canvas.view().scale
    left, right = QPoint(150, 200), QPoint(210, 200)
    QTest.touchEvent(canvas, device).press(0, left, canvas).press(1, right, canvas).commit()
    for step in range(1, 13):
        fingers = QTest.touchEvent(canvas, device)
        fingers.move(0, left - QPoint(5 * step, 0), canvas).move(1, right + QPoint(5 * step, 0), canvas).commit()
    QTest.touchEvent(canvas, device).release(0, left - QPoint(60, 0), canvas).release(
        1, right + QPoint(60, 0), canvas
    ).commit()
    assert canvas.view().scale > 1.5 * scale
    assert not canvas.gestures.busy
    assert editor.document.undo.count() == 0


def test_two_fingers_on_a_touch_pad_pan(editor: Editor) -> None:
    canvas = editor.page.canvases[0]
    before = canvas.view()
    wheel = QWheelEvent(
        _ABOUT, canvas.mapToGlobal(_ABOUT), QPoint(12, -7), QPoint(24, -14), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    after = canvas.view()
    assert after.scale == before.scale
    assert ((before.x - after.x) * after.scale, (before.y - after.y) * after.scale) == pytest.approx((12, -7))


def test_events_of_a_canvas_without_a_picture_do_nothing(bare: Editor) -> None:
    canvas = bare.page.canvases[1]
    assert not canvas.shows
    _gesture(canvas, Qt.NativeGestureType.ZoomNativeGesture, 0.5)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.StyleChange))
    assert bare.page.views.of(1) is None
