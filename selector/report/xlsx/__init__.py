"""The paper as a results book."""
