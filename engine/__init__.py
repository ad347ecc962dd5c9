"""Everything that works without a window: the engine process, the command line and the capabilities."""

__version__ = "0.1.0"
