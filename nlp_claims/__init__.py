"""Actors, statements and numeric claims in Polish news."""

__version__ = "0.1.0"
