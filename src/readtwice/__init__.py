"""Read Twice: a media-literacy course in Jupyter notebooks, built on one real news article.

The rooms of this package stand on floors, and each imports only from floors below its own
(see CONTRIBUTING.md, "The rooms"). Importing `readtwice` itself loads nothing heavy.
"""

__version__ = "0.2.0"
