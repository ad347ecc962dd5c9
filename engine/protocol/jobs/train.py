"""The job that trains the motion tokenizer."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job, Source


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
    check_every: Annotated[
        int, msgspec.Meta(ge=1, le=100_000_000, title="Measure errors every", extra_json_schema={"unit": "steps"})
    ] = 2000
    save_every: Annotated[
        int, msgspec.Meta(ge=1, le=100_000_000, title="Save every", extra_json_schema={"unit": "steps"})
    ] = 20_000
    device: Annotated[
        str, msgspec.Meta(title="Device", description="auto, cpu, mps, cuda or cuda:N.", max_length=20)
    ] = "auto"
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace an exported tokenizer.")] = False
