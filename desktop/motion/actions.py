"""The commands of the motion page, declared as data like those of the window."""

from desktop.shell.action_spec import ActionSpec

_MENU = "Create/Motion"


def _spec(key: str, text: str, icon: str, also: str = "", *, gap: bool = False) -> ActionSpec:
    return ActionSpec(f"motion.{key}", text, _MENU, (), icon, also=also, separator=gap)


MOTION_ACTIONS: tuple[ActionSpec, ...] = (
    _spec("extract", "Motion from a video …", "film", "joints pose skeleton extract nlf mediapipe"),
    _spec("import", "Add motion files …", "plus", "npz bvh pkl import"),
    _spec("animate", "Animate with the motion", "person-standing", "drive picture", gap=True),
    _spec("save", "Save the corrected motion as new", "save", "curves"),
    _spec("compare", "Compare the motion before and after tokens", "eye", "4dmot tokenizer"),
    _spec("fill", "Fill gaps of the motion", "activity", gap=True),
    _spec("outliers", "Remove outliers of the motion", "activity", "jumps"),
    _spec("mirror", "Mirror the motion", "flip-horizontal-2", "left right"),
    _spec("fit", "Fit the motion to the reference picture", "scan-face", "place size person"),
    _spec("trim", "Trim the motion", "scissors", "cut in out"),
)
