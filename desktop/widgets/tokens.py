"""Every colour of the window, once, as data. Palette, style sheet and painters read it; nothing else names a colour.

The values and what they may be paired with are the tables of the design ("The look", section 2).
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, each as ``#RRGGBB``."""

    app: str
    surround: str
    pane: str
    raised: str
    hover: str
    press: str
    field: str
    tint: str
    line: str
    edge: str
    edgehi: str
    text: str
    text2: str
    text3: str
    accent: str
    accenthi: str
    accentink: str
    accenttext: str
    ok: str
    warn: str
    err: str
    info: str
    danger: str
    dangerink: str
    tag_fill: str
    tag_text: str

    def with_stronger_edges(self) -> "Tokens":
        """Return the same theme with control edges of at least 3:1 on a pane."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return Tokens(**{**values, "edge": self.edgehi})


DARK = Tokens(
    app="#131416",
    surround="#1A1A1A",
    pane="#1D1E21",
    raised="#2A2C30",
    hover="#33363B",
    press="#3C3F45",
    field="#151618",
    tint="#1B3432",
    line="#2C2E32",
    edge="#42454B",
    edgehi="#74787F",
    text="#E4E5E7",
    text2="#A9ADB3",
    text3="#9A9FA6",
    accent="#3DB8AE",
    accenthi="#5CCBC2",
    accentink="#06211F",
    accenttext="#55C7BD",
    ok="#82C68A",
    warn="#E3B34F",
    err="#F28B82",
    info="#8DB4EA",
    danger="#C9473E",
    dangerink="#FFFFFF",
    tag_fill="#46284E",
    tag_text="#DDA6EC",
)

LIGHT = Tokens(
    app="#DCDDDF",
    surround="#DADADA",
    pane="#F5F5F6",
    raised="#FFFFFF",
    hover="#E9EAEC",
    press="#DEDFE2",
    field="#FFFFFF",
    tint="#D5ECE9",
    line="#D6D8DB",
    edge="#B4B7BC",
    edgehi="#7C8087",
    text="#1D1F22",
    text2="#4D5258",
    text3="#595E65",
    accent="#0A736C",
    accenthi="#0B7F78",
    accentink="#FFFFFF",
    accenttext="#08655E",
    ok="#22692F",
    warn="#805500",
    err="#B3261E",
    info="#1F5AA8",
    danger="#B3261E",
    dangerink="#FFFFFF",
    tag_fill="#EEDAF3",
    tag_text="#7A2F8E",
)


@dataclass(frozen=True)
class ClipColours:
    """One kind of clip: its icon, and body and line colour in both themes."""

    icon: str
    dark_fill: str
    dark_line: str
    light_fill: str
    light_line: str

    def fill(self, dark: bool) -> str:
        return self.dark_fill if dark else self.light_fill

    def line(self, dark: bool) -> str:
        return self.dark_line if dark else self.light_line


CLIPS = {
    "still": ClipColours("image", "#34383E", "#9AA3AE", "#D9DDE2", "#59626D"),
    "morph": ClipColours("blend", "#3B3360", "#A797F2", "#DDD7F6", "#5B46B0"),
    "shot": ClipColours("clapperboard", "#25405F", "#7FB2F0", "#CFE0F5", "#1F5AA8"),
    "animation": ClipColours("person-standing", "#553620", "#E89B62", "#F6DCC8", "#8A4413"),
    "voice": ClipColours("mic", "#2C4525", "#93C97C", "#D5E9CB", "#37692A"),
    "music": ClipColours("music", "#522A42", "#E58CBB", "#F5D5E5", "#93306A"),
    "title": ClipColours("type", "#4A421F", "#D8C063", "#EFE6BF", "#6B5A0C"),
}

COLOUR_MARKS = {
    "red": "#D9594C",
    "amber": "#E3B34F",
    "green": "#82C68A",
    "blue": "#7FB2F0",
    "violet": "#A797F2",
}
"""The marks a person can give a picture; each is shown with its name wherever it can be chosen."""


@dataclass(frozen=True)
class OnPicture:
    """What is drawn over pictures, the same in both themes."""

    white: str = "#FFFFFF"
    black: str = "#000000"
    star: str = "#FFC533"
    chosen: str = "#FFC533"
    outline: str = "#3DB8AE"
    key_fill: str = "#1D1E21"
    key_line: str = "#8DB4EA"
    turned: str = "#F28B82"


ON_PICTURE = OnPicture()


@dataclass(frozen=True)
class SkeletonColours:
    """The person's sides, the same in both themes: a skeleton lies on pictures or on black."""

    left: str = "#5CC8F0"
    right: str = "#F2A65A"
    middle: str = "#F4F4F4"


SKELETON = SkeletonColours()
AXES = (("#F28B82", "#B3261E"), ("#93C97C", "#37692A"), ("#8DB4EA", "#1F5AA8"))
"""X, Y and Z curves, each for the dark and the light theme; a letter stands beside each."""
BADGE_ALPHA = 0.78
"""How opaque the black under a badge on a thumbnail is."""
DIM_ALPHA = 0.55
"""How opaque the black over the window behind a dialog is."""


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` as WCAG 2.2 defines it, 0..1."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours as WCAG 2.2 defines it, 1..21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


MARKER_COLOURS = (
    ("#3DB8AE", "Teal"),
    ("#FFC533", "Amber"),
    ("#8DB4EA", "Blue"),
    ("#82C68A", "Green"),
    ("#F28B82", "Red"),
    ("#A797F2", "Violet"),
)
"""What a marker may be coloured, the usual one first, with its word; a project keeps the value."""

FRAME_COLOURS = (("#000000", "Black"), ("#FFFFFF", "White"), ("#808080", "Grey"))
"""What may fill the frame beside a contained picture, with its word."""
