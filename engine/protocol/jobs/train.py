"""The jobs that train the motion tokenizer and export it, and the files of a training's folder."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job, Source

RUN_FILE = "run.json"
"""The job, so that a run can be opened, and go on, where nothing but its folder is known."""

CURVES_FILE = "metrics.jsonl"
"""The curves, one JSON object a line: ``step``, ``seconds`` of training so far, and values by name."""

PACE_FILE = "pace.json"
"""A :class:`TrainingPace`; a training that runs follows it."""

EXPORT_FOLDER = "4DMoT"
"""The finished tokenizer."""

UNSEEN_FOLDER = "unseen"
"""Some unseen clips before and after the tokens, as motion files: ``01-before.motion.npz``, ``01-after.motion.npz``."""

_CheckEvery = Annotated[
    int, msgspec.Meta(ge=1, le=100_000_000, title="Measure errors every", extra_json_schema={"unit": "steps"})
]
_SaveEvery = Annotated[int, msgspec.Meta(ge=1, le=100_000_000, title="Save every", extra_json_schema={"unit": "steps"})]
_Patience = Annotated[
    int,
    msgspec.Meta(
        ge=0,
        le=1_000_000,
        title="Stop without progress",
        description="After so many checks without a smaller error; 0 does not.",
        extra_json_schema={"unit": "checks"},
    ),
]


class TrainingPace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be changed while a training runs."""

    check_every: _CheckEvery
    save_every: _SaveEvery
    patience: _Patience = 0


class TrainTokenizerJob(Job, frozen=True, kw_only=True, tag="motion_train"):
    """Train 4DMoT on a set of motions. The defaults are the published ones."""

    dataset: Annotated[Source, msgspec.Meta(title="Training set", description="Made by build-dataset.")]
    output: Annotated[
        str,
        msgspec.Meta(min_length=1, title="Folder", description="Where curves, saved states and the tokenizer go."),
    ]
    resume: Annotated[
        bool,
        msgspec.Meta(
            title="Go on", description="Go on from the newest saved state in the folder, to the exact numbers."
        ),
    ] = False
    begin_from: Annotated[
        str,
        msgspec.Meta(title="Begin from", description="A saved state, also of another run; the new run goes on there."),
    ] = ""
    steps: Annotated[int, msgspec.Meta(ge=1, le=100_000_000, title="Steps")] = 500_000
    batch: Annotated[
        int,
        msgspec.Meta(
            ge=1, le=4096, title="Batch", description="Of each step and process.", extra_json_schema={"unit": "clips"}
        ),
    ] = 32
    learning_rate: Annotated[
        float, msgspec.Meta(gt=0.0, le=1.0, title="Learning rate", description="After the warm-up.")
    ] = 2e-4
    warm_up: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=100_000_000,
            title="Warm-up",
            description="The rate rises over so many steps.",
            extra_json_schema={"unit": "steps"},
        ),
    ] = 5000
    drop_at: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=100_000_000,
            title="Rate drops at",
            description="From here on the rate is a twentieth.",
            extra_json_schema={"unit": "steps"},
        ),
    ] = 300_000
    weight_decay: Annotated[float, msgspec.Meta(ge=0.0, le=1.0, title="Weight decay")] = 1e-4
    narrow: Annotated[
        int,
        msgspec.Meta(ge=32, le=4096, multiple_of=32, title="Outer width", extra_json_schema={"unit": "channels"}),
    ] = 128
    wide: Annotated[
        int,
        msgspec.Meta(ge=32, le=4096, multiple_of=32, title="Inner width", extra_json_schema={"unit": "channels"}),
    ] = 512
    width: Annotated[
        int,
        msgspec.Meta(
            ge=8,
            le=16_384,
            title="Code width",
            description="3072 fits the published models.",
            extra_json_schema={"unit": "channels"},
        ),
    ] = 3072
    codes: Annotated[int, msgspec.Meta(ge=8, le=1_000_000, title="Codes", description="Size of the codebook.")] = 8192
    published_rules: Annotated[
        bool,
        msgspec.Meta(
            title="Published rules",
            description="Repeat the original trainer's faults: no drop of the rate, no new life for unused codes.",
        ),
    ] = False
    seed: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1, title="Seed")] = 6666
    log_every: Annotated[
        int, msgspec.Meta(ge=1, le=1_000_000, title="Curve point every", extra_json_schema={"unit": "steps"})
    ] = 200
    check_every: _CheckEvery = 2000
    save_every: _SaveEvery = 20_000
    patience: _Patience = 0
    device: Annotated[
        str, msgspec.Meta(title="Device", description="auto, cpu, mps, cuda or cuda:N.", max_length=20)
    ] = "auto"
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace an exported tokenizer.")] = False


class ExportTokenizerJob(Job, frozen=True, kw_only=True, tag="motion_export"):
    """Write the tokenizer of a saved state as others load it."""

    state: Annotated[
        str,
        msgspec.Meta(
            min_length=1, title="Saved state", description="Its folder, or that of a run, whose best state is taken."
        ),
    ]
    output: Annotated[
        str, msgspec.Meta(min_length=1, title="Folder", description="Where the files of the tokenizer go.")
    ]
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace files that exist.")] = False
