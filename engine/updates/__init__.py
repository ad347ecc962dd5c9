"""Whether there is a newer version: a small signed file, fetched only when a person asks or has agreed to it."""
