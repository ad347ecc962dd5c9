"""Runs jobs: the registry of job kinds, the runner, and the process that serves the window."""
