"""Numeric claims about the same thing, side by side: in several documents, or within one."""
