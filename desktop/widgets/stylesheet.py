"""The one style sheet of the window, made from the tokens, the type scale and the measures."""

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.widgets.theme import Theme

_SHEET = Template("""
QWidget { color: $text; font-size: ${body}px; }
QMainWindow, QWidget[ground="app"] { background: $app; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDialog, QWidget[ground="pane"] { background: $pane; }
QWidget[ground="surround"] { background: $surround; }
QWidget[ground="raised"] { background: $raised; }
QWidget[ground="none"], QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QFrame[ground="card"] { background: $pane; border: 1px solid $line; border-radius: 8px; }
QFrame[ground="tile"] { background: $raised; border: 1px solid $edge; border-radius: 6px; }
QFrame[ground="plate"] { background: $raised; border: 0; border-radius: 6px; }
QFrame[line] { background: $line; border: 0; }
QToolBar { background: $pane; border: 0; padding: 0; margin: 0; spacing: 0; }

QLabel { background: transparent; }
QLabel[type="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[type="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="small"] { font-size: ${small}px; }
QLabel[type="section"] { font-size: ${small}px; font-weight: 600; }
QLabel[type="tiny"] { font-size: ${tiny}px; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="accent"] { color: $accenttext; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="err"] { color: $err; }

QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 6px; font-size: ${small}px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QKeySequenceEdit {
  background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
  selection-background-color: $accent; selection-color: $accentink; font-size: ${body}px; }
QLineEdit { min-height: ${field_in}px; padding: 0 8px; }
QAbstractSpinBox { min-height: ${field_in}px; }
QComboBox { background: $raised; min-height: ${field_in}px; padding: 0 ${combo_right}px 0 8px; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: 0; width: 0; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QAbstractSpinBox::up-button { width: 0; border: 0; subcontrol-origin: border; subcontrol-position: top right; }
QAbstractSpinBox::down-button { width: 0; border: 0; subcontrol-origin: border; subcontrol-position: bottom right; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; min-height: ${field_in_focus}px; }
QAbstractSpinBox:focus { border: 2px solid $accent; min-height: ${field_in_focus}px; }
QComboBox:focus { border: 2px solid $accent; padding: 0 ${combo_right}px 0 7px; min-height: ${field_in_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit[kind="palette"], QLineEdit[kind="palette"]:focus { border: 0; background: transparent; padding: 0;
  font-size: ${title}px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $text3; background: $pane; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $err; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; border-radius: 6px; padding: 4px;
  outline: 0; selection-background-color: $tint; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: ${menu_row}px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover { background: $hover; }
QComboBox QAbstractItemView::item:selected { background: $tint; }

QSlider { min-height: ${slider_box}px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $press; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $thumb;
  border: 1px solid $thumb_edge; }
QSlider::handle:horizontal:hover { background: $thumb_hover; }
QSlider::sub-page:horizontal:disabled { background: $edge; }

QMenuBar { background: transparent; spacing: 0; font-size: ${body}px; }
QMenuBar::item { background: transparent; padding: 4px 10px; margin: 0; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { min-height: ${menu_in}px; padding: 4px 24px 4px 28px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: $menu_hover; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $menu_line; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: $edgehi; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QListView, QTreeView, QTableView { background: transparent; border: 0; outline: 0; }
QTableView { gridline-color: $line; selection-background-color: $tint; selection-color: $text; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $pane; color: $text2; border: 0; border-bottom: 1px solid $line;
  padding: 0 8px; font-size: ${small}px; font-weight: 600; }
QTableView::item { padding: 0 5px; }
QTableCornerButton::section { background: $pane; border: 0; }

QDockWidget { background: $pane; border: 0; }
QTabBar { background: $pane; }
QTabBar::tab { background: $pane; color: $text2; padding: 5px 12px; border: 0; border-top: 2px solid transparent;
  font-size: ${small}px; }
QTabBar::tab:selected { color: $text; border-top: 2px solid $accent; }
QTabBar::tab:hover { background: $hover; }
QSplitter::handle { background: $line; }
""")


def build(theme: "Theme") -> str:
    """Return the style sheet for the theme's colours, font size and density."""
    tokens = theme.tokens
    values: dict[str, object] = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    for style in ("display", "title", "body", "small", "tiny"):
        values[style] = theme.font_px(style)
    values |= {
        "field_in": theme.height(28) - 2,
        "field_in_focus": theme.height(28) - 4,
        "combo_right": theme.px(26),
        "menu_row": theme.height(26),
        "menu_in": theme.height(28) - 8,
        "slider_box": theme.px(20),
        "thumb": tokens.text if theme.dark else tokens.raised,
        "thumb_edge": tokens.text if theme.dark else tokens.edgehi,
        "thumb_hover": tokens.text2 if theme.dark else tokens.hover,
        "menu_hover": tokens.press if theme.dark else tokens.hover,
        "menu_line": tokens.edge if theme.dark else tokens.line,
    }
    return _SHEET.substitute(values)
