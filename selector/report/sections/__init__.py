"""The sections of a paper, one in each file; a section that has nothing to say is None."""
