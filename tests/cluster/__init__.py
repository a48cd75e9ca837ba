"""A cluster on this machine, with a scheduler and workers that are real processes."""
