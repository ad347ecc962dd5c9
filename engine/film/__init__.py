"""Renders a project's timeline: exact frames, the mixed sound, and the movie file of both."""
