"""Every setting, as data: the dialog, the file's check and the defaults come from here.

Texts are marked for translation with :func:`tr_noop` and translated where they are shown.
"""

from desktop.state.setting import Choice, Section, Setting

SCHEMA_VERSION = 1
"""Raised when a setting is renamed or changes its meaning, together with a step in ``settings_migrations.py``."""


def tr_noop(text: str) -> str:
    """Mark a text for translation in the context "Settings"."""
    return text


APPEARANCE = Section(
    "appearance",
    tr_noop("Appearance"),
    (
        Setting(
            key="appearance.theme",
            kind="choice",
            default="system",
            title=tr_noop("Theme"),
            help=tr_noop("Dark leaves the eye with the pictures."),
            choices=(
                Choice("system", tr_noop("Like the system")),
                Choice("dark", tr_noop("Dark")),
                Choice("light", tr_noop("Light")),
            ),
        ),
        Setting(
            key="appearance.language",
            kind="choice",
            default="system",
            title=tr_noop("Language"),
            help=tr_noop("Counts from the next start."),
            choices=(
                Choice("system", tr_noop("Like the system")),
                Choice("en", "English"),
                Choice("de", "Deutsch"),
            ),
        ),
        Setting(
            key="appearance.density",
            kind="choice",
            default="comfortable",
            title=tr_noop("Density"),
            help=tr_noop("Compact shows more at once, with smaller text."),
            choices=(Choice("comfortable", tr_noop("Comfortable")), Choice("compact", tr_noop("Compact"))),
        ),
        Setting(
            key="appearance.stronger_edges",
            kind="bool",
            default=False,
            title=tr_noop("Stronger edges"),
            help=tr_noop("Fields and buttons stand out more. On by itself when the system asks for high contrast."),
        ),
        Setting(
            key="appearance.reduced_motion",
            kind="bool",
            default=False,
            title=tr_noop("Less movement"),
            help=tr_noop("Nothing fades or slides; changes are shown at once."),
        ),
        Setting(
            key="appearance.text_scale",
            kind="int",
            default=100,
            title=tr_noop("Text size"),
            help=tr_noop("In relation to the system's text size."),
            unit="%",
            low=75,
            high=200,
        ),
    ),
)

ENGINE = Section(
    "engine",
    tr_noop("Engine"),
    (
        Setting(
            key="engine.device",
            kind="choice",
            default="auto",
            title=tr_noop("Device"),
            help=tr_noop("What computes. Automatic takes the graphics card with the most memory."),
            choices=(
                Choice("auto", tr_noop("Automatic")),
                Choice("cuda", tr_noop("Graphics card (CUDA)")),
                Choice("mps", tr_noop("Apple graphics (Metal)")),
                Choice("cpu", tr_noop("Processor"), tr_noop("Slow, but it is always there.")),
            ),
            engine=True,
        ),
        Setting(
            key="engine.precision",
            kind="choice",
            default="auto",
            title=tr_noop("Number format"),
            help=tr_noop("Automatic takes what was measured to be best on the device."),
            choices=(
                Choice("auto", tr_noop("Automatic")),
                Choice("bfloat16", "bfloat16"),
                Choice("float16", "float16"),
                Choice("float32", "float32", tr_noop("Twice the memory.")),
            ),
            engine=True,
        ),
        Setting(
            key="engine.offload",
            kind="choice",
            default="auto",
            title=tr_noop("Move parts to main memory"),
            help=tr_noop("Lets large models run on small graphics cards, more slowly."),
            choices=(
                Choice("auto", tr_noop("As needed")),
                Choice("none", tr_noop("Never")),
                Choice("model", tr_noop("Whole models")),
                Choice("group", tr_noop("Groups of layers")),
                Choice("sequential", tr_noop("Every layer"), tr_noop("Least memory, slowest.")),
            ),
            engine=True,
        ),
        Setting(
            key="engine.preview_rate",
            kind="int",
            default=10,
            title=tr_noop("Previews"),
            help=tr_noop("How many previews of the running job are shown; 0 shows none."),
            unit=tr_noop("per second"),
            low=0,
            high=10,
        ),
    ),
)

MODELS = Section(
    "models",
    tr_noop("Models"),
    (
        Setting(
            key="models.store",
            kind="folder",
            default="",
            title=tr_noop("Store"),
            help=tr_noop("Where models lie; empty is the application's own folder."),
            engine=True,
        ),
        Setting(
            key="models.offline",
            kind="bool",
            default=True,
            title=tr_noop("Offline"),
            help=tr_noop("Nothing is fetched from the network until this is off and you ask for a download."),
            engine=True,
        ),
        Setting(
            key="models.hugging_face_token",
            kind="secret",
            default="",
            title=tr_noop("Hugging Face token"),
            help=tr_noop("For models whose publisher asks who you are. Kept in the system's key store."),
        ),
    ),
)

FILES = Section(
    "files",
    tr_noop("Files"),
    (
        Setting(
            key="files.autosave_seconds",
            kind="int",
            default=5,
            title=tr_noop("Autosave"),
            help=tr_noop("How long after an edit the project's state is put aside for the case of a crash."),
            unit="s",
            low=1,
            high=600,
        ),
        Setting(
            key="files.recipe_in_results",
            kind="bool",
            default=True,
            title=tr_noop("Recipe in results"),
            help=tr_noop("Results carry the settings they were made with. Names of folders are never written."),
            engine=True,
        ),
        Setting(
            key="files.export_preset",
            kind="choice",
            default="web",
            title=tr_noop("Export as"),
            help=tr_noop("What the export offers first."),
            choices=(
                Choice("web", tr_noop("Web (H.264)")),
                Choice("small", tr_noop("Small (H.264)")),
                Choice("master", tr_noop("For editing (ProRes)")),
                Choice("av1", "AV1"),
                Choice("gif", "GIF"),
            ),
        ),
        Setting(
            key="files.thumbnail_cache_mib",
            kind="int",
            default=512,
            title=tr_noop("Room for thumbnails"),
            help=tr_noop("The oldest ones make room for new ones."),
            unit="MiB",
            low=32,
            high=16384,
        ),
    ),
)

QUEUE = Section(
    "queue",
    tr_noop("Queue"),
    (
        Setting(
            key="queue.notify",
            kind="bool",
            default=True,
            title=tr_noop("Tell when a job ends"),
            help=tr_noop("With a notification of the system, while the window is not in front."),
        ),
        Setting(
            key="queue.sound",
            kind="bool",
            default=False,
            title=tr_noop("With a sound"),
        ),
    ),
)

UPDATES = Section(
    "updates",
    tr_noop("Updates"),
    (
        Setting(
            key="updates.look",
            kind="bool",
            default=False,
            title=tr_noop("Look for new versions"),
            help=tr_noop(
                "Once a week a small signed file is fetched and a new version is named; nothing is installed, and "
                "nothing about you is sent. Only while Offline is off."
            ),
        ),
    ),
)

SECTIONS: tuple[Section, ...] = (APPEARANCE, ENGINE, MODELS, FILES, QUEUE, UPDATES)
SETTINGS: dict[str, Setting] = {setting.key: setting for section in SECTIONS for setting in section.settings}
