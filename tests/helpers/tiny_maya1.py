"""Builds a tiny Maya1 and a tiny SNAC on disk: the real vocabulary layout and file names, random weights."""

import json
import shutil
from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

TAGS = [
    "laugh",
    "laugh_harder",
    "sigh",
    "chuckle",
    "gasp",
    "angry",
    "excited",
    "whisper",
    "cry",
    "scream",
    "sing",
    "snort",
    "exhale",
    "gulp",
    "giggle",
    "sarcastic",
    "curious",
    "appalled",
    "disappointed",
    "mischievous",
]
"""In an order of its own, so that nothing can count on the alphabet."""

VOCABULARY = 156_960
HIDDEN = 32
_STOP = 128_258

_LLAMA_CONTROL = [
    "begin_of_text",
    "end_of_text",
    "reserved_special_token_0",
    "reserved_special_token_1",
    "finetune_right_pad_id",
    "reserved_special_token_2",
    "start_header_id",
    "end_header_id",
    "eom_id",
    "eot_id",
    "python_tag",
]


def tokenizer_json() -> str:
    """The real layout: 128000 text pieces, 256 control, 28682 custom tokens and two fillers, then the emotion tags."""
    letters = pre_tokenizers.ByteLevel.alphabet()
    vocabulary = {letter: index for index, letter in enumerate(sorted(letters))}
    merges = []
    for pair in ("t h", "h e", "th e", "Ġ t", "Ġt he", "i n", "e r", "Ġ a", "l l", "o n"):
        left, right = pair.split()
        vocabulary[left + right] = len(vocabulary)
        merges.append((left, right))
    while len(vocabulary) < 128_000:
        vocabulary[f"\x00{len(vocabulary)}"] = len(vocabulary)
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    control = [*_LLAMA_CONTROL, *(f"reserved_special_token_{number}" for number in range(3, 248))]
    tokenizer.add_special_tokens([AddedToken(f"<|{name}|>", special=True) for name in control])
    tokenizer.add_special_tokens([f"<custom_token_{number}>" for number in range(28_684)])
    tokenizer.add_special_tokens([f"<{tag}>" for tag in TAGS])
    assert tokenizer.get_vocab_size() == VOCABULARY
    text: str = tokenizer.to_str()
    return text


def tiny_llama(*, stop: float = 0.0, hidden: int = HIDDEN, layers: int = 2, seed: int = 0) -> LlamaForCausalLM:
    """Return a random Llama over Maya1's vocabulary.

    Args:
        stop: how much more probable than another id the stop id is, as a difference of logits.
        hidden: width; four heads, two of them for keys and values.
        layers: depth.
        seed: of the weights.
    """
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=hidden,
        intermediate_size=2 * hidden,
        num_hidden_layers=layers,
        num_attention_heads=4,
        num_key_value_heads=2,
        head_dim=hidden // 4,
        max_position_embeddings=8192,
        tie_word_embeddings=True,
        bos_token_id=128_000,
        eos_token_id=_STOP,
        pad_token_id=128_263,
    )
    model = LlamaForCausalLM(config).eval()
    with torch.no_grad():
        # Dimension 0 is the same for all ids, stays what it is through the layers and gives every id the same logit;
        # the stop id's own value there makes it more or less probable than the rest.
        table = model.get_input_embeddings().weight
        table.normal_(std=0.5)
        table[:, 0] = 2.0
        for layer in model.model.layers:
            layer.self_attn.o_proj.weight[0] = 0
            layer.mlp.down_proj.weight[0] = 0
        states = model.model(torch.arange(128_266, 128_330)[None]).last_hidden_state
        table[_STOP, 0] += stop / float(states[..., 0].mean())
    return model


def build_maya1(folder: Path, *, stop: float = 0.0, subfolder: bool = True, seed: int = 0) -> Path:
    """Write a tiny Maya1 with the published file layout: the tokenizer in a sub-folder, or in the root."""
    folder.mkdir(parents=True, exist_ok=True)
    # Two parts with an index, as it is published.
    tiny_llama(stop=stop, seed=seed).save_pretrained(folder, max_shard_size="20100KB")
    place = folder / "tokenizer" if subfolder else folder
    place.mkdir(exist_ok=True)
    (place / "tokenizer.json").write_text(tokenizer_json(), "utf-8")
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": "<|begin_of_text|>",
        "eos_token": "<|eot_id|>",
        "pad_token": "<custom_token_7>",
    }
    (place / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    return folder


def build_snac(folder: Path) -> Path:
    """Write a tiny SNAC with noise blocks and a .bin, as the real one has them."""
    golden = Path(__file__).parent.parent / "golden" / "voice" / "snac_narrow_noise"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(golden / "config.json", folder / "config.json")
    torch.save(load_file(golden / "model.safetensors"), folder / "pytorch_model.bin")
    return folder


@lru_cache(maxsize=1)
def reference_tokenizer(folder: Path) -> PreTrainedTokenizerFast:
    """The tokenizer as transformers loads it."""
    return PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer" / "tokenizer.json"))
