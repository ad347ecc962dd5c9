"""Morphs between portraits: landmarks, the shared mesh, the person and the background as two layers, warp and blend.

``landmarks`` finds the points, ``picture`` prepares one picture for the film's size, ``morph`` makes the frames between
two of them, ``movie`` plans and streams a whole sequence and ``job`` writes it to a file. No torch here.
"""
