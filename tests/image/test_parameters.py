"""The text that other programs read, written and read back."""

from hypothesis import given
from hypothesis import strategies as st

from engine.image.parameters import SAMPLERS, NamedLora, parameters_text, read_parameters, scheduler_named
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob


def _text(job: ImageJob, *loras: NamedLora) -> str:
    return parameters_text(job, model="my, model", model_hash="ab" * 32, loras=loras, version="1.0", size=(1024, 768))


def test_every_field_is_written_in_the_known_form() -> None:
    job = ImageJob(
        prompt="a man",
        negative_prompt="hat",
        width=512,
        height=384,
        steps=25,
        guidance_scale=6.5,
        clip_skip=1,
        seed=9,
        scheduler="dpmpp_2m_karras",
        source=Source(path="a.png"),
        strength=0.4,
        second_pass=2.0,
        output="x",
    )
    assert _text(job, NamedLora("ink", 0.8, "0123456789ab")) == (
        "a man <lora:ink:0.8>\nNegative prompt: hat\n"
        "Steps: 25, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 9, Size: 512x384, Model hash: ababababab, "
        'Model: "my, model", Denoising strength: 0.4, Clip skip: 3, Hires upscale: 2, Hires resize: 1024x768, '
        'Lora hashes: "ink: 0123456789ab", Version: Portraits 1.0'
    )


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<>"), max_size=60),
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
)
def test_what_is_written_can_be_read(prompt: str, negative: str) -> None:
    prompt, negative = prompt.replace("Negative prompt:", "").strip(), negative.strip()
    # Unicode knows line ends that are no control characters.
    if len(prompt.splitlines()) > 1 or len(negative.splitlines()) > 1:
        return
    job = ImageJob(
        prompt=prompt, negative_prompt=negative, steps=2, guidance_scale=0.0, scheduler="euler_a", output="x"
    )
    found = read_parameters(_text(job, NamedLora("a b", -0.5)))
    assert found is not None
    assert (found.prompt, found.negative_prompt) == (prompt, negative)
    assert found.loras == (NamedLora("a b", -0.5),)
    assert found.pairs["model"] == "my, model"
    assert found.pairs["steps"] == "2"


def test_texts_that_are_none_are_not_read() -> None:
    for text in ("", "just a caption", "one\ntwo, three: four"):
        assert read_parameters(text) is None


def test_schedulers_by_the_names_of_others() -> None:
    for ours, theirs in SAMPLERS.items():
        assert scheduler_named(theirs) == ours
        assert scheduler_named(ours) == ours
    assert scheduler_named("DPM++ 2M", "Karras") == "dpmpp_2m_karras"
    assert scheduler_named("dpmpp_2m", "karras") == "dpmpp_2m_karras"
    assert scheduler_named("dpmpp_2m_k") == "dpmpp_2m_karras"
    assert scheduler_named("euler_ancestral", "normal") == "euler_a"
    assert scheduler_named("uni_pc") == "unipc"
    assert scheduler_named("Euler", "Automatic") == "euler"
    assert scheduler_named("k_euler_a".removeprefix("k_")) == "euler_a"
    assert scheduler_named("Restart") is None
