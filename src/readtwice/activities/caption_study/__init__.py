"""Captions side by side, with another name in them, over one picture, and in own words."""
