"""The timeline: the film's clips on their tracks."""
