"""Votes from phones, where learners share a folder with their teacher: no names, bars hidden until all have voted."""
