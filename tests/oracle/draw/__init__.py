"""The parts from which a random case is put together, each drawn by the same dice."""
