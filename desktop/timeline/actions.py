"""The commands of the timeline, declared as data like those of the window."""

from desktop.shell.action_spec import ActionSpec

TIMELINE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("timeline.select", "Select tool", "Clip", ("V",), "mouse-pointer-2", scope="timeline", also="arrow"),
    ActionSpec("timeline.cut_tool", "Cut tool", "Clip", ("C",), "scissors", scope="timeline", also="razor blade"),
    ActionSpec("timeline.slip_tool", "Slip tool", "Clip", ("Y",), "arrow-left-right", scope="timeline"),
    ActionSpec("timeline.snap", "Snap", "Clip", ("N",), "magnet", checkable=True, scope="timeline", also="magnet"),
    ActionSpec(
        "timeline.ripple_all",
        "Ripple all tracks",
        "Clip",
        ("Ctrl+Alt+R",),
        "layers",
        checkable=True,
        scope="timeline",
        also="sync",
    ),
    ActionSpec("timeline.edit", "Edit what made the clip", "Clip", ("E",), "pencil", separator=True, scope="timeline"),
    ActionSpec(
        "timeline.clip_values",
        "Change the clip's values",
        "Clip",
        ("Shift+Return",),
        "sliders-horizontal",
        scope="timeline",
        also="speed opacity position scale keyframes fit gain inspector",
    ),
    ActionSpec(
        "timeline.new_take",
        "New take",
        "Clip",
        ("Ctrl+Shift+T",),
        "refresh-cw",
        scope="timeline",
        also="regenerate seed again",
    ),
    ActionSpec(
        "timeline.again",
        "Make again as it was",
        "Clip",
        ("Ctrl+Shift+R",),
        "rotate-cw",
        scope="timeline",
        also="regenerate recipe missing",
    ),
    ActionSpec("timeline.previous_take", "Previous take", "Clip", ("[",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.next_take", "Next take", "Clip", ("]",), "arrow-right", scope="timeline"),
    ActionSpec("timeline.cut", "Cut clips", "Clip", ("Ctrl+X",), "scissors", separator=True, scope="timeline"),
    ActionSpec("timeline.copy", "Copy clips", "Clip", ("Ctrl+C",), "copy", scope="timeline"),
    ActionSpec("timeline.paste", "Paste clips", "Clip", ("Ctrl+V",), "copy", scope="timeline"),
    ActionSpec("timeline.paste_insert", "Paste and insert", "Clip", ("Ctrl+Shift+V",), "copy", scope="timeline"),
    ActionSpec("timeline.select_all", "Select all clips", "Clip", ("Ctrl+A",), "list", scope="timeline"),
    ActionSpec("timeline.select_here", "Select the clip at the playhead", "Clip", ("D",), "list", scope="timeline"),
    ActionSpec(
        "timeline.select_track", "Select all clips of the track", "Clip", ("Ctrl+Alt+A",), "list", scope="timeline"
    ),
    ActionSpec(
        "timeline.split",
        "Split at the playhead",
        "Clip",
        ("S",),
        "scissors",
        separator=True,
        scope="timeline",
        also="cut razor",
    ),
    ActionSpec("timeline.join", "Join clips", "Clip", ("Shift+S",), "link", scope="timeline"),
    ActionSpec("timeline.trim_start", "Ripple trim the start", "Clip", ("Q",), "skip-back", scope="timeline"),
    ActionSpec("timeline.trim_end", "Ripple trim the end", "Clip", ("W",), "skip-forward", scope="timeline"),
    ActionSpec(
        "timeline.plain_trim_start",
        "Trim the start to the playhead",
        "Clip",
        ("Shift+Q",),
        "skip-back",
        scope="timeline",
    ),
    ActionSpec(
        "timeline.plain_trim_end",
        "Trim the end to the playhead",
        "Clip",
        ("Shift+W",),
        "skip-forward",
        scope="timeline",
    ),
    ActionSpec("timeline.roll", "Roll the cut to the playhead", "Clip", ("R",), "arrow-left-right", scope="timeline"),
    ActionSpec("timeline.slip_back", "Slip one frame back", "Clip", ("Alt+,",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.slip_forward", "Slip one frame forward", "Clip", ("Alt+.",), "arrow-right", scope="timeline"),
    ActionSpec(
        "timeline.earlier",
        "Move one frame earlier",
        "Clip",
        ("Alt+Shift+Left",),
        "arrow-left",
        scope="timeline",
        also="nudge",
    ),
    ActionSpec(
        "timeline.later",
        "Move one frame later",
        "Clip",
        ("Alt+Shift+Right",),
        "arrow-right",
        scope="timeline",
        also="nudge",
    ),
    ActionSpec("timeline.up", "Move to the track above", "Clip", ("Alt+Shift+Up",), "arrow-left", scope="timeline"),
    ActionSpec(
        "timeline.down", "Move to the track below", "Clip", ("Alt+Shift+Down",), "arrow-right", scope="timeline"
    ),
    ActionSpec(
        "timeline.lift", "Lift", "Clip", ("Delete",), "trash-2", separator=True, scope="timeline", also="delete remove"
    ),
    ActionSpec(
        "timeline.ripple_delete",
        "Ripple delete",
        "Clip",
        ("Shift+Delete",),
        "trash-2",
        scope="timeline",
        also="remove close",
    ),
    ActionSpec("timeline.close_gap", "Close the gap", "Clip", ("Ctrl+Delete",), "arrow-left", scope="timeline"),
    ActionSpec(
        "timeline.morph",
        "Morph between stills",
        "Clip",
        ("Ctrl+M",),
        "blend",
        separator=True,
        scope="timeline",
        also="transition",
    ),
    ActionSpec(
        "timeline.fit_voice", "Fit still to voice", "Clip", ("Ctrl+Shift+F",), "audio-waveform", scope="timeline"
    ),
    ActionSpec(
        "timeline.beat",
        "Lay stills to the markers",
        "Clip",
        ("Ctrl+Shift+B",),
        "music",
        scope="timeline",
        also="beat rhythm",
    ),
    ActionSpec("timeline.fade_in", "Fade in to the playhead", "Clip", ("Alt+F",), "activity", scope="timeline"),
    ActionSpec(
        "timeline.fade_out", "Fade out from the playhead", "Clip", ("Alt+Shift+F",), "activity", scope="timeline"
    ),
    ActionSpec("timeline.louder", "Louder by 1 dB", "Clip", ("Alt+Up",), "volume-2", scope="timeline", also="gain"),
    ActionSpec("timeline.quieter", "Quieter by 1 dB", "Clip", ("Alt+Down",), "volume-2", scope="timeline", also="gain"),
    ActionSpec(
        "timeline.title", "Add title …", "Clip", ("T",), "type", separator=True, scope="timeline", also="text words"
    ),
    ActionSpec("timeline.marker", "Set marker", "Clip", ("M",), "bookmark-plus", scope="timeline"),
    ActionSpec(
        "timeline.name_marker", "Name and colour the marker …", "Clip", ("Shift+M",), "bookmark", scope="timeline"
    ),
    ActionSpec(
        "timeline.move_marker", "Move the nearest marker here", "Clip", ("Alt+Shift+M",), "bookmark", scope="timeline"
    ),
    ActionSpec("timeline.remove_marker", "Remove marker", "Clip", ("Alt+M",), "bookmark", scope="timeline"),
    ActionSpec("timeline.mute", "Mute track", "Clip", ("Ctrl+Alt+M",), "volume-2", separator=True, scope="timeline"),
    ActionSpec(
        "timeline.solo", "Hear this track only", "Clip", ("Ctrl+Alt+S",), "volume-2", scope="timeline", also="solo"
    ),
    ActionSpec("timeline.hide", "Hide track", "Clip", ("Ctrl+Alt+H",), "eye", scope="timeline"),
    ActionSpec("timeline.lock", "Lock track", "Clip", ("Ctrl+Alt+L",), "lock", scope="timeline"),
    ActionSpec("timeline.add_picture_track", "Add picture track", "Clip", ("Ctrl+Alt+P",), "plus", scope="timeline"),
    ActionSpec("timeline.add_sound_track", "Add sound track", "Clip", ("Ctrl+Alt+U",), "plus", scope="timeline"),
    ActionSpec("timeline.rename_track", "Rename track …", "Clip", ("F2",), "pencil", scope="timeline"),
    ActionSpec("timeline.track_up", "Move track up", "Clip", ("Ctrl+Alt+Up",), "layers", scope="timeline"),
    ActionSpec("timeline.track_down", "Move track down", "Clip", ("Ctrl+Alt+Down",), "layers", scope="timeline"),
    ActionSpec("timeline.remove_track", "Remove track", "Clip", ("Ctrl+Alt+Backspace",), "trash-2", scope="timeline"),
    ActionSpec(
        "timeline.list", "Show the timeline as a list", "View", ("Ctrl+T",), "list", checkable=True, scope="timeline"
    ),
    ActionSpec("timeline.zoom_in", "Zoom the timeline in", "View", ("+", "="), "zoom-in", scope="timeline"),
    ActionSpec("timeline.zoom_out", "Zoom the timeline out", "View", ("-",), "zoom-out", scope="timeline"),
    ActionSpec(
        "timeline.fit", "Show the whole film", "View", ("Shift+Z",), "expand", scope="timeline", also="zoom fit"
    ),
    ActionSpec("timeline.in", "Set in point", "Play", ("I",), "arrow-right", separator=True, scope="timeline"),
    ActionSpec("timeline.out", "Set out point", "Play", ("O",), "arrow-left", scope="timeline"),
    ActionSpec("timeline.clear_in", "Clear in point", "Play", ("Alt+I",), "x", scope="timeline"),
    ActionSpec("timeline.clear_out", "Clear out point", "Play", ("Alt+O",), "x", scope="timeline"),
    ActionSpec("timeline.previous_cut", "Previous cut", "Play", ("Up",), "skip-back", scope="timeline"),
    ActionSpec("timeline.next_cut", "Next cut", "Play", ("Down",), "skip-forward", scope="timeline"),
    ActionSpec("timeline.previous_marker", "Previous marker", "Play", ("Alt+Left",), "bookmark", scope="timeline"),
    ActionSpec("timeline.next_marker", "Next marker", "Play", ("Alt+Right",), "bookmark", scope="timeline"),
)
