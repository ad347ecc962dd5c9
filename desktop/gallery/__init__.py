"""The gallery: everything the project has, as a grid of thumbnails and as a table."""
