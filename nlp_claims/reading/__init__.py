"""From what the user names to documents: files found and opened, texts taken out of them, made fit for analysis."""
