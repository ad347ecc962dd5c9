"""The 24 kHz SNAC codec: loading it safely, and decoding codes to sound at once or while they arrive."""
