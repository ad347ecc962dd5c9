"""The menus of the audio pane."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.audio.commands import ScriptCommands
from desktop.audio.speaking import Speaking
from desktop.audio.subtitle_files import SubtitleFiles
from desktop.widgets.words import tr
from engine.project.script import Block, ChosenEngine, Script

_ENGINES: tuple[tuple[ChosenEngine, str], ...] = (
    ("", "As the script"),
    ("builtin", "Built-in voice, for a draft"),
    ("maya1", "Maya1, for the final"),
)


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu below a button, once."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def speaker_menu(parent: QWidget, script: Script, block: Block, commands: ScriptCommands) -> QMenu:
    """Return the choice of who speaks a line."""
    menu = QMenu(parent)
    for speaker in script.speakers:
        action = menu.addAction(_swatch(speaker.colour), speaker.name)
        action.setCheckable(True)
        action.setChecked(speaker.id == block.speaker)
        action.triggered.connect(partial(_choose_speaker, commands, block.id, speaker.id))
    nobody = menu.addAction(tr("No speaker"))
    nobody.setCheckable(True)
    nobody.setChecked(block.speaker is None)
    nobody.triggered.connect(partial(_choose_speaker, commands, block.id, None))
    menu.addSeparator()
    menu.addAction(tr("Add a speaker"), partial(_add_speaker, commands, block.id))
    return menu


def line_menu(
    parent: QWidget,
    script: Script,
    block: Block,
    commands: ScriptCommands,
    speaking: Speaking,
    play: Callable[[], None],
) -> QMenu:
    """Return what can be done with a line."""
    menu = QMenu(parent)
    doing = speaking.doing(block.id)
    if doing is not None:
        menu.addAction(tr("Stop"), partial(speaking.cancel, block.id))
        menu.addAction(tr("Stop, keep what is spoken"), partial(speaking.cancel, block.id, keep_done=True))
        menu.addSeparator()
    menu.addAction(tr("Play"), play).setEnabled(block.take is not None)
    engines = menu.addMenu(tr("Speaks with"))
    for engine, words in _ENGINES:
        action = engines.addAction(tr(words))
        action.setCheckable(True)
        action.setChecked(block.engine == engine)
        action.triggered.connect(partial(_choose_engine, commands, block.id, engine))
    menu.addAction(tr("Voice of this line …"), partial(_ask_description, parent, commands, block))
    menu.addAction(tr("Pause behind it …"), partial(_ask_gap, parent, script, commands, block))
    if block.gap is not None:
        menu.addAction(tr("Pause as in the script"), partial(commands.set_gap, block.id, None))
    menu.addSeparator()
    _with_keys(menu.addAction(tr("Move up"), partial(commands.nudge, block.id, -1)), "Alt+Up")
    _with_keys(menu.addAction(tr("Move down"), partial(commands.nudge, block.id, 1)), "Alt+Down")
    menu.addAction(tr("Add a line below"), partial(commands.add_line, block.id))
    menu.addSeparator()
    menu.addAction(tr("Remove this take"), partial(commands.drop_take, block.id)).setEnabled(block.take is not None)
    menu.addAction(tr("Remove line"), partial(commands.remove, block.id))
    return menu


def subtitle_menu(parent: QWidget, files: SubtitleFiles, commands: ScriptCommands) -> QMenu:
    """Return what can be done with subtitles, and with the script's name, which is theirs."""
    menu = QMenu(parent)
    menu.addAction(tr("Open subtitles …"), files.ask_for_file)
    menu.addAction(tr("Save subtitles as SRT …"), partial(files.ask_for_name, ".srt"))
    menu.addAction(tr("Save subtitles as VTT …"), partial(files.ask_for_name, ".vtt"))
    menu.addSeparator()
    menu.addAction(tr("Name the script …"), partial(_ask_name, parent, commands))
    return menu


def _ask_name(parent: QWidget, commands: ScriptCommands) -> None:
    name, good = QInputDialog.getText(parent, tr("Name the script"), tr("Name"), text=commands.script.name)
    if good:
        commands.change_script(tr("Name script"), name=" ".join(name.split())[:200])


def _with_keys(action: QAction, keys: str) -> None:
    action.setShortcut(keys)
    action.setShortcutVisibleInContextMenu(True)


def _choose_speaker(commands: ScriptCommands, block_id: str, speaker_id: str | None, _on: bool = False) -> None:
    commands.set_speaker(block_id, speaker_id)


def _add_speaker(commands: ScriptCommands, block_id: str) -> None:
    commands.set_speaker(block_id, commands.add_speaker())


def _choose_engine(commands: ScriptCommands, block_id: str, engine: ChosenEngine, _on: bool = False) -> None:
    commands.set_line_engine(block_id, engine)


def _ask_description(parent: QWidget, commands: ScriptCommands, block: Block) -> None:
    words = tr("How this line is spoken, in place of its speaker's voice. Empty takes the speaker's.")
    text, good = QInputDialog.getMultiLineText(parent, tr("Voice of this line"), words, block.description)
    if good:
        commands.set_description(block.id, text)


def _ask_gap(parent: QWidget, script: Script, commands: ScriptCommands, block: Block) -> None:
    now = float(script.gap if block.gap is None else block.gap)
    value, good = QInputDialog.getDouble(parent, tr("Pause behind the line"), tr("Seconds"), now, 0.0, 3600.0, 2)
    if good:
        commands.set_gap(block.id, value)


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.fillRect(1, 1, 10, 10, QColor(colour))
    painter.end()
    return QIcon(pixmap)
