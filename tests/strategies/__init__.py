"""Cases drawn at random, for properties that hold of any case."""
