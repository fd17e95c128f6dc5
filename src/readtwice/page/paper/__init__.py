"""The same on paper: what the sheets of all activities share."""
