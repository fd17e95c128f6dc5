"""A class's answers as bars, while they come in."""
