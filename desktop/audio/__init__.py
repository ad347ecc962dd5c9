"""The audio pane: the script, its speakers and takes, recording, and the editor of one sound."""
