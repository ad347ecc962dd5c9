"""Random models for measuring the large voice, made in memory: their speed is that of trained ones."""

import math
from typing import Any

import torch
from snac.snac import SNAC
from torch import nn
from torch.nn.functional import linear
from transformers import LlamaConfig, LlamaForCausalLM, TopPLogitsWarper

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.sampling import Sampling

VOCABULARY = 156_960
PROMPT = [128_259, 128_000, *range(1000, 1050), 128_009, 128_260, 128_261, 128_257]


def llama(
    *, hidden: int, intermediate: int, layers: int, heads: int, groups: int, device: str, dtype: torch.dtype
) -> Any:
    """Return a random Llama over Maya1's vocabulary, without first making it in float32 on the processor."""
    config = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=hidden,
        intermediate_size=intermediate,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        num_key_value_heads=groups,
        head_dim=hidden // heads,
        max_position_embeddings=8192,
        tie_word_embeddings=True,
        dtype=dtype,
    )
    with torch.device("meta"):
        model = LlamaForCausalLM(config).to(dtype)
    model.to_empty(device=device)
    model.tie_weights()
    torch.manual_seed(0)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "norm" in name:
                parameter.fill_(1)
            else:
                parameter.normal_(std=1 / math.sqrt(hidden))
    model.model.rotary_emb = type(model.model.rotary_emb)(config).to(device)
    model.generation_config.eos_token_id = None
    return model.eval().requires_grad_(False)


def maya1(device: str, dtype: torch.dtype, layers: int = 28) -> Any:
    """Return a random model of Maya1's size."""
    return llama(hidden=3072, intermediate=8192, layers=layers, heads=24, groups=8, device=device, dtype=dtype)


def snac() -> SNAC:
    """Return a random codec of the real size."""
    torch.manual_seed(0)
    return SNAC(
        sampling_rate=24_000,
        encoder_dim=48,
        encoder_rates=[2, 4, 8, 8],
        decoder_dim=1024,
        decoder_rates=[8, 8, 4, 2],
        attn_window_size=None,
        codebook_size=4096,
        codebook_dim=8,
        vq_strides=[4, 2, 1],
        noise=True,
        depthwise=True,
    ).eval()


def run_generate(model: Any, ids: int) -> None:
    """Let the library generate so many ids with the same settings and without any mask."""
    ours = model.config._attn_implementation
    model.config._attn_implementation = "sdpa"
    with torch.inference_mode():
        model.generate(
            torch.tensor([PROMPT], device=model.device),
            do_sample=True,
            temperature=0.4,
            top_p=0.9,
            top_k=0,
            repetition_penalty=1.1,
            min_new_tokens=ids,
            max_new_tokens=ids,
            pad_token_id=128_263,
        )
    model.config._attn_implementation = ours


def run_decoder(decoder: Decoder, ids: int) -> None:
    """Let our loop generate so many ids in each row."""
    decoder.start([PROMPT] * decoder.rows, list(range(decoder.rows)), Sampling())
    for _ in range(ids - 1):
        decoder.step()


class UnmaskedDecoder(Decoder):
    """Our loop without the strict mask: it draws from all 156960 ids."""

    def _choose(self, hidden: torch.Tensor, slot: int) -> None:
        weight = self.model.get_output_embeddings().weight
        logits = linear(hidden, weight).float()
        if not hasattr(self, "met"):
            self.met = torch.zeros(self.rows, len(weight), dtype=torch.bool, device=self.device)
            self.race = torch.empty(self.rows, len(weight), device=self.device)
        penalised = torch.where(logits < 0, logits * 1.1, logits / 1.1)
        scores = torch.where(self.met, penalised, logits) / 0.4
        chances = TopPLogitsWarper(0.9)(self.met, scores).softmax(dim=-1)  # type: ignore[arg-type]
        choice = (chances / self.race.exponential_()).argmax(dim=-1, keepdim=True)
        self.met.scatter_(1, choice, True)
        self.ids.copy_(choice)


def last_state(model: Any) -> torch.Tensor:
    """Return what the layers of a model make of the prompt, in float32."""
    with torch.inference_mode():
        state: torch.Tensor = model.model(torch.tensor([PROMPT])).last_hidden_state
    return state.float()


class Int4Linear(nn.Module):
    """A linear layer with 4-bit weights in groups of 32 along the inputs, with the kernel of torch for processors."""

    GROUP = 32

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        rows, columns = layer.weight.shape
        groups = layer.weight.detach().float().view(rows, columns // self.GROUP, self.GROUP)
        low, high = groups.amin(dim=2, keepdim=True), groups.amax(dim=2, keepdim=True)
        scale = ((high - low) / 15).clamp(min=1e-9)
        whole = ((groups - low) / scale).round().clamp(0, 15).to(torch.int32).view(rows, columns)
        self.weight = torch.ops.aten._convert_weight_to_int4pack_for_cpu(whole, 1)
        # The kernel takes (q - 8) * scale + middle.
        pairs = torch.cat((scale, low + 8 * scale), dim=2)
        self.scales = pairs.transpose(0, 1).contiguous().to(torch.bfloat16)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = x.reshape(-1, x.shape[-1]).to(torch.bfloat16)
        found = torch.ops.aten._weight_int4pack_mm_for_cpu(rows, self.weight, self.GROUP, self.scales)
        return found.view(*x.shape[:-1], -1).to(x.dtype)


def shrink_to_int4(model: Any) -> None:
    """Replace the linear layers of a Llama's blocks."""
    for block in model.model.layers:
        for part in (block.self_attn, block.mlp):
            for name, layer in list(part.named_children()):
                if isinstance(layer, nn.Linear):
                    setattr(part, name, Int4Linear(layer))
