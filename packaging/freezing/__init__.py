"""How the installers are made: what goes into the frozen application, and what each system wraps around it."""
