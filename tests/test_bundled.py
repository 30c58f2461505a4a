"""The bundled pipeline as users meet it: labels, batches, breaks, odd texts, dictionary lemmas."""

import pytest
import spacy

from nlp_claims import models

NER = {"date", "geogName", "orgName", "persName", "placeName", "time"}
TAGS = {
    "ADJ",
    "ADJA",
    "ADJC",
    "ADJP",
    "ADV",
    "AGLT",
    "BEDZIE",
    "BREV",
    "BURK",
    "COMP",
    "CONJ",
    "DEPR",
    "FIN",
    "GER",
    "IMPS",
    "IMPT",
    "INF",
    "INTERJ",
    "INTERP",
    "NUM",
    "NUMCOL",
    "PACT",
    "PANT",
    "PCON",
    "PPAS",
    "PPRON12",
    "PPRON3",
    "PRAET",
    "PRED",
    "PREP",
    "QUB",
    "SIEBIE",
    "SUBST",
    "WINIEN",
    "XXX",
    "_SP",
}
RELATIONS = {
    "ROOT",
    "acl",
    "acl:relcl",
    "advcl",
    "advcl:cmpr",
    "advcl:relcl",
    "advmod",
    "advmod:arg",
    "advmod:emph",
    "advmod:neg",
    "amod",
    "amod:flat",
    "appos",
    "aux",
    "aux:cnd",
    "aux:imp",
    "aux:pass",
    "case",
    "cc",
    "cc:preconj",
    "ccomp",
    "ccomp:cleft",
    "ccomp:obj",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "det:numgov",
    "det:nummod",
    "det:poss",
    "discourse:intj",
    "expl:pv",
    "fixed",
    "flat",
    "flat:foreign",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:arg",
    "nmod:flat",
    "nmod:poss",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "nummod:gov",
    "obj",
    "obl",
    "obl:agent",
    "obl:arg",
    "obl:cmpr",
    "orphan",
    "parataxis:insert",
    "parataxis:obj",
    "punct",
    "vocative",
    "xcomp",
    "xcomp:cleft",
    "xcomp:pred",
}
TEXTS = [
    "Burmistrz zapowiada remont\n\nW czwartek rada miasta przyjęła budżet. „To dobry dzień” – powiedziała Anna Nowak.",
    "Wzrost wyniesie 3,2 proc., a bezrobocie spadnie do 5 proc.",
    "Jan Kowalski z Narodowego Banku Polskiego mówił o tym 12 maja w Warszawie.",
    "Nie wiadomo.",
] * 3


@pytest.fixture(scope="module")
def bare() -> spacy.Language:
    return spacy.load(models.BUNDLED)


def analysis(doc: spacy.tokens.Doc) -> list[tuple]:
    return [
        (t.text, t.lemma_, t.tag_, t.pos_, str(t.morph), t.head.i, t.dep_, t.ent_type_, t.is_sent_start) for t in doc
    ]


def test_labels_are_the_references(bare):
    assert set(bare.get_pipe("ner").labels) == NER
    assert set(bare.get_pipe("tagger").labels) == TAGS
    assert set(bare.get_pipe("parser").labels) == RELATIONS


def test_components_bear_the_references_names(bare):
    assert {"tok2vec", "morphologizer", "parser", "lemmatizer", "tagger", "ner"} <= set(bare.pipe_names)


def test_analysis_does_not_depend_on_the_batch(bare):
    alone = [analysis(bare(text)) for text in TEXTS]
    for size in (1, 5, 64):
        assert [analysis(doc) for doc in bare.pipe(TEXTS, batch_size=size)] == alone


def test_line_break_starts_a_sentence(bare):
    doc = bare(TEXTS[0])
    assert "W czwartek" in [sentence.text[:10] for sentence in doc.sents]


def test_start_that_is_set_beforehand_is_kept(bare):
    doc = bare.make_doc("Wszystko się zmieni powiedziała minister")
    doc[3].is_sent_start = True
    for _, component in bare.pipeline:
        doc = component(doc)
    assert [s.start for s in doc.sents] == [0, 3]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n Tak.", ".", "x" * 300, "słowo " * 450, "\u200b", "🙂 Tak? 🙂"])
def test_odd_texts_are_analysed_too(bare, text):
    doc = bare(text)
    assert doc.text == text
    assert all(sentence.root.head == sentence.root for sentence in doc.sents)


def test_typographic_quotes_and_dashes_do_not_change_the_tree(bare):
    plain = bare('"Damy radę" - powiedział Jan Kowalski.')
    for left, right, dash in (("„", "”", "–"), ("«", "»", "—"), ("“", "”", "-")):
        doc = bare(f"{left}Damy radę{right} {dash} powiedział Jan Kowalski.")
        assert [(t.head.i, t.dep_) for t in doc] == [(t.head.i, t.dep_) for t in plain]


def test_known_words_have_dictionary_lemmas(bare):
    doc = bare("Ministrowie rozmawiali wczoraj o szpitalach.")
    assert [t.lemma_ for t in doc] == ["minister", "rozmawiać", "wczoraj", "o", "szpital", "."]


def test_model_survives_the_disk(bare, tmp_path):
    bare.to_disk(tmp_path / "copy")
    again = spacy.load(tmp_path / "copy")
    assert analysis(again(TEXTS[0])) == analysis(bare(TEXTS[0]))
