"""The commands of playing, declared as data like those of the window."""

from desktop.shell.action_spec import ActionSpec

PLAY_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("play.toggle", "Play or pause", "Play", ("Space",), "play", scope="viewer"),
    ActionSpec("play.stop", "Stop", "Play", ("K",), "pause", scope="viewer"),
    ActionSpec("play.shuttle_back", "Play back", "Play", ("J",), "rewind", scope="viewer", also="reverse faster"),
    ActionSpec("play.shuttle_forward", "Play forward", "Play", ("L",), "fast-forward", scope="viewer", also="faster"),
    ActionSpec("play.back", "One frame back", "Play", ("Left",), "step-back", scope="viewer"),
    ActionSpec("play.forward", "One frame forward", "Play", ("Right",), "step-forward", scope="viewer"),
    ActionSpec("play.second_back", "One second back", "Play", ("Shift+Left",), "rewind", scope="viewer"),
    ActionSpec("play.second_forward", "One second forward", "Play", ("Shift+Right",), "fast-forward", scope="viewer"),
    ActionSpec("play.start", "Go to the start", "Play", ("Home",), "skip-back", scope="viewer"),
    ActionSpec("play.end", "Go to the end", "Play", ("End",), "skip-forward", scope="viewer"),
    ActionSpec("play.loop", "Loop", "Play", ("Ctrl+L",), "repeat", checkable=True, separator=True),
    ActionSpec("play.full", "Picture to the full pane", "Play", ("F",), "expand", scope="viewer"),
)
