"""The training pane: how a run of the motion tokenizer goes, and what finished runs have left."""
