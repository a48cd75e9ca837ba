"""Work that is done outside the process that serves: reading what was sent, and short searches."""
