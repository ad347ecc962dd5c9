"""The motion pane: library, viewer, and correction of the joints over time."""
