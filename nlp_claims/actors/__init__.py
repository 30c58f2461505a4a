"""Actors: names in the nominative, roles apart, aliases merged."""
