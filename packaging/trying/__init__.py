"""Trying the frozen application as a person would; see smoke.py."""
