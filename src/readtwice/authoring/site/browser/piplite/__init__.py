"""JupyterLite's installer, without an index: each package of the site comes at its first import, and no other is."""

from piplite.piplite import install

__all__ = ["install"]
