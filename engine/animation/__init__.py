"""Moves the person in a picture like the one in a video: motions, motion tokens, MV-DiT and their training.

The modules about motions (files, cleaning, drawing) work with NumPy alone. torch is imported by the modules about
models only.
"""
