"""A page of search results: what to open, what to trust for what, and when to stop."""
