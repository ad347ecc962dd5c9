"""The sub-commands of ``portraits-engine``, one module each; :mod:`engine.commands.console` is what they share."""
