"""Floor 7: the `readtwice` command."""

from readtwice.cli.main import main

__all__ = ["main"]
