"""The builder of fact-checks, its advice, and what is written as a file."""
