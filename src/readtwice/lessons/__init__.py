"""Floor 7: lessons that are brought along as one file: read as if it were hostile, checked, kept and made."""
