"""What the window knows: models with signals and without widgets."""
