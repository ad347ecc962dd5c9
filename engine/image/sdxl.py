"""The SDXL family: SDXL Turbo, SDXL and what was trained from it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.devices.architectures import picture_workload
from engine.devices.workload import Workload
from engine.diffusion.reasons import first_line
from engine.image.family import CutPrompt, LatentColours, ModelFiles, Tensors
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_AGAIN = "Download the model again, or choose another."


class Sdxl:
    """The adapter to diffusers' SDXL pipelines."""

    name = "SDXL"
    pipeline_classes = frozenset(
        {"StableDiffusionXLPipeline", "StableDiffusionXLImg2ImgPipeline", "StableDiffusionXLInpaintPipeline"}
    )
    settings_model = "sdxl-settings"
    tiny_decoder = "taesdxl"
    # Fitted by the community on decoded pictures; as ComfyUI's latent formats have them.
    latent_colours = LatentColours(
        rows=(
            (0.3651, -0.2533, 0.1076, -0.3165),
            (0.4232, -0.0042, 0.1111, -0.2492),
            (0.4341, 0.1068, -0.0362, -0.2188),
        ),
        bias=(0.1084, -0.0175, -0.0011),
    )

    def load(self, files: ModelFiles, dtype: Any, vae_dtype: Any) -> Any:
        """Load the pipeline from safetensors only.

        The VAE keeps its own format: in float16 it overflows to black pictures, and rounded to bfloat16 it loses
        detail, also when it is widened again later.

        Raises:
            PortraitsError: BAD_MODEL or MODEL_MISSING.
        """
        from diffusers.loaders.single_file_utils import SingleFileComponentError

        try:
            if files.settings is not None:
                pipeline = self._load_file(files, files.settings, dtype, vae_dtype)
            else:
                pipeline = _diffusers().StableDiffusionXLPipeline.from_pretrained(
                    files.path,
                    local_files_only=True,
                    use_safetensors=True,
                    variant=_variant(files.path),
                    dtype={"vae": vae_dtype, "default": dtype},
                    add_watermarker=False,
                )
        except SingleFileComponentError as error:
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"{quoted(files.path)} lacks a part of a complete model: {first_line(error)}.",
                "Choose a full checkpoint with decoder and text encoders.",
            ) from error
        except FileNotFoundError as error:
            raise PortraitsError(
                ErrorCode.MODEL_MISSING, f"{files.title} is not complete: {first_line(error)}.", _AGAIN
            ) from error
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
            if "out of memory" in str(error).lower() or "allocate memory" in str(error):
                raise
            raise PortraitsError(
                ErrorCode.BAD_MODEL, f"{files.title} cannot be loaded: {first_line(error)}.", _AGAIN
            ) from error
        pipeline.set_progress_bar_config(disable=True)
        return pipeline

    def _load_file(self, files: ModelFiles, settings: Path, dtype: Any, vae_dtype: Any) -> Any:
        diffusers = _diffusers()
        vae = diffusers.AutoencoderKL.from_single_file(
            str(files.path), config=str(settings), subfolder="vae", dtype=vae_dtype, local_files_only=True
        )
        return diffusers.StableDiffusionXLPipeline.from_single_file(
            str(files.path),
            config=str(settings),
            local_files_only=True,
            dtype=dtype,
            vae=vae,
            add_watermarker=False,
        )

    def variation_of(self, pipeline: Any) -> Any:
        """Return the image-to-image pipeline over the same parts."""
        variation = _diffusers().StableDiffusionXLImg2ImgPipeline(**pipeline.components, add_watermarker=False)
        variation.set_progress_bar_config(disable=True)
        return variation

    def load_tiny_decoder(self, folder: Path, dtype: Any) -> Any:
        """Load TAESDXL, which decodes latents as the pipeline has them, without a scaling factor."""
        return _diffusers().AutoencoderTiny.from_pretrained(
            folder, local_files_only=True, use_safetensors=True, dtype=dtype
        )

    def encode(
        self, pipeline: Any, prompts: Sequence[str], negatives: Sequence[str], *, guided: bool, clip_skip: int
    ) -> Tensors:
        """Encode with both text encoders; ``clip_skip`` 0 takes the layer before the last, as SDXL was trained."""
        words, no_words, pooled, no_pooled = pipeline.encode_prompt(
            prompt=list(prompts),
            device=pipeline._execution_device,
            num_images_per_prompt=1,
            do_classifier_free_guidance=guided,
            negative_prompt=list(negatives) if guided else None,
            clip_skip=clip_skip or None,
        )
        encoded = {"prompt_embeds": words, "pooled_prompt_embeds": pooled}
        if guided:
            encoded |= {"negative_prompt_embeds": no_words, "negative_pooled_prompt_embeds": no_pooled}
        return encoded

    def cut(self, pipeline: Any, prompt: str) -> CutPrompt:
        """Both encoders read as many tokens as CLIP's 77, two of which mark the ends."""
        tokenizer = pipeline.tokenizer
        limit = tokenizer.model_max_length - 2
        ids = tokenizer(prompt, add_special_tokens=False, truncation=False, verbose=False).input_ids
        return CutPrompt(len(ids), limit, tokenizer.decode(ids[limit:]).strip())

    def workload(self, width: int, height: int, *, steps: int, pictures: int, guided: bool) -> Workload:
        """Return what a batch takes, counted on the full-size networks."""
        return picture_workload(width, height, steps=steps, pictures=pictures, guided=guided)


def _diffusers() -> Any:
    """The library, which is typed in parts only; its import takes seconds."""
    import diffusers

    return diffusers


def _variant(folder: Path) -> str | None:
    """``fp16`` when the folder has only the half-precision files."""
    full = folder / "unet" / "diffusion_pytorch_model.safetensors"
    half = folder / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    sharded = folder / "unet" / "diffusion_pytorch_model.safetensors.index.json"
    return "fp16" if half.exists() and not full.exists() and not sharded.exists() else None
