"""A place for what was found off the page: kept with its day, never marked."""
