"""One comparison of the article, every way to make it."""
