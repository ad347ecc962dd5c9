"""``portraits-engine motion``: make, look at, repair and learn from motions."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.commands.job_command import job_command
from engine.protocol.jobs.encode import codec_for
from engine.protocol.jobs.motion import (
    BuildDatasetJob,
    CleanMotionJob,
    ConvertMotionJob,
    DrawMotionJob,
    ExtractMotionJob,
    ReconstructMotionJob,
    TokenizeMotionJob,
)
from engine.protocol.jobs.train import PACE_FILE, RUN_FILE, ExportTokenizerJob, TrainingPace, TrainTokenizerJob
from engine.protocol.values import from_json

motion = typer.Typer(
    name="motion",
    help="Motions: the 3-D joints over time that drive an animation.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def choose_codec(values: dict[str, Any]) -> None:
    """Take the codec from the file name when no ``--codec`` was given."""
    encode = values.setdefault("encode", {})
    if "codec" not in encode:
        encode["codec"] = codec_for(values["output"])


def choose_as_begun(values: dict[str, Any]) -> None:
    """Let a training that goes on keep the settings it was begun with, but for those that are given."""
    folder = Path(values["output"]) if values.get("resume") else Path(values.get("begin_from", "")).parent
    if not (values.get("resume") or values.get("begin_from")):
        return
    for name, kind in ((PACE_FILE, TrainingPace), (RUN_FILE, TrainTokenizerJob)):
        try:
            begun = from_json((folder / name).read_bytes(), kind)
        except (OSError, ValueError, msgspec.MsgspecError):
            continue
        for field, value in msgspec.structs.asdict(begun).items():
            if field not in _OF_THIS_CALL:
                values.setdefault(field, value)


_OF_THIS_CALL = ("dataset", "output", "resume", "begin_from", "device", "overwrite")
"""Settings of a training that belong to a computer or a folder, not to the run."""


@motion.command("inspect")
def inspect(
    file: Annotated[Path, typer.Argument(help="A .motion.npz, MTVCrafter .pkl, BVH or SMPL/AMASS .npz file.")],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Show what is in a motion file.

    Example: portraits-engine motion inspect dance.motion.npz
    """
    with session(json=json, debug=debug) as console:
        _show(file, console)


def _show(file: Path, console: Console) -> None:
    from engine.animation.motion_input import load_motions
    from engine.animation.units import trunk_length

    loaded = load_motions(file)
    for note in loaded.notes:
        console.note(note)
    number = -1
    for each in loaded.motions:
        number += each.person == 0 or number < 0
        found, trunk = int(each.valid.sum()), trunk_length(each.joints)
        depth = float(each.joints[each.valid][:, 0, 2].mean()) if found else 0.0
        console.json(
            "motion",
            number=number,
            person=each.person,
            source=each.source,
            frames=len(each),
            fps=str(each.fps),
            width=each.width,
            height=each.height,
            found=found,
            trunk_mm=round(trunk, 1),
            distance_mm=round(depth, 1),
            extractor=each.extractor,
        )
        by = f", {each.extractor}" if each.extractor else ""
        console.text(
            f"{number}.{each.person}  {each.source or file.name}: {len(each)} frames at {float(each.fps):g} per second"
            f", {each.width} x {each.height}, person in {found}, trunk {trunk:.0f} mm, {depth / 1000:.2f} m away{by}"
        )


motion.command("extract")(
    job_command(
        ExtractMotionJob,
        name="extract",
        argument="video",
        help_text="""Find the joints of a person in a video.

        A broken run goes on where it stopped. NLF may be used for non-commercial research only.

        Example: portraits-engine motion extract dance.mp4 --output dance.motion.npz --extractor mediapipe
        """,
    )
)
motion.command("clean")(
    job_command(
        CleanMotionJob,
        name="clean",
        argument="motion",
        help_text="""Repair, smooth, cut and place a motion.

        Example: portraits-engine motion clean dance.motion.npz --output clean.motion.npz --fps 20
        """,
    )
)
motion.command("draw")(
    job_command(
        DrawMotionJob,
        name="draw",
        argument="motion",
        complete=choose_codec,
        options={"encode.sound": "sound_codec"},
        help_text="""Draw a motion as a movie of a skeleton.

        Example: portraits-engine motion draw dance.motion.npz --output dance.mp4 --view turning
        """,
    )
)
motion.command("convert")(
    job_command(
        ConvertMotionJob,
        name="convert",
        argument="motion",
        help_text="""Turn motions of any kind into motion files; a pickle is read without running anything in it.

        Example: portraits-engine motion convert sampled_data.pkl --output motions/
        """,
    )
)
motion.command("tokenize")(
    job_command(
        TokenizeMotionJob,
        name="tokenize",
        argument="motion",
        help_text="""Write the token numbers of a motion.

        Example: portraits-engine motion tokenize dance.motion.npz --output dance.tokens.npz
        """,
    )
)
motion.command("reconstruct")(
    job_command(
        ReconstructMotionJob,
        name="reconstruct",
        argument="motion",
        help_text="""Send a motion through the tokenizer and back, and tell the error.

        Example: portraits-engine motion reconstruct dance.motion.npz --output after.motion.npz
        """,
    )
)
motion.command("build-dataset")(
    job_command(
        BuildDatasetJob,
        name="build-dataset",
        argument="inputs",
        help_text="""Put motions together for training the tokenizer, split by source.

        Example: portraits-engine motion build-dataset motions/ --output dances.npz --validation 0.1
        """,
    )
)
motion.command("train")(
    job_command(
        TrainTokenizerJob,
        name="train",
        argument="dataset",
        complete=choose_as_begun,
        help_text="""Train the motion tokenizer 4DMoT. For several processes begin with: accelerate launch -m engine.

        A training that goes on keeps the settings it was begun with, where none are given. While it runs, pace.json in
        its folder says how often to measure and to save, and may be changed.

        Example: portraits-engine motion train dances.npz --output training --steps 2000 --narrow 32 --wide 64
        """,
    )
)
motion.command("export")(
    job_command(
        ExportTokenizerJob,
        name="export",
        argument="state",
        help_text="""Write the tokenizer of a training, or of one of its saved states, in the published layout.

        Example: portraits-engine motion export training --output 4DMoT
        """,
    )
)
