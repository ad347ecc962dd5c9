"""The language of the window: which one, and its texts."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from desktop.widgets.words import LANGUAGE

SOURCE = "en"
"""The language of the texts in the program itself."""


def language_file(language: str) -> Path | None:
    """Return the compiled texts of a language such as ``"de"``, or None when there are none."""
    try:
        return resources.path("translations", f"portraits_{language}.qm")
    except FileNotFoundError:
        return None


def choose_language(setting: str, wanted: list[str] | None = None) -> str:
    """Return the language to show: the one that is set, or the first of the system's that the program has.

    Args:
        setting: the value of ``appearance.language``: "system", or a language such as "de".
        wanted: the languages of the system, best first, such as "de-AT"; asked for when not given.
    """
    names = [setting]
    if setting == "system":
        names = wanted if wanted is not None else QLocale.system().uiLanguages()
    for name in names:
        language = name.replace("_", "-").split("-")[0].lower()
        if language == SOURCE or language_file(language) is not None:
            return language
    return SOURCE


def locale_of(language: str) -> QLocale:
    """Return how numbers and dates are written: as the system has it where that speaks the language."""
    system = QLocale.system()
    wanted = QLocale(language)
    known = (wanted.language(), QLocale.Language.C) if language == SOURCE else (wanted.language(),)
    return system if system.language() in known else wanted


def use_language(application: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    """Show the program, its numbers and Qt's own dialogs in a language from now on; made widgets keep their texts.

    Args:
        application: takes the texts.
        language: what :func:`choose_language` returned.

    Returns:
        The translators that were installed; none for the language of the program itself.
    """
    QLocale.setDefault(locale_of(language))
    own = language_file(language)
    if language == SOURCE or own is None:
        return ()
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}.qm")
    application.setProperty(LANGUAGE, language)
    installed = []
    for file in (qt, own):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
            installed.append(translator)
    return tuple(installed)
