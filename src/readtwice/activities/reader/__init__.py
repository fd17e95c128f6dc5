"""The article in parts, with the people and words in it."""
