"""A claim, some source cards, a budget."""
