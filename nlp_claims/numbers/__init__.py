"""Numeric claims: value, unit, noun, bound and source."""
