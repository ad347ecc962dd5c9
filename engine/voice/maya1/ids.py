"""The token ids of Maya1 that mean something beside text.

The layout is that of canopylabs' Orpheus: 128000 text pieces and 256 control ids of Llama 3, then ``<custom_token_N>``
at 128256 + N, of which N = 10 is the first audio code, then the emotion tags.
"""

BEGIN_OF_TEXT = 128_000
END_OF_TEXT = 128_009
"""Ends the text in a prompt; it does not stop generation."""
START_OF_SPEECH = 128_257
STOP = 128_258
"""End of speech, the only id that stops generation."""
START_OF_HUMAN = 128_259
END_OF_HUMAN = 128_260
START_OF_AI = 128_261

FIRST_CUSTOM = 128_256
FIRST_AUDIO = 128_266
CODES = 4096
"""Codes in each codebook, so ids in each block."""
SLOTS = 7
"""Ids in a frame. The id at position k of the generated ids comes from block k mod 7."""
AUDIO_END = FIRST_AUDIO + SLOTS * CODES
"""One past the last audio id, 156938."""

CONTEXT = 8192
"""Ids of prompt and sound that the model is meant to look at."""

MINIMUM_IDS = 4 * SLOTS
"""The stop id is not allowed before four frames are there, as in the published settings."""

IDS_PER_SECOND = 24_000 / 2048 * SLOTS
"""82.03: a frame of seven ids is 2048 samples at 24 kHz."""
