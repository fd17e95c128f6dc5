"""What a learner waits for, measured side by side with the plainest thing that does the same. Run by `make bench`."""
