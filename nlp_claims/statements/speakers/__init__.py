"""Who said it: the subject of the verb, whoever bears a function, and whom a dropped subject means."""
