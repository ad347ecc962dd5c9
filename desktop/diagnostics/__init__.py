"""What went wrong, in words: the dialog after the engine stopped, the log, the report."""
