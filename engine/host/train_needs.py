"""What training the motion tokenizer takes: memory, disk and work, from its settings alone."""

from pathlib import Path

from engine.host.movie_needs import Need
from engine.protocol.jobs import TrainTokenizerJob

_FLOAT = 4
_JOINTS, _FRAMES = 24, 49
_AT_FULL, _AT_HALF, _AT_QUARTER = (frames * _JOINTS for frames in (_FRAMES, 25, 13))
"""Values of a clip in each channel, in the outer blocks, the inner blocks and the latents."""

_LIBRARIES = 600 * 2**20
_NEAREST_ROWS = 4096
"""Latents that are compared with all codes at once."""


def network_size(job: TrainTokenizerJob) -> int:
    """Return how many parameters encoder and decoder have, without the codebook, which has no gradient."""
    n, w, width = job.narrow, job.wide, job.width
    ends = (27 * n + n) + (27 * n + 3) + (9 * w * width + width) + (9 * w * width + w)
    blocks = 6 * _block(n, n) + 6 * _block(w, w) + _block(n, w) + _block(w, n)
    mixing = 2 * (3 * n * n + n) + 2 * (3 * w * w + w)
    return ends + blocks + mixing


def _block(channels_in: int, channels_out: int) -> int:
    shortcut = 0 if channels_in == channels_out else channels_in * channels_out + channels_out
    norms = 2 * channels_in + 2 * channels_out
    return norms + 9 * channels_in * channels_out + channels_out * channels_out + 2 * channels_out + shortcut


def kept_values(job: TrainTokenizerJob) -> int:
    """Return how many values of one clip the forward pass keeps for the backward pass.

    A block keeps the input of each norm, each activation and each convolution: three tensors at either width.
    """
    n, w, width = job.narrow, job.wide, job.width
    outer = (18 * n + n) * _AT_FULL + (18 * n + n) * _AT_HALF
    change = 2 * 3 * (n + w) * _AT_HALF
    inner = (18 * w + w) * _AT_HALF + (18 * w + 2 * w) * _AT_QUARTER
    latents = 4 * width * _AT_QUARTER
    return outer + change + inner + latents + n * _AT_FULL


def operations_of_clip(job: TrainTokenizerJob) -> float:
    """Return the floating-point operations of one clip, forward and backward, which takes twice as long."""
    n, w, width = job.narrow, job.wide, job.width
    outer = 3 * _block(n, n) * (_AT_FULL + _AT_HALF)
    inner = 3 * _block(w, w) * (_AT_HALF + _AT_QUARTER)
    between = (_block(n, w) + _block(w, n)) * _AT_HALF
    latents = 18 * w * width * _AT_QUARTER
    search = width * job.codes * _AT_QUARTER / 3
    return 3 * 2.0 * (outer + inner + between + latents + search)


def train_needs(job: TrainTokenizerJob) -> Need:
    """Return what a training takes. Its work is counted in 10^12 floating-point operations.

    AdamW holds two values for each weight beside the weight and its gradient; the codebook is held with its moving
    sums. Every saved state has weights, both values, codebook and sums; the tokenizer is exported in two layouts.
    """
    network, codebook = network_size(job), job.codes * job.width
    search = min(_NEAREST_ROWS, job.batch * _AT_QUARTER) * job.codes * 2
    held = 4 * network + 2 * codebook + job.batch * kept_values(job) + search
    done = _steps_done(job)
    states = -(-(job.steps - done) // job.save_every) if job.steps > done else 0
    written = states * (3 * network + 2 * codebook) + 2 * (network + codebook)
    work = max(0, job.steps - done) * job.batch * operations_of_clip(job) / 1e12
    return Need(_LIBRARIES + held * _FLOAT, written * _FLOAT, work)


def _steps_done(job: TrainTokenizerJob) -> int:
    """Return the steps of the saved state that a training goes on from, as far as its name tells."""
    states = Path(job.output).glob("checkpoint_*_step_*") if job.resume else [Path(job.begin_from)]
    names = (path.name.rpartition("_step_")[2] for path in states)
    return max((int(steps) for steps in names if steps.isdecimal()), default=0)
