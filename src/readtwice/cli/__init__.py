"""Floor 9: the `readtwice` command."""

from readtwice.cli.main import main

__all__ = ["main"]
