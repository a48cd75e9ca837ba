"""What all routes share: bodies in, problems out."""
