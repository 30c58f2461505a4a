"""Statements: who said what, directly or indirectly.

``contents`` finds what was said and ``speakers`` who said it; neither knows the other. Both stand on the words of
the text (``text``, ``grammar``, ``cues``, ``quotes``), and ``component`` puts them together on a spaCy Doc.
"""
