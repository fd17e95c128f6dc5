"""The words of captions tagged as seen, told or added."""
