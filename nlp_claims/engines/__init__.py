"""Ways of running the extraction over many documents."""
