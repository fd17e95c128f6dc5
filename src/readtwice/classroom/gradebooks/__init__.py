"""Completion for a platform's own list."""
