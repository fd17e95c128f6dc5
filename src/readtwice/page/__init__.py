"""Floor 5: what every page has: session, record box, words to a learner, the shared script and look."""
