"""Numbers as the language writes them."""

import ast
import re
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator

import desktop
from desktop.startup.language import locale_of
from desktop.widgets.fields import NumberField
from desktop.widgets.numbers import localised, moment_text, number_text, read_number, short_number, signed_number
from desktop.widgets.words import memory, size


def test_numbers_in_german(german: None) -> None:
    assert number_text(1.5, 1) == "1,5"
    assert number_text(999) == "999"
    assert number_text(25_000.5, 1) == "25\N{NARROW NO-BREAK SPACE}000,5"
    assert number_text(-23.04, 1) == "−23,0"
    assert short_number(0.5) == "0,5"
    assert short_number(24) == "24"
    assert short_number(24000 / 1001) == "23,976"
    assert signed_number(2.3, 1) == "+2,3"
    assert signed_number(-3) == "−3"
    assert size(8.1e9) == "8,1 GB"
    assert memory(8.1 * 2**30) == "8,1 GB"


def test_a_moment_in_german(german: None) -> None:
    assert re.fullmatch(r"22\.11\.(20)?26 16:39", moment_text(datetime(2026, 11, 22, 16, 39).astimezone().timestamp()))


def test_numbers_in_english(qapp: object) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    try:
        assert number_text(1.5, 1) == "1.5"
        assert number_text(-25_000) == "−25\N{NARROW NO-BREAK SPACE}000"
        assert short_number(-0.0001) == "0"
        assert short_number(1.0) == "1"
        assert [read_number(text) for text in ("1.5", "1,5", "1,204", "1,204.5", "x")] == [1.5, 1.5, 1204, 1204.5, None]
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1.234,5", 1234.5),
        ("1\N{NARROW NO-BREAK SPACE}204", 1204.0),
        ("−3", -3.0),
        (" 7 ", 7.0),
        ("", None),
        ("1,5,2", None),
    ],
)
def test_a_german_number_is_read_with_a_comma_or_a_point(german: None, typed: str, value: float | None) -> None:
    assert read_number(typed) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8.1 GB", "8,1 GB"),
        ("0.1", "0,1"),
        ("~2.5 s", "~2,5 s"),
        ("12500", "12500"),
        ("Wan 2.1", "Wan 2.1"),
        ("0.3.2", "0.3.2"),
        ("7b", "7b"),
        ("SkyReels-V2 1.3B, 540p", "SkyReels-V2 1.3B, 540p"),
    ],
)
def test_only_what_is_a_number_is_written_anew(german: None, text: str, shown: str) -> None:
    assert localised(text) == shown


def test_a_field_takes_comma_and_point(german: None, qtbot) -> None:  # type: ignore[no-untyped-def]
    field = NumberField(0, 100, decimals=2)
    qtbot.addWidget(field)
    field.setValue(2.5)
    assert field.text() == "2,50"
    for typed in ("1,5", "1.5"):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        field.interpretText()
        assert field.value() == 1.5
    assert field.validate("1.25", 4)[:2] == (QValidator.State.Acceptable, "1,25")  # type: ignore[index]


def test_the_system_decides_where_it_speaks_the_language() -> None:
    assert locale_of("de").decimalPoint() == ","
    assert locale_of("de").language() == QLocale.Language.German
    assert locale_of("en").language() in (QLocale.Language.English, QLocale.Language.C)


_NOT_READ = {
    "motion/entries.py": "what a search looks at",
    "startup/report.py": "a report for us, in English",
    "state/setting.py": "a sentence for the log, translated where it is shown",
    "state/thumbnail_files.py": "the name of a file",
    "training/curves.py": "powers of ten, whose figures pass through localised()",
    "widgets/numbers.py": "the one place",
}
"""Where Python may write a fraction itself, and why."""


def test_every_number_that_a_person_reads_is_written_in_one_place() -> None:
    root = Path(desktop.__file__).resolve().parent
    found = {
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue)
        and re.search(r"[,.g]", ast.unparse(node.format_spec or ast.Constant("")))
    }
    assert found - set(_NOT_READ) == set()
    assert set(_NOT_READ) - found == set()
