"""Kinds of page told apart by what they promise, and pictures by where they were before."""
