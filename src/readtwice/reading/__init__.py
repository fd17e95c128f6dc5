"""Floor 3: what a careful reader's tools can see in a text."""

from readtwice.reading.names import names_with_titles, stated_date, titled_names

__all__ = ["names_with_titles", "stated_date", "titled_names"]
