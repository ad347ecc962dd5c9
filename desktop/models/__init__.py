"""The window of models: what there is, what fits this computer, downloads, and where models lie."""
