"""The landmark editor: correct the points of faces by hand and see the morph at once."""
