"""Third-party weights: which there are, where they lie, getting them, checking them and loading them safely."""
