"""Find the partner of a sentence, or say that there is none."""
