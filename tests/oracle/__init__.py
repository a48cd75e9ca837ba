"""The brute-force oracle: small cases answered by looking at every award, and random cases to ask it about."""
