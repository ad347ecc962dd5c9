"""The functions of the original scripts, for people who drive Portraits from Python.

Each makes the job that the window and the command line would make, and runs it here.
"""

import secrets
from fractions import Fraction
from os import PathLike
from pathlib import Path
from typing import Any

from engine.host.runner import run_job
from engine.protocol.context import JobContext, SilentContext
from engine.protocol.jobs import ImageJob, MorphJob, VideoJob, VoiceJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings, codec_for
from engine.protocol.jobs.image import Lora
from engine.protocol.picture_models import DEFAULT_MODEL
from engine.protocol.video_models import AUTO


def create_mesh_morphing_video(
    input_dir: str | PathLike[str],
    output_file: str | PathLike[str],
    fps: int | Fraction = 24,
    morph_frames: int = 8,
    visualize_landmarks: bool = False,
    *,
    overwrite: bool = False,
    context: JobContext | None = None,
) -> Path:
    """Morph the portraits of a folder, in order of their names, into a movie.

    Args:
        input_dir: the folder of pictures.
        output_file: the movie; the codec follows from its suffix.
        fps: frames per second.
        morph_frames: frames between two pictures. N pictures give N + (N - 1) * morph_frames frames.
        visualize_landmarks: draw the points of the face mesh on every frame.
        overwrite: replace a movie that exists.
        context: hears of progress and notes; None for silence.

    Returns:
        The path of the movie.

    Raises:
        engine.protocol.errors.PortraitsError: with words that name the file and what to do.
    """
    output = Path(output_file)
    job = MorphJob(
        inputs=(Source(path=str(Path(input_dir))),),
        output=str(output),
        fps=Fraction(fps),
        morph_frames=morph_frames,
        visualize="points" if visualize_landmarks else "none",
        encode=EncodeSettings(codec=codec_for(output)),
        overwrite=overwrite,
    )
    run_job(job, context or SilentContext())
    return output


def generate_voice(
    text: str,
    description: str,
    temperature: float = 0.4,
    top_p: float = 0.9,
    max_tokens: int = 2048,
    *,
    output_file: str | PathLike[str] = "voice.wav",
    seed: int = 0,
    overwrite: bool = False,
    context: JobContext | None = None,
) -> Path:
    """Speak an English text with the large voice (Maya1 and SNAC, which must be in the model store).

    Args:
        text: what is said; emotion tags such as <laugh> are acted.
        description: who speaks, in a sentence or two, or the name of a voice preset.
        temperature: how freely sounds are chosen, 0.3 to 0.6 is useful.
        top_p: only the likeliest sounds whose probabilities add up to this are chosen from.
        max_tokens: ids for each sentence at most; 82 make a second.
        output_file: the WAV file, 24 kHz mono.
        seed: the same seed gives the same sound on the same machine.
        overwrite: replace a file that exists.
        context: hears of progress and notes; None for silence.

    Returns:
        The path of the sound.

    Raises:
        engine.protocol.errors.PortraitsError: with words that name the file or field and what to do.
    """
    from engine.voice.presets import described

    job = VoiceJob(
        text=text,
        output=str(Path(output_file)),
        engine="maya1",
        description=described(description),
        temperature=temperature,
        top_p=top_p,
        max_tokens=max_tokens,
        seed=seed,
        overwrite=overwrite,
    )
    run_job(job, context or SilentContext())
    return Path(output_file)


def generate_headshot(
    prompt: str,
    num_images: int = 1,
    lora_path: str | PathLike[str] | None = None,
    lora_scale: float = 1.0,
    width: int = 512,
    height: int = 512,
    clip_skip: int = 0,
    guidance_scale: float = -100.0,
    num_inference_steps: int = 2,
    seed: int | None = None,
    output_dir: str | PathLike[str] = "portraits",
    *,
    negative_prompt: str = "",
    model: str = DEFAULT_MODEL,
    context: JobContext | None = None,
) -> list[Path]:
    """Make portraits from words with SDXL Turbo.

    Args:
        prompt: what the picture shows.
        num_images: how many; picture i uses the seed ``seed + i``.
        lora_path: a style (LoRA) as a .safetensors file; its adapter is called "drawing".
        lora_scale: how strongly the style acts; 0 is without it.
        width: of each picture in pixels.
        height: of each picture in pixels.
        clip_skip: layers of the text encoders left out beyond the usual.
        guidance_scale: how closely the words are followed; -100 switches guidance off, as SDXL Turbo wants.
        num_inference_steps: 1 to 4 for SDXL Turbo.
        seed: None takes a new one.
        output_dir: the folder for the pictures, ``portrait_<time>_<seed>.png``; none is ever overwritten.
        negative_prompt: what it shall not show; read with guidance only.
        model: another model of the store, a folder, or a .safetensors file.
        context: hears of progress and notes; None for silence.

    Returns:
        The paths of the pictures.

    Raises:
        engine.protocol.errors.PortraitsError: with words that name the file and what to do.
    """
    loras: tuple[Lora, ...] = ()
    if lora_path is not None:
        loras = (Lora(source=Source(path=str(Path(lora_path))), strength=lora_scale, name="drawing"),)
    job = ImageJob(
        prompt=prompt,
        negative_prompt=negative_prompt,
        model=model,
        loras=loras,
        width=width,
        height=height,
        steps=num_inference_steps,
        guidance_scale=guidance_scale,
        clip_skip=clip_skip,
        seed=secrets.randbelow(2**32) if seed is None else seed,
        output=str(Path(output_dir)),
        num_images=num_images,
    )
    return [Path(artifact.path) for artifact in run_job(job, context or SilentContext())]


def generate_video(
    prompt: str,
    num_frames: int = 97,
    width: int = 960,
    height: int = 544,
    fps: int | Fraction = 24,
    guidance_scale: float = 6.0,
    num_inference_steps: int = 50,
    enable_offload: bool = True,
    *,
    output_file: str | PathLike[str] = "shot.mp4",
    negative_prompt: str | None = None,
    image: str | PathLike[str] | None = None,
    last_image: str | PathLike[str] | None = None,
    movie: str | PathLike[str] | None = None,
    model: str = AUTO,
    seed: int | None = None,
    overwrite: bool = False,
    context: JobContext | None = None,
) -> Path:
    """Make a shot with SkyReels-V2, which must be in the model store.

    Args:
        prompt: what the shot shows and how it moves.
        num_frames: how many frames, 4k + 1; others are corrected.
        width: in pixels, a multiple of 16; others are corrected.
        height: in pixels, likewise.
        fps: frames per second; the models were trained on 24.
        guidance_scale: how closely the words are followed; 5.0 is usual from a picture.
        num_inference_steps: denoising steps.
        enable_offload: fit the model into the graphics card as needed; False keeps all of it there.
        output_file: the movie; the codec follows from its suffix. Its last frame is written beside it.
        negative_prompt: what shall not be seen; None takes the usual one.
        image: a picture to start from.
        last_image: a picture to end with, together with ``image``.
        movie: a movie that goes on.
        model: an id of the store, or a folder; "auto" takes the best that is there and fits.
        seed: None takes a new one.
        overwrite: replace a movie that exists.
        context: hears of progress and notes; None for silence.

    Returns:
        The path of the movie.

    Raises:
        engine.protocol.errors.PortraitsError: with words that name the file or field and what to do.
    """
    output = Path(output_file)
    sources = {"image": image, "last_image": last_image, "movie": movie}
    given: dict[str, Any] = {name: Source(path=str(Path(path))) for name, path in sources.items() if path is not None}
    if negative_prompt is not None:
        given["negative_prompt"] = negative_prompt
    job = VideoJob(
        prompt=prompt,
        output=str(output),
        model=model,
        num_frames=num_frames,
        width=width,
        height=height,
        fps=Fraction(fps),
        guidance_scale=guidance_scale,
        steps=num_inference_steps,
        enable_offload=enable_offload,
        seed=secrets.randbelow(2**32) if seed is None else seed,
        encode=EncodeSettings(codec=codec_for(output)),
        overwrite=overwrite,
        **given,
    )
    return Path(run_job(job, context or SilentContext())[0].path)
