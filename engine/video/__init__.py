"""Shots from words, from pictures and on from movies: the SkyReels-V2 models."""
