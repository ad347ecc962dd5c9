"""The panels that make things, built from the job structs by one form builder."""
