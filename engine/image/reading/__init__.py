"""Reads how a picture was made out of what this program and others write into files."""
