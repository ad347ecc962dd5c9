"""What capabilities that run diffusion models share: styles, number formats, memory, and the parts of Wan models."""
