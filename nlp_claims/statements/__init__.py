"""Statements: who said what, directly or indirectly."""
