"""Runs the jobs about motion tokens: writes their numbers, and shows what is left of a motion after them."""

import io
import zipfile

import numpy as np
from numpy.lib import format as npy

from engine.animation.cleaning import mean_joint_error
from engine.animation.models import device_of, tokenizer_path
from engine.animation.motion import Motion
from engine.animation.motion_file import write_motion
from engine.animation.motion_jobs import motion_artifact, motion_output, named_motion
from engine.animation.tokenizer import MotionTokenizer, MotionTokens, load_tokenizer, out_of_domain_note
from engine.media.files import atomic_output
from engine.protocol.context import JobContext
from engine.protocol.jobs.base import Artifact
from engine.protocol.jobs.motion import ReconstructMotionJob, TokenizeMotionJob


def tokenize(job: TokenizeMotionJob, context: JobContext) -> list[Artifact]:
    """Write the token numbers of a motion, ``indices`` (T', 24), and on request their vectors.

    Raises:
        PortraitsError: the motion cannot be tokenised, or the tokenizer is missing or does not fit.
    """
    output = motion_output(job.output, overwrite=job.overwrite)
    motion = named_motion(job, context)
    tokens = _tokenizer(job, context).tokenize(motion)
    _warn(tokens, motion, context)
    arrays = {"indices": tokens.indices.numpy(), "commitment": np.float32(tokens.commitment)}
    if job.vectors:
        arrays["vectors"] = tokens.vectors.numpy()
    with atomic_output(output, overwrite=job.overwrite) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            npy.write_array(buffer, np.asarray(array), allow_pickle=False)
            archive.writestr(f"{name}.npy", buffer.getvalue())
    return [motion_artifact(output, motion, format_name="tokens")]


def reconstruct(job: ReconstructMotionJob, context: JobContext) -> list[Artifact]:
    """Write what is left of a motion after the tokenizer, and tell the error.

    Raises:
        PortraitsError: as :func:`tokenize`.
    """
    output = motion_output(job.output, overwrite=job.overwrite)
    motion = named_motion(job, context)
    restored, tokens = _tokenizer(job, context).reconstruct(motion)
    write_motion(output, restored, overwrite=job.overwrite)
    error = mean_joint_error(motion.joints, restored.joints)
    context.note(f"The mean error of the joints is {error:.1f} mm; the commitment loss is {tokens.commitment:.3f}.")
    _warn(tokens, motion, context)
    return [motion_artifact(output, restored)]


def _tokenizer(job: TokenizeMotionJob | ReconstructMotionJob, context: JobContext) -> MotionTokenizer:
    context.progress("Loading the motion tokenizer", 0)
    return load_tokenizer(tokenizer_path(job.tokenizer), device=device_of(job.device))


def _warn(tokens: MotionTokens, motion: Motion, context: JobContext) -> None:
    warning = out_of_domain_note(tokens, repr(motion.source))
    if warning:
        context.note(warning)
