"""The theme in use: colours, type and measures, switched live.

There is one :class:`Theme` per application, reached through :func:`theme`.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.widgets.tokens import DARK, LIGHT, Tokens

BASE_PX = 13
"""The system font size for which the design gives its measures."""

_FACTORS = {"display": 1.85, "title": 1.30, "script": 1.08, "body": 1.0, "strong": 1.0, "small": 0.92, "tiny": 0.85}
_BOLD = {"display", "title", "strong"}


class Mode(StrEnum):
    """What decides between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, type scale and measures. ``changed`` is sent after the application has taken the new look."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._mode = Mode.SYSTEM
        self._compact = False
        self._stronger_edges = False
        self._reduced_motion = False
        self._base_font = QFont(application.font())
        self._base_font.setFeature(QFont.Tag("tnum"), 1)
        self._system_px = self._base_px = QFontInfo(self._base_font).pixelSize()
        self._tokens = DARK
        self._dark = True
        application.setStyle("Fusion")
        application.setFont(self._base_font)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def dark(self) -> bool:
        return self._dark

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def compact(self) -> bool:
        return self._compact

    @property
    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def set_look(
        self,
        *,
        mode: Mode | None = None,
        compact: bool | None = None,
        stronger_edges: bool | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change what is given, at once."""
        before = (self._mode, self._compact, self._stronger_edges, self._reduced_motion)
        self._mode = self._mode if mode is None else mode
        self._compact = self._compact if compact is None else compact
        self._stronger_edges = self._stronger_edges if stronger_edges is None else stronger_edges
        self._reduced_motion = self._reduced_motion if reduced_motion is None else reduced_motion
        if (self._mode, self._compact, self._stronger_edges, self._reduced_motion) != before:
            self._apply()

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        """Return a token, or a ``#RRGGBB`` value from the token module, as a colour for painters."""
        colour = QColor(token if token.startswith("#") else getattr(self._tokens, token))
        colour.setAlphaF(alpha)
        return colour

    def px(self, measure: float) -> int:
        """Return a measure of the design, given for a 13 px font, for the font in use."""
        return max(1, round(measure * self._base_px / BASE_PX)) if measure else 0

    def height(self, measure: float) -> int:
        """Return the height of a control: as :meth:`px`, 4 less when the window is compact."""
        return self.px(measure - 4 if self._compact else measure)

    def font_px(self, style: str) -> int:
        """Return the pixel size of a style of the type scale."""
        if self._compact and style == "body":
            style = "small"
        return max(9, round(self._base_px * _FACTORS[style]))

    def font(self, style: str = "body", *, bold: bool | None = None) -> QFont:
        """Return the font of a style of the type scale, for painters and metrics."""
        font = QFont(self._base_font)
        font.setPixelSize(self.font_px(style))
        heavy = style in _BOLD if bold is None else bold
        font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        return font

    def metrics(self, style: str = "body", *, bold: bool | None = None) -> QFontMetrics:
        """Return the metrics of :meth:`font`."""
        return QFontMetrics(self.font(style, bold=bold))

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement takes; 0 with reduced motion."""
        return 0 if self._reduced_motion else milliseconds

    def set_text_scale(self, percent: int) -> None:
        """Make text and everything that is measured by it larger or smaller than the system's.

        Call it before widgets are made: they take their measures when they are built.
        """
        self._base_px = max(8, round(self._system_px * percent / 100))
        self._base_font.setPixelSize(self._base_px)
        self._application.setFont(self._base_font)
        self._apply()

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        from desktop.widgets.stylesheet import build

        scheme = QGuiApplication.styleHints().colorScheme()
        light = self._mode is Mode.LIGHT or (self._mode is Mode.SYSTEM and scheme is Qt.ColorScheme.Light)
        self._dark = not light
        tokens = LIGHT if light else DARK
        self._tokens = tokens.with_stronger_edges() if self._stronger_edges else tokens
        self._application.setPalette(_palette(self._tokens))
        self._application.setStyleSheet(build(self))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: tokens.pane,
        role.Base: tokens.field,
        role.AlternateBase: tokens.pane,
        role.Button: tokens.raised,
        role.ToolTipBase: tokens.raised,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.ToolTipText: tokens.text,
        role.BrightText: tokens.err,
        role.PlaceholderText: tokens.text3,
        role.Highlight: tokens.tint,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accenttext,
        role.LinkVisited: tokens.accenttext,
        role.Light: tokens.hover,
        role.Midlight: tokens.raised,
        role.Mid: tokens.line,
        role.Dark: tokens.app,
        role.Shadow: tokens.app,
        role.Accent: tokens.accent,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.text3))
    return palette


_current: list[Theme] = []


def theme() -> Theme:
    """Return the theme of the running application, made on first use."""
    application = QApplication.instance()
    assert isinstance(application, QApplication), "a theme needs a QApplication"
    if not _current or _current[0].parent() is not application:
        _current[:] = [Theme(application)]
    return _current[0]
