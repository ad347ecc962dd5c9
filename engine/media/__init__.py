"""Pictures, movies and sound: read, written, measured."""
