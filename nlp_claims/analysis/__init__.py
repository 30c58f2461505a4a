"""The bundled analysis: a small network in NumPy behind spaCy's usual components."""
