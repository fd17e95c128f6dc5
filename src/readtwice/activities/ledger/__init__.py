"""Claims pinned into rows, so that they meet."""
