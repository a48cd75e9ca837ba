"""The same questions asked of a cluster of one worker, of two, and on paper of more."""
