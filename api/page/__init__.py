"""The board's page: the files of which a browser makes it."""
