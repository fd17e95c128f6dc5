"""A source beside the version of the article: what changed on the way."""
