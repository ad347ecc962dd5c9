"""Export: the film as a file, with every setting before it is written."""
