"""Line breaks end sentences before the parser decides the rest."""

import spacy


def test_first_word_after_a_line_break_starts_a_sentence():
    nlp = spacy.blank("pl")
    nlp.add_pipe("claims_layout")
    doc = nlp("Ceny w górę\n\nInflacja wzrosła do 5 proc.")
    assert [token.text for token in doc if token.is_sent_start] == ["Ceny", "Inflacja"]


def test_space_inside_a_line_leaves_the_parser_free():
    nlp = spacy.blank("pl")
    nlp.add_pipe("claims_layout")
    doc = nlp("Inflacja  wzrosła do 5 proc.")
    assert not any(token.is_sent_start for token in doc[1:])
