"""The sentences that the engine says to a person, read from its source.

Everything in ``engine/`` that reads like words is taken, except what :data:`_SILENT` and the rules below leave out:
help of the command line, descriptions of fields (the forms have their own list), log lines, errors of programming.
Values become places: ``f"{quoted(path)} has {count} frames."`` is the text ``"%1" has %2 frames.`` in a translation.
"""

import ast
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.host.window_words import for_window
from engine.models.catalog import built_in
from engine.protocol.errors import ErrorCode, Failure

_ROOT = Path(__file__).resolve().parents[2]

_WINDOW, _SAYING = "desktop", ("desktop/link/words.py", "desktop/state")
"""Failures of the window are said in the same way, in English, and translated where they are shown; these parts of it
say more than failures in this way."""

_SILENT = (
    "desktop/state/gallery_index.py",
    "desktop/state/queue_store.py",
    "engine/__main__.py",
    "engine/animation/drawing.py",
    "engine/animation/training_plot.py",
    "engine/api.py",
    "engine/commands/",
    "engine/devices/architectures.py",
    "engine/devices/processor.py",
    "engine/devices/report.py",
    "engine/diffusion/memory.py",
    "engine/film/titles.py",
    "engine/host/answers.py",
    "engine/host/link_context.py",
    "engine/host/logs.py",
    "engine/host/server.py",
    "engine/host/settings.py",
    "engine/host/watchdog.py",
    "engine/image/parameters.py",
    "engine/image/reading/a1111.py",
    "engine/image/reading/comfy.py",
    "engine/image/xmp.py",
    "engine/protocol/emotions.py",
    "engine/protocol/fields.py",
    "engine/protocol/frames.py",
    "engine/protocol/process.py",
    "engine/voice/readable.py",
    "engine/voice/sentences.py",
)
"""Files whose words are for the command line, for other programs, for a model or for ourselves, not for the window."""

_SILENT_NAMES = {"BUILT_IN", "COMPONENTS", "_HEAD", "_SRGB_NAMES", "_SYNONYMS"}
"""Tables that are not words for a person."""

_NOT_WORDS = re.compile(
    r"""%1[ ,](media/?|portraits|last\ frame.*|%2\.wav|%2\ %3\ %4\ int8|0,Default.*) | <(custom_token|description=).* |
    (allocate|out\ of)\ memory | header\ too | (unexpected\ )?end\ of\ file | unexpected\ end | no\ file\ named |
    not\ fully\ covered | Cross\ Dissolve | bad\ hands,.* | static,\ blurry,.* | The\ character\ is\ dancing\. |
    mediapipe,\ approximate | smpl\ rotations,.* | expected\ uint8.* | sound\ must\ be.* | side\ must\ be.* |
    lengths\ %1\ are\ not.* | %1\ prompts\ of\ up\ to.* | the\ cache\ is\ full | there\ is\ no\ frame\ to\ repeat |
    words\ %1 | PRAGMA.* | BEGIN;.* | bytes=.* | macOS\ %1 | Both\ pictures\ must\ be.* | it\ again | set\ aside |
    \ in\ the\ (settings,\ under\ Models|window\ of\ models)""",
    re.VERBOSE,
)
"""Names of files, search words, what a model or another program reads, and errors of programming."""

_NOT_SAID = {
    "Meta",
    "compile",
    "getLogger",
    "TypeVar",
    "cast",
    "translate",
    "tr",
    "tr_noop",
    "partition",
    "Option",
    "Argument",
    "Library",
}
_PROGRAMMING = {"AssertionError", "NotImplementedError", "RuntimeError", "TypeError", "KeyError", "AttributeError"}
_MOST_ALTERNATIVES = 16

_FEWEST_LETTERS = 5
"""A template with fewer letters of its own would be found in texts that are not meant."""

_WORD = re.compile(r"[A-Za-z]{2,}")
_FIELD = re.compile(r"\{\w*\}")
_PLACE = "\x00"
"""Stands for a value while a text is put together."""

_VALUE = "value0"
"""Stands for a value where a text is brought into the words of the window."""

_FOREIGN = (
    "Expected `%1`",
    "Expected `%1`, got `%2`",
    "Expected `%1` - at `%2`",
    "Expected `%1`, got `%2` - at `%3`",
    "Expected `%1` %2",
    "Expected `%1` %2 - at `%3`",
    "Expected `%1` of length %2",
    "Expected `%1` of length %2 - at `%3`",
    "expected %1, got %2",
    "%1: expected %2, got %3",
    "Object missing required field `%1`",
    "Object missing required field `%1` - at `%2`",
    "Object contains unknown field `%1`",
    "Object contains unknown field `%1` - at `%2`",
    "Invalid enum value %1",
    "Invalid enum value %1 - at `%2`",
    "Invalid value %1",
    "Invalid value %1 - at `%2`",
    "JSON is malformed: %1",
    "Input data was truncated",
    "No such file or directory",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "File exists",
    "File name too long",
    "Input/output error",
    "Read-only file system",
    "No space left on device",
    "Connection refused",
    "File is not a zip file",
)
"""What the system and a library say inside of our sentences."""

_JOINED = (" and ", " or ", ", or ", '"%1"')
"""What stands between the parts of a list, and around a name."""

_NAMES = (
    "animation",
    "board",
    "clip",
    "image",
    "line",
    "marker",
    "missing",
    "model",
    "motion",
    "movie",
    "nothing",
    "path",
    "picture",
    "pictures",
    "project",
    "pronunciation",
    "shot",
    "sound",
    "speaker",
    "style",
    "text",
    "track",
    "unexpected",
    "word",
)
"""Words that are filled into sentences and stand alone in the source."""


def engine_texts() -> set[str]:
    """Return every text that the engine can send to the window, as templates with the places ``%1``, ``%2`` ..."""
    found = {*_FOREIGN, *_JOINED, *_NAMES}
    for model in built_in():
        found |= {text for text in (model.title, model.purpose, model.licence, model.note) if text}
    for file in source_files():
        found |= texts_of(ast.parse(file.read_text(encoding="utf-8")))
    for file in sorted((_ROOT / _WINDOW).rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name_of(call.func) in ("Failure", "PortraitsError"):
                found |= texts_of(call)
    return found


def source_files() -> Iterator[Path]:
    """Yield the files that can say something to a person in front of the window."""
    for place in ("engine", *_SAYING):
        path = _ROOT / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            if not file.relative_to(_ROOT).as_posix().startswith(_SILENT):
                yield file


def texts_of(tree: ast.AST) -> set[str]:
    """Return the texts of one file."""
    return {text for text in map(_numbered, _said(tree)) if not _NOT_WORDS.fullmatch(text)}


def _said(node: ast.AST) -> Iterator[str]:
    """Yield what stands in a part of a source, with :data:`_PLACE` for each value."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.ImportFrom():
            return  # a docstring
        case ast.AnnAssign():
            silent = _name_of(node.target) in _SILENT_NAMES
            parts: list[ast.AST | None] = [] if silent else [node.value]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            parts = [*node.args.defaults, *node.args.kw_defaults, *node.body]
        case ast.Assign(targets=[ast.Name(id=name)]) if name in _SILENT_NAMES:
            return
        case ast.Assign(targets=[ast.Name(id="PHASE")], value=ast.Constant(value=str(text))):
            yield text
            return
        case ast.Call():
            if _is_silent(node):
                return
            if _name_of(node.func) == "progress":
                yield from _progress_words(node)
            parts = [*ast.iter_child_nodes(node)]
        case ast.JoinedStr() | ast.Constant() | ast.BinOp():
            yield from filter(_reads_like_words, _alternatives(node))
            parts = [each for each in ast.walk(node) if isinstance(each, ast.FormattedValue)]
            parts = [each.value for each in parts if isinstance(each, ast.FormattedValue)]
        case _:
            parts = [*ast.iter_child_nodes(node)]
    for part in parts:
        if part is not None:
            yield from _said(part)


def _is_silent(call: ast.Call) -> bool:
    """Return whether a call says nothing to a person: a log line, a pattern, the description of a field."""
    if _name_of(call.func) in _NOT_SAID | _PROGRAMMING:
        return True
    return isinstance(call.func, ast.Attribute) and _name_of(call.func.value) in ("log", "_log")


def _progress_words(call: ast.Call) -> Iterator[str]:
    """Yield phase and unit of ``progress("Denoising", step, total, "steps")``, which may be single words."""
    parts = [*call.args[:1], *call.args[3:], *(each.value for each in call.keywords if each.arg == "unit")]
    yield from (text for part in parts for text in _alternatives(part) if _WORD.search(text))


def _reads_like_words(text: str) -> bool:
    """Return whether a text has words with blanks between them, and not only names and values."""
    words = [word for word in _WORD.findall(text) if word.islower() or word.istitle()]
    return " " in text.strip() and len("".join(words)) >= _FEWEST_LETTERS


def _alternatives(node: ast.AST) -> list[str]:
    """Return the texts that an expression can be: both sides of a condition, and a place for what is not known."""
    match node:
        case ast.Constant(value=str(text)):
            return [_FIELD.sub(_PLACE, text)]
        case ast.IfExp():
            return [*_alternatives(node.body), *_alternatives(node.orelse)]
        case ast.FormattedValue(value=ast.Call(func=function)) if _name_of(function) == "quoted":
            return [f'"{_PLACE}"']
        case ast.FormattedValue(value=ast.IfExp()):
            return _alternatives(node.value)
        case ast.JoinedStr():
            return _joined(node.values)
        case ast.BinOp(op=ast.Add()):
            return _joined([node.left, node.right])
    return [_PLACE]


def _joined(parts: Iterable[ast.AST]) -> list[str]:
    chosen = itertools.product(*map(_alternatives, parts))
    return ["".join(each) for each in itertools.islice(chosen, _MOST_ALTERNATIVES)]


def _numbered(text: str) -> str:
    """Return a text as the window gets it, with ``%1``, ``%2`` ... for its places."""
    if "portraits-engine" in text or "--" in text:
        failure = Failure(code=ErrorCode.USAGE, what="", todo=text.replace(_PLACE, _VALUE))
        text = for_window(failure).todo.replace(_VALUE, _PLACE)
    count = itertools.count(1)
    return re.sub(_PLACE, lambda _: f"%{next(count)}", text)


def _name_of(node: ast.expr | None) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
