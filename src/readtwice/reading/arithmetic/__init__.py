"""Each kind of calculation that the numbers of a text can be held against."""
