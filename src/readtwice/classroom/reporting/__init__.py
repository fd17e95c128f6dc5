"""What a class's answers say: the report, its sentences, and the version to share."""
