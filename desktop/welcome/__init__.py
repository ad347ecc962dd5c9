"""The welcome page: three starts, recent projects, and what this computer can do."""
