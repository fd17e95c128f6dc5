"""Slips to hand out."""
