"""Nothing is installed from an index here: the site brings all its packages (see piplite beside this)."""
