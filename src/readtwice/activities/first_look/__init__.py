"""Ten seconds: three lines, of which two cannot both be right, before a word of explanation."""
