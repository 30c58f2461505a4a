"""What was said and where it ends: speech in marks and after dashes, clauses, source phrases, frames beside it."""
