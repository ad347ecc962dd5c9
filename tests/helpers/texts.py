"""The texts of the window and of the engine that need a translation, and the files that hold them.

``python -m tests.helpers.texts`` brings ``resources/translations`` up to date with the program: new texts are added as
unfinished, texts that are gone are taken out, translations are kept; then each file is compiled. The texts of the
engine are written to ``engine.json`` as well, where the window finds a sentence again (see
:mod:`desktop.widgets.engine_sentences`).

Qt's own ``lupdate`` finds the texts of ``tr("...")`` only. Here many stand in tables (commands, regions, settings, the
fields of jobs) and are translated when they are shown.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import resources
from desktop.audio.actions import AUDIO_ACTIONS
from desktop.create.form_fields import form_fields
from desktop.landmarks.commands import LANDMARK_ACTIONS
from desktop.motion.actions import MOTION_ACTIONS
from desktop.shell.actions import ACTIONS
from desktop.widgets import engine_sentences
from desktop.widgets.words import CONTEXT
from engine.protocol.emotions import EMOTIONS
from engine.protocol.jobs import (
    AnimateJob,
    AnyJob,
    FilmJob,
    GridJob,
    ImageJob,
    MorphJob,
    SeriesJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
from tests.helpers.texts_engine import engine_texts

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = Path(resources.__file__).resolve().parent / "translations"
_MARKED = {"tr_noop": "Settings"}
_NOT_SHOWN = ("desktop/startup/", "desktop/state/", "desktop/link/")
"""Modules whose tables hold no words for a person."""

_SHOWN_JOBS = (
    AnimateJob,
    FilmJob,
    GridJob,
    ImageJob,
    MorphJob,
    SeriesJob,
    TrainTokenizerJob,
    VideoJob,
    VoiceJob,
)
"""Kinds of jobs whose fields stand in a form."""

_COMMANDS = ("ActionSpec", "_spec")
"""Their second and third part are shown; keys, icons and search words are not."""

_KEYS = re.compile(r"^\S*(Ctrl|Shift|Alt)\+\S*$|^(Backspace|Delete|Tab|Space|Home|End|Left|Right|Up|Down|Return|Esc)$")
_WORDS = re.compile(r"[A-Z][a-z]|[a-z]+,? |[A-Z0-9][^-_/]* ")

_ALSO = ("Down", "poor, very small", "Radius", "Softness", "selected")
"""Words that are shown but look like a key, or stand inside a function."""


class SourceText(NamedTuple):
    """A text as it stands in the program."""

    context: str
    text: str


def window_texts() -> set[SourceText]:
    """Return every text that the window can show and that is known before it runs, those of the engine among them."""
    found = {
        *_job_texts(),
        *(SourceText(CONTEXT, spec.text) for spec in (*ACTIONS, *LANDMARK_ACTIONS, *AUDIO_ACTIONS, *MOTION_ACTIONS)),
    }
    found.update(SourceText(CONTEXT, text) for text in (*EMOTIONS.values(), *_ALSO))
    found.update(SourceText(engine_sentences.CONTEXT, text) for text in engine_texts())
    for file in sorted((_ROOT / "desktop").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found.update(_called_texts(tree))
        if not file.relative_to(_ROOT).as_posix().startswith(_NOT_SHOWN):
            found.update(SourceText(CONTEXT, text) for text in _table_texts(tree))
    return found


def _called_texts(tree: ast.Module) -> Iterator[SourceText]:
    """Yield the texts that are given to the translator where they stand."""
    constants = {
        target.id: _text(node.value) or ""
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for holder in [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]:
        for call in (node for node in ast.walk(holder) if isinstance(node, ast.Call) and node.args):
            name = _name_of(call.func)
            own = isinstance(call.func, ast.Attribute) and _name_of(call.func.value) == "self"
            if name == "tr" and not own:
                yield from (SourceText(CONTEXT, text) for text in _texts(call.args[0]))
            elif name == "tr" and isinstance(holder, ast.ClassDef):
                yield from (SourceText(holder.name, text) for text in _texts(call.args[0]))
            elif name == "counted":
                yield from (SourceText(CONTEXT, text) for part in call.args[1:3] for text in _texts(part))
            elif name in _MARKED:
                yield from (SourceText(_MARKED[name], text) for text in _texts(call.args[0]))
            elif name == "translate" and len(call.args) > 1:
                context = _text(call.args[0]) or constants.get(_name_of(call.args[0]), "")
                yield from (SourceText(context, text) for text in _texts(call.args[1]) if context)


def _table_texts(tree: ast.Module) -> Iterator[str]:
    """Yield the words in the tables of a module and of its classes; of a command only what it says."""
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for statement in (statement for body in bodies for statement in body):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            value = statement.value
            if _text(value) is None and _name_of(getattr(statement, "target", None)) != "__all__":
                yield from (text for text in _words_in(value) if _WORDS.match(text) and not _KEYS.search(text))


def _words_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _name_of(node.func) in _COMMANDS:
        yield from (text for part in node.args[1:3] for text in _texts(part))
        return
    if isinstance(node, ast.Call) and _name_of(node.func) in ("compile", "Signal", "Property"):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _words_in(child)


def _job_texts() -> Iterator[SourceText]:
    """Yield what the forms of the create panels show, and the names of all settings, which the recipes show."""
    for kind in get_args(AnyJob):
        for info in form_fields(kind).values():
            yield from (SourceText(CONTEXT, text) for text in (info.title, info.unit) if text)
    for kind in _SHOWN_JOBS:
        for info in form_fields(kind).values():
            texts = [info.title, info.description, info.unit]
            if info.kind == "flag":
                texts.append(info.title.lower())
            for choice in info.choices:
                words = choice.replace("_", " ")
                texts += [words, words.capitalize()]
            yield from (SourceText(CONTEXT, text) for text in texts if text)


def _texts(node: ast.expr) -> list[str]:
    """Return the texts an argument can be: itself, or both sides of a condition."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    text = _text(node)
    return [text] if text else []


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name_of(node: ast.expr | None) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


# The files


def read_translations(path: Path) -> dict[SourceText, str]:
    """Return the finished translations of a ``.ts`` file."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[SourceText(context.findtext("name", ""), message.findtext("source", ""))] = translation.text
    return found


def write_translations(path: Path, language: str, translations: dict[SourceText, str]) -> int:
    """Write a ``.ts`` file of every text of the window; return how many are not translated.

    A text that came to another context keeps its translation.
    """
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    elsewhere = {source.text: text for source, text in translations.items()}
    missing = 0
    contexts: dict[str, ET.Element] = {}
    for source in sorted(window_texts()):
        if source.context not in contexts:
            contexts[source.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[source.context], "name").text = source.context
        message = ET.SubElement(contexts[source.context], "message")
        ET.SubElement(message, "source").text = source.text
        translation = ET.SubElement(message, "translation")
        if source in translations or source.text in elsewhere:
            translation.text = translations.get(source, elsewhere.get(source.text))
        else:
            translation.set("type", "unfinished")
            missing += 1
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return missing


def compile_translations(source: Path, target: Path) -> None:
    """Compile a ``.ts`` file with the ``lrelease`` that comes with PySide6."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    program = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    assert program, "pyside6-lrelease comes with PySide6 and was not found"
    subprocess.run([program, "-silent", str(source), "-qm", str(target)], check=True, timeout=60)


def engine_list() -> str:
    """Return the content of ``engine.json``."""
    return json.dumps(sorted(engine_texts()), indent=0, ensure_ascii=False) + "\n"


def main() -> None:
    """Bring all files up to date."""
    (_FOLDER / "engine.json").write_text(engine_list(), encoding="utf-8")
    for path in sorted(_FOLDER.glob("portraits_*.ts")):
        missing = write_translations(path, path.stem.partition("_")[2], read_translations(path))
        compile_translations(path, path.with_suffix(".qm"))
        print(f"{path.name}: {missing} texts are not translated")  # noqa: T201 - the answer of a tool


if __name__ == "__main__":
    main()
