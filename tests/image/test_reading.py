"""Settings found in pictures of other programs and our own."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from engine.image.job import run
from engine.image.reading.pictures import settings_in
from engine.media.pictures import read_picture
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob, Lora

A1111 = "\n".join(
    (
        'portrait of an old man, <lora:ink_v2:0.8> smiling, "quoted"',
        "Negative prompt: hat, glasses",
        "Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 1234567890, Size: 832x1216, "
        'Model hash: 31e35c80fc, Model: sd_xl_base_1.0, Clip skip: 2, Lora hashes: "ink_v2: 0011aabbccdd", '
        "Version: v1.9.3",
    )
)

SWARM = {
    "sui_image_params": {
        "prompt": "a woman",
        "negativeprompt": "blurry",
        "model": "sd_xl_turbo_1.0_fp16",
        "seed": 77,
        "steps": 4,
        "cfgscale": 1.0,
        "width": 512,
        "height": 640,
        "sampler": "euler_ancestral",
        "scheduler": "normal",
        "loras": ["styles/ink"],
        "loraweights": ["0.5"],
    }
}

INVOKE = {
    "generation_mode": "sdxl_txt2img",
    "positive_prompt": "a child",
    "negative_prompt": "",
    "width": 1024,
    "height": 1024,
    "seed": 42,
    "cfg_scale": 7.5,
    "steps": 30,
    "scheduler": "dpmpp_2m_k",
    "model": {"name": "juggernautXL", "base": "sdxl", "hash": "blake3:1"},
    "loras": [{"model": {"name": "grain"}, "weight": 0.75}],
}

COMFY = {
    "3": {
        "class_type": "KSampler",
        "inputs": {
            "seed": ["20", 0],
            "steps": 20,
            "cfg": 8.0,
            "sampler_name": "dpmpp_2m",
            "scheduler": "karras",
            "denoise": 1.0,
            "model": ["10", 0],
            "positive": ["6", 0],
            "negative": ["7", 0],
            "latent_image": ["5", 0],
        },
    },
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd_xl_base_1.0.safetensors"}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 896, "height": 1152, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["21", 0], "clip": ["10", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "text, watermark", "clip": ["4", 1]}},
    "10": {
        "class_type": "LoraLoader",
        "inputs": {"lora_name": "sub\\ink.safetensors", "strength_model": 0.6, "model": ["4", 0], "clip": ["4", 1]},
    },
    "20": {"class_type": "PrimitiveInt", "inputs": {"value": 5}},
    "21": {"class_type": "String", "inputs": {"string": "a queen"}},
}


def png(path: Path, **texts: str) -> Path:
    info = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        info.add_text(key, value)
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)
    return path


@pytest.mark.parametrize(
    ("texts", "origin", "fields", "model", "loras"),
    [
        (
            {"parameters": A1111},
            "AUTOMATIC1111",
            {
                "prompt": 'portrait of an old man,  smiling, "quoted"',
                "negative_prompt": "hat, glasses",
                "steps": 25,
                "guidance_scale": 6.5,
                "seed": 1234567890,
                "scheduler": "dpmpp_2m_karras",
                "width": 832,
                "height": 1216,
                "clip_skip": 0,
            },
            "sd_xl_base_1.0",
            [("ink_v2", 0.8)],
        ),
        (
            {"parameters": json.dumps(SWARM)},
            "SwarmUI",
            {
                "prompt": "a woman",
                "negative_prompt": "blurry",
                "seed": 77,
                "steps": 4,
                "guidance_scale": 1.0,
                "width": 512,
                "height": 640,
                "scheduler": "euler_a",
            },
            "sd_xl_turbo_1.0_fp16",
            [("styles/ink", 0.5)],
        ),
        (
            {"invokeai_metadata": json.dumps(INVOKE)},
            "InvokeAI",
            {
                "prompt": "a child",
                "seed": 42,
                "steps": 30,
                "guidance_scale": 7.5,
                "width": 1024,
                "height": 1024,
                "scheduler": "dpmpp_2m_karras",
            },
            "juggernautXL",
            [("grain", 0.75)],
        ),
        (
            {"prompt": json.dumps(COMFY), "workflow": "{}"},
            "ComfyUI",
            {
                "prompt": "a queen",
                "negative_prompt": "text, watermark",
                "seed": 5,
                "steps": 20,
                "guidance_scale": 8.0,
                "width": 896,
                "height": 1152,
                "scheduler": "dpmpp_2m_karras",
            },
            "sd_xl_base_1.0.safetensors",
            [("ink", 0.6)],
        ),
    ],
)
def test_settings_of_other_programs(
    texts: dict[str, str], origin: str, fields: dict[str, Any], model: str, loras: list[Any], tmp_path: Path
) -> None:
    found = settings_in(png(tmp_path / "a.png", **texts))
    assert found is not None
    assert found.origin == origin
    assert found.job == fields
    assert found.model == model
    assert [tuple(lora) for lora in found.loras] == loras
    assert found.notes == ()


def test_our_own_pictures_can_be_made_again_from_themselves(store: Store, loras: Path, tmp_path: Path) -> None:
    job = ImageJob(
        prompt="a {young|old} man",
        loras=(Lora(source=Source(path=str(loras / "grain.safetensors")), strength=0.5),),
        output=str(tmp_path),
        num_images=2,
        seed=8,
        width=64,
        height=64,
        steps=1,
    )
    second = Path(run(job, SilentContext(), store=store)[1].path)
    found = settings_in(second)
    assert found is not None
    assert found.origin == "Portraits"
    again = found.make_job(str(tmp_path))
    assert (again.prompt, again.seed, again.num_images) == ("a old man", 9, 1)
    assert again.loras[0].source.path == "grain.safetensors"
    with_loras = Store(store.folder, added=[*store.added, loras], offline=True)
    repeated = Path(run(again, SilentContext(), store=with_loras)[0].path)
    assert np.array_equal(read_picture(repeated), read_picture(second))


def test_a_jpeg_of_another_program(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "an old man\nSteps: 20, Seed: 3, Size: 512x512".encode("utf-16-be")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg", exif=exif.tobytes())
    found = settings_in(tmp_path / "a.jpg")
    assert found is not None
    assert (found.job["prompt"], found.job["seed"]) == ("an old man", 3)


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"parameters": "{broken"},
        {"parameters": "[" * 10_000},
        {"prompt": '{"1": {"inputs": 3}}'},
        {"prompt": json.dumps({"1": {"class_type": "KSampler", "inputs": {}}}), "portraits.recipe": "{}"},
        {"invokeai_metadata": "[]", "sd-metadata": '{"image": 3}'},
        {"parameters": '{"sui_image_params": []}'},
    ],
)
def test_broken_texts_never_raise(texts: dict[str, str], tmp_path: Path) -> None:
    found = settings_in(png(tmp_path / "a.png", **texts))
    assert found is None or found.job == {}


def test_a_circle_in_a_graph_ends(tmp_path: Path) -> None:
    graph = {
        "1": {"class_type": "KSampler", "inputs": {"model": ["2", 0], "positive": ["2", 0], "steps": 3}},
        "2": {"class_type": "LoraLoader", "inputs": {"model": ["3", 0], "lora_name": "a.safetensors"}},
        "3": {"class_type": "LoraLoader", "inputs": {"model": ["2", 0], "lora_name": "b.safetensors"}},
    }
    found = settings_in(png(tmp_path / "a.png", prompt=json.dumps(graph)))
    assert found is not None
    assert [lora.name for lora in found.loras] == ["b", "a"]


def test_values_out_of_bounds_are_left_out_and_told(tmp_path: Path) -> None:
    text = "a\nSteps: 999, Sampler: Restart, Seed: 1, Size: 512x99999"
    found = settings_in(png(tmp_path / "a.png", parameters=text))
    assert found is not None
    assert found.job == {"prompt": "a", "seed": 1, "width": 512}
    assert len(found.notes) == 3
    assert found.make_job("out").steps is None


def test_styles_are_taken_over_where_they_are_found(tmp_path: Path) -> None:
    found = settings_in(png(tmp_path / "a.png", parameters="a <lora:ink:0.8> <lora:gone:1>\nSteps: 2, Seed: 1"))
    assert found is not None
    job = found.make_job("out", {"ink": "/styles/ink.safetensors"}.get)
    assert job.loras == (Lora(source=Source(path="/styles/ink.safetensors"), strength=0.8),)
