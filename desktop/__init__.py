"""The window of Portraits. Of the engine it sees the protocol and the project file only."""
