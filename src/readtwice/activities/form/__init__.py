"""Cards that measure and never teach, and what they say in the end."""
