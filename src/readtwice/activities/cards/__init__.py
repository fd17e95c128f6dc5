"""Pairs, claims, headings, wordings and statements to judge, one at a time."""
