"""Who speaks, on what occasion, and in which kind of sentence."""
