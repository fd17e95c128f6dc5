"""A one-shot for a class with one screen: hands up, talk, hands up again."""
