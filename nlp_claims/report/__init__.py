"""Records for eyes: the terminal view and the HTML page."""
