"""Random models for measuring the large voice, made in memory: their speed is that of trained ones."""

import math
from typing import Any

import torch
from snac.snac import SNAC
from transformers import LlamaConfig, LlamaForCausalLM

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import FIRST_AUDIO
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


def run_decoder(decoder: Decoder, ids: int) -> None:
    """Let our loop generate so many ids in each row."""
    decoder.start([PROMPT] * decoder.rows, list(range(decoder.rows)), Sampling())
    for _ in range(ids - 1):
        decoder.step()


class UnmaskedDecoder(Decoder):
    """Our loop without the strict mask: it draws from all 156960 ids."""

    def _choose(self, hidden: torch.Tensor, slot: int) -> None:
        from torch.nn.functional import linear
        from transformers import TopPLogitsWarper

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
        assert slot < FIRST_AUDIO
