"""The commands of the audio pane, declared as data like those of the window."""

from desktop.shell.action_spec import ActionSpec

SCOPE = "sound"
_MENU = "Create/Script"


def _spec(
    key: str, text: str, icon: str, keys: tuple[str, ...] = (), *, also: str = "", gap: bool = False
) -> ActionSpec:
    return ActionSpec(f"script.{key}", text, _MENU, keys, icon, scope=SCOPE if keys else "", also=also, separator=gap)


AUDIO_ACTIONS: tuple[ActionSpec, ...] = (
    _spec("add", "Add a line to the script", "plus", also="text words"),
    _spec("paste", "Add the copied text to the script", "copy", also="paste lines"),
    _spec("open_subtitles", "Open subtitles …", "captions", also="srt vtt import"),
    _spec("save_srt", "Save subtitles as SRT …", "captions", also="export"),
    _spec("save_vtt", "Save subtitles as VTT …", "captions", also="export"),
    _spec("speaker", "Add a speaker", "mic", also="voice description"),
    _spec("speak", "Speak the line", "mic", also="voice new take again", gap=True),
    _spec("speak_all", "Speak every line that changed", "mic", also="voice all"),
    _spec("play", "Play the line", "play", ("Ctrl+Shift+Space",)),
    _spec("play_all", "Play the script", "play"),
    _spec("record", "Record from the microphone", "circle-dot", also="voice take"),
    _spec("up", "Move the line up", "arrow-left", ("Alt+Up",), gap=True),
    _spec("down", "Move the line down", "arrow-right", ("Alt+Down",)),
    _spec("remove", "Remove the line", "trash-2"),
    _spec("trim", "Trim the sound", "scissors", also="cut silence ends", gap=True),
    _spec("silence", "Silence the selection", "volume-x"),
    _spec("fade", "Fade both ends of the sound", "activity"),
    _spec("normalise", "Level the sound for the web", "audio-waveform", also="loudness LUFS EBU R128 normalise"),
    _spec("place", "Place the script on the timeline", "arrow-down-to-line", gap=True),
)
