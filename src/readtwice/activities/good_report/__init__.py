"""The good report, with the sources of each sentence."""
