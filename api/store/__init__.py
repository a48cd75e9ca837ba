"""The database: what the service keeps."""
