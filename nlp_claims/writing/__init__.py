"""Results out: JSON Lines and tables, whole documents at a time."""
