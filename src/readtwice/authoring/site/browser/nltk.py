"""textstat imports nltk for its dictionary. The course hands it counts of its own, so this one has nothing to give."""

data = corpus = None


def download(*_arguments: object, **_options: object) -> None:
    """Never called by the course. Raises LookupError."""
    raise LookupError("there is no dictionary to fetch on this site")
