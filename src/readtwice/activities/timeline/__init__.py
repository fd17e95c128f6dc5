"""Events in order, and the words on time of the article beside them."""
