"""Estimate, build the check, say the number, judge the claim."""
