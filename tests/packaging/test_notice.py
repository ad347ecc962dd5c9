"""NOTICE.txt says what the whole is under, and names every part."""

from importlib import metadata

from freezing.notice import Part, licence_of, notice, parts, required

PARTS = [
    Part("alpha", "1.0", "MIT", "https://alpha.example", (("LICENSE", "Permission is\n  granted"),)),
    Part("beta", "2.0", "MIT", "https://beta.example", (("LICENSE.txt", "Permission is granted"),)),
    Part("gamma", "3.0", "BSD-3-Clause", "https://gamma.example", (("COPYING", "Redistribution"),)),
]


def test_it_says_that_the_whole_is_gpl_and_why_and_that_the_source_is_not() -> None:
    text = notice(PARTS)
    head = text[:1500]
    assert "source of Portraits is under the Apache License 2.0" in head
    assert "as a whole is under the GNU General Public License, version 3" in head
    assert "libx264" in head
    assert "libx265" in head
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text


def test_every_part_is_named_with_version_licence_and_page() -> None:
    text = notice(PARTS)
    for part in PARTS:
        (line,) = [line for line in text.splitlines() if line.startswith(f"{part.name} {part.version}")]
        assert part.licence in line
        assert part.page in line


def test_a_text_that_parts_share_stands_there_once() -> None:
    text = notice(PARTS)
    assert text.count("Permission is") == 1
    assert "alpha (LICENSE), beta (LICENSE.txt)" in text


def test_what_is_required_is_found_through_others() -> None:
    found = required("typer")
    assert {"typer", "rich", "markdown-it-py"} <= found
    assert required("not-a-package-at-all") == set()


def test_real_packages_have_a_licence_and_its_text() -> None:
    for part in parts({"numpy", "msgspec", "av", "pyside6"}):
        assert part.licence
        assert part.page.startswith("http")
    (numpy,) = parts({"numpy"})
    assert any("Redistribution and use" in text for _, text in numpy.texts)
    assert "LGPL" in licence_of(metadata.distribution("pyside6"))
