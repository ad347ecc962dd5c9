"""The viewer: one picture or movie large, or two pictures beside each other."""
