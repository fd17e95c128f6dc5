"""A text of the learner's own, read with the tools of the course; the verdict stays with the reader."""
