"""How often an award is asked for at figures drawn at random, where nobody says how often."""

SAMPLES, SEED = 100, 1
