"""Pictures from words and from pictures: SDXL Turbo, other SDXL models, styles (LoRA)."""
