"""The paper as a PDF, tagged so that it can be read aloud."""
