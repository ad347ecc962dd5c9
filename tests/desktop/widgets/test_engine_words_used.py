"""Every pane shows texts of the engine through the one place that knows the person's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import desktop
from desktop.widgets import engine_words

_ROOT = Path(desktop.__file__).resolve().parent
_KEEPS_ENGLISH = ("link/", "state/", "widgets/engine_words.py")
"""What keeps and hands on, and shows nothing."""

_THROUGH = {"advice_text", "engine_text", "engine_texts", "failure_text", "short_licence", "what_text"}
_KEPT = {"EngineStopped", "text", "partial"}
"""A report for us is in English, as the log is; the event is shown by its dialog."""

_PARTS = {"advice", "todo", "what"}
_OF_A_MODEL = {"licence", "note", "purpose", "title"}


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_said(node: ast.AST) -> bool:
    """Return whether a part of a source is a text of the engine."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and _name(node.value) != "self":
        return node.attr in _PARTS or (node.attr in _OF_A_MODEL and _name(node.value) == "model")
    return False


def _unspoken(tree: ast.AST, through: bool = False) -> Iterator[ast.AST]:
    """Yield the texts of the engine that do not pass through a function that translates them."""
    if _is_said(tree) and not through:
        yield tree
    if isinstance(tree, ast.Call):
        log = isinstance(tree.func, ast.Attribute) and _name(tree.func.value) == "log"
        through = through or log or _name(tree.func) in _THROUGH | _KEPT
    for child in ast.iter_child_nodes(tree):
        yield from _unspoken(child, through)


def _errors_as_text(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield ``str(error)`` of a PortraitsError that is not translated."""
    for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.type is not None):
        if any(_name(node) == "PortraitsError" for node in ast.walk(handler.type)):
            for node in ast.walk(ast.Module(handler.body, [])):
                if isinstance(node, ast.Call) and _name(node.func) not in _THROUGH:
                    yield from (
                        each
                        for each in node.args
                        if isinstance(each, ast.Call)
                        and _name(each.func) == "str"
                        and _name(each.args[0]) == handler.name
                    )


def test_no_pane_shows_a_text_of_the_engine_by_itself() -> None:
    found = []
    for file in sorted(_ROOT.rglob("*.py")):
        name = file.relative_to(_ROOT).as_posix()
        if not name.startswith(_KEEPS_ENGLISH):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found += [f"{name}:{node.lineno}" for node in (*_unspoken(tree), *_errors_as_text(tree))]  # type: ignore[attr-defined]
    assert found == [], f"use one of {sorted(_THROUGH)} of {engine_words.__name__}"


def test_the_guard_sees_what_it_is_for() -> None:
    tree = ast.parse(
        "label(answer.failure.what)\n"
        "label(engine_text(answer.failure.what))\n"
        "log.info(failure.what)\n"
        "self.what.setText(estimate.advice)\n"
        "label(model.title)\n"
    )
    assert [node.lineno for node in _unspoken(tree)] == [1, 4, 5]  # type: ignore[attr-defined]
    tree = ast.parse(
        "try: run()\nexcept PortraitsError as error:\n    label(str(error))\n    label(engine_text(str(error)))"
    )
    assert [node.lineno for node in _errors_as_text(tree)] == [3]  # type: ignore[attr-defined]
