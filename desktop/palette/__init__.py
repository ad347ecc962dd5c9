"""The command palette: every command, the gallery and the settings, found by typing."""
