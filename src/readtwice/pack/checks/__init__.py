"""What must hold in a pack as a whole, in its form and in its one-shot."""
