"""Scoring: what matches, what counts, and that errors name their place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_builders import Article

from nlp_claims import records, scoring
from nlp_claims.scoring import gold
from nlp_claims.scoring.matching import close, iou, letters, pair, same_name

TEXT = "– Zginęło 12 osób – powiedziała minister Anna Lis. Dodała, że winny jest mróz. Szkody: 3 mln zł."


def annotation(**changes):
    return {
        "doc": "a",
        "actors": [{"name": "Anna Lis", "kind": "person", "mentions": ["minister Anna Lis"]}],
        "statements": [
            {
                "mode": "direct",
                "content": [{"s": "Zginęło 12 osób"}],
                "speaker": {"s": "Anna Lis"},
                "speaker_name": "Anna Lis",
                "cue": {"s": "powiedziała"},
            },
            {
                "mode": "indirect",
                "content": [{"s": "winny jest mróz"}],
                "speaker": None,
                "speaker_name": "Anna Lis",
                "cue": {"s": "Dodała"},
            },
        ],
        "numbers": [
            number("12", 12, noun="osoba", attributed_to="Anna Lis"),
            number("3 mln", 3000000, unit="money:PLN"),
        ],
    } | changes


def number(surface, value, **fields):
    base = {"bound": "exact", "unit": "count", "noun": None, "attributed_to": None}
    return {"number": {"s": surface}, "value": value, "min": value, "max": value, **base, **fields}


def perfect():
    article = Article("news/a.txt", TEXT)
    article.actor("Anna Lis")
    article.statement("Zginęło 12 osób", speaker=("Anna Lis", "Anna Lis"), cue="powiedziała")
    article.statement("winny jest mróz", speaker=("Anna Lis",), cue="Dodała", mode="indirect")
    claimant = records.Claimant(actor="a1", name="Anna Lis")
    article.number("12 osób", "12", 12, noun="osoba", source=claimant)
    article.number("3 mln zł", "3 mln", 3000000, unit="money:PLN")
    return article


@pytest.fixture
def run(tmp_path):
    def score(article, gold_=None, text=TEXT):
        folder = tmp_path / "gold"
        folder.mkdir(exist_ok=True)
        (folder / "a.json").write_text(json.dumps(gold_ or annotation()), encoding="utf-8")
        (folder / "a.txt").write_text(text, encoding="utf-8")
        found = tmp_path / "records.jsonl"
        all_records = (*article.actors, *article.statements, *article.numbers)
        found.write_bytes(b"".join(records.encode(record) + b"\n" for record in all_records))
        return scoring.score([folder], str(found))

    return score


def test_perfect_records_score_one_everywhere(run):
    report = run(perfect())
    assert report.findings == []
    assert report.figures["documents"] == 1
    assert report.figures["without_records"] == 0
    assert report.figures["statements"] == {"p": 1.0, "r": 1.0, "f": 1.0, "tp": 2, "pred": 2, "gold": 2}
    assert report.figures["numbers_attributed"]["f"] == 1.0
    assert set(report.figures["statement_fields"].values()) == {1.0}
    assert set(report.figures["number_fields"].values()) == {1.0}
    assert report.figures["actors"] == {"gold": 1, "found": 1.0, "name": 1.0, "kind": 1.0, "split": 0.0}


def test_no_records_score_nothing(run):
    report = run(Article("news/a.txt", TEXT))
    assert report.figures["without_records"] == 1
    assert report.figures["statements"] == {"p": 0.0, "r": 0.0, "f": 0.0, "tp": 0, "pred": 0, "gold": 2}
    assert [finding.kind for finding in report.findings] == [
        "missed statement",
        "missed statement",
        "missed number",
        "missed number",
        "actor",
    ]


def test_an_extra_statement_costs_precision_only(run):
    article = perfect().statement("Szkody", speaker=("Anna Lis",))
    figures = run(article).figures
    assert figures["statements"]["p"] == 0.6667
    assert figures["statements"]["r"] == 1.0


def test_an_optional_annotation_neither_counts_nor_costs(run):
    wanted = annotation()
    wanted["statements"][1]["optional"] = True
    wanted["numbers"][1]["optional"] = True
    for article in (perfect(), perfect()):
        figures = run(article, wanted).figures
        assert figures["statements"]["gold"] == 1
        assert figures["statements"]["p"] == 1.0
        assert figures["numbers"]["pred"] == 1
        article.statements.pop()
        article.numbers.pop()


def test_a_statement_cut_too_wide_matches_but_is_not_tight(run):
    article = perfect()
    article.statements.clear()
    # 13 letters of the words themselves and 8 of the frame: 13 of 21 is over half, but not four fifths
    article.statement("Dodała, że winny jest mróz", speaker=("Anna Lis",), cue="Dodała", mode="indirect")
    report = run(article)
    assert report.figures["indirect_recall"] == 1.0
    assert report.figures["statement_fields"]["tight"] == 0.0
    assert "content" in {finding.kind for finding in report.findings}


def test_a_wrong_speaker_counts_as_found_but_not_as_attributed(run):
    article = perfect()
    article.statements.clear()
    article.statement("Zginęło 12 osób", speaker=("Jan Lis",), cue="powiedziała")
    figures = run(article).figures
    assert figures["statements"]["tp"] == 1
    assert figures["statements_attributed"]["tp"] == 0


def test_another_mode_or_speaker_that_the_annotation_allows_is_right(run):
    wanted = annotation()
    wanted["statements"][1] |= {"alt_mode": "direct", "co_speakers": ["Jan Nowak"]}
    article = perfect()
    article.statements.pop()
    article.statement("winny jest mróz", speaker=("Jan Nowak",), cue="Dodała", mode="direct")
    figures = run(article, wanted).figures
    assert figures["statement_fields"]["mode"] == 1.0
    assert figures["statement_fields"]["speaker"] == 1.0
    assert figures["statement_fields"]["speaker_name"] == 0.5


def test_a_number_is_full_only_with_value_bound_unit_and_noun(run):
    article = perfect()
    article.numbers.pop()
    article.number("3 mln zł", "3 mln", 3000000, unit="count")
    report = run(article)
    assert report.figures["numbers"]["f"] == 1.0
    assert report.figures["numbers_full"]["f"] == 0.5
    assert report.findings[-1].what == "'3 mln zł': unit gold 'money:PLN' got 'count'"


def test_records_of_another_text_are_counted(run):
    assert run(perfect(), text="Uwaga! " + TEXT).bad_slices == 4


def test_an_actor_in_pieces_is_split(run):
    article = perfect().actor("minister", "minister Anna Lis")
    assert run(article).figures["actors"]["split"] == 0.0, "only one of them has a form that the gold lists"
    article.actor("Lis", "minister Anna Lis")
    assert run(article).figures["actors"]["split"] == 1.0


def test_a_text_with_a_mark_and_foreign_line_breaks_is_read_as_extraction_reads_it(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(annotation()), encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("osób –", "osób\r\n–").encode())
    document = gold.read(tmp_path)[0]
    assert document.text == TEXT.replace("osób –", "osób\r\n–")


SETS = st.lists(st.frozensets(st.integers(0, 30)), max_size=6)


@given(SETS, SETS, st.floats(0.01, 1))
def test_pairs_are_one_to_one_and_overlap_enough(wanted, found, least):
    pairs = pair(wanted, found, least)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(iou(wanted[i], found[j]) >= least for i, j in pairs)
    free_i, free_j = set(range(len(wanted))) - {i for i, _ in pairs}, set(range(len(found))) - {j for _, j in pairs}
    assert not any(iou(wanted[i], found[j]) >= least for i in free_i for j in free_j), "nothing that fits is left"


@given(st.text(max_size=20), st.text(max_size=20))
def test_sameness_of_names_has_no_direction(one, other):
    assert same_name(one, other) == same_name(other, one)
    assert same_name(one, one)


def test_letters_leave_punctuation_out():
    assert letters("„Tak”, X", [(0, 8)]) == {1, 2, 3, 7}


def test_iou_of_nothing_is_nothing():
    assert iou(frozenset(), frozenset()) == 0.0
    assert iou(frozenset({1, 2}), frozenset({2, 3})) == pytest.approx(1 / 3)


def test_pairs_are_one_to_one_best_first():
    gold_, found = [frozenset(range(10)), frozenset(range(5))], [frozenset(range(6)), frozenset(range(5))]
    assert pair(gold_, found, 0.5) == [(1, 1), (0, 0)]
    assert pair(gold_, found, 0.7) == [(1, 1)], "6 of 10 is too little then"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mark Milley", "gen. Milley", True),
        ("Mark Milley", "Milley", True),
        ("Anna Lis", "Jan Lis", False),
        ("minister", "minister", True),
        ("minister", "Anna Lis", False),
        ("Anna Lis", None, False),
        ("Unia Europejska", "UE", False),
    ],
)
def test_same_name(one, other, same):
    assert same_name(one, other) is same


def test_a_name_that_the_gold_lists_as_another_form_is_the_same():
    assert same_name("Unia Europejska", "UE", ["UE", "Unii"])


@pytest.mark.parametrize(
    ("one", "other", "equal"), [(None, None, True), (0, None, False), (0.3333, 1 / 3, True), (100, 101, False)]
)
def test_close(one, other, equal):
    assert close(one, other, 1e-4) is equal


def test_number_expressions_are_told_by_their_first_line(tmp_path):
    lines = [
        {"id": "q1", "text": "Zginęło 12 osób.", "number": "12", "value": 12, "min": 12, "max": 12}
        | {"bound": "exact", "unit": "count", "noun": "osoba"},
        {"id": "q2", "text": "Rok 2012.", "number": None},
        {"id": "q3", "text": "Dwóch rannych.", "number": "Dwóch", "value": 2, "min": 2, "max": 2}
        | {"bound": "exact", "unit": "count", "noun": "ranny"},
    ]
    expressions, found = tmp_path / "n.jsonl", tmp_path / "r.jsonl"
    expressions.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    right = Article("q1", "Zginęło 12 osób.").number("12 osób", "12", 12, noun="osoba").numbers
    false = Article("q2", "Rok 2012.").number("2012", "2012", 2012).numbers
    found.write_bytes(b"".join(records.encode(record) + b"\n" for record in (*right, *false)))
    report = scoring.score([expressions], str(found))
    assert report.figures["fields"] == dict.fromkeys(("found", "span", "value", "bound", "unit", "noun", "full"), 0.5)
    assert report.figures["nothing_where_nothing"] == 0.0
    assert [(finding.doc, finding.kind) for finding in report.findings] == [("q2", "false"), ("q3", "missed")]


def test_names_are_scored_by_span_type_base_and_identity(tmp_path):
    text = "Anna Lis z NBP była w Rosji. Lis wyjechała z Rosji, gdzie Niemcy grali finał Euro."

    def name(words, base, kind, id_, nth=1):
        start, end = Article("d", text).at(words, nth)
        return {"start": start, "end": end, "text": words, "base": base, "type": kind, "id": id_}

    mentions = [
        name("Anna Lis", "Anna Lis", "PER", "PER-Lis"),
        name("NBP", "NBP", "ORG", "ORG-NBP"),
        name("Rosji", "Rosja", "LOC", "GPE-Rosja"),
        name("Lis", "Lis", "PER", "PER-Lis", nth=2),
        name("Rosji", "Rosja", "LOC", "GPE-Rosja", nth=2),
        name("Niemcy", "Niemiec", "PER", "GPE-Niemcy"),
        name("Euro", "Euro", "EVT", "EVT-Euro"),
    ]
    documents, found = tmp_path / "d.jsonl", tmp_path / "r.jsonl"
    documents.write_text(json.dumps({"id": "d", "text": text, "mentions": mentions}), encoding="utf-8")
    article = Article("d", text).actor("Anna Lis").actor("Lis", "Lis wyjechała").actor("Euro").actor("Niemcy")
    article.actor("NBP", kind="place").actor("Rosji", kind="place")
    found.write_bytes(b"".join(records.encode(record) + b"\n" for record in article.actors))
    report = scoring.score([documents], str(found))
    # asked for: five; found, of those that count: Anna Lis, NBP, Rosji exactly, «Lis wyjechała» by overlap
    assert report.figures["exact"] == {"p": 0.75, "r": 0.6, "f": 0.6667, "tp": 3, "pred": 4, "gold": 5}
    assert report.figures["overlap"]["p"] == 1.0
    assert report.figures["overlap"]["r"] == 0.8
    assert report.figures["type"] == 0.6667
    assert report.figures["base_by_type"] == {"LOC": 0.0, "ORG": 1.0, "PER": 1.0}
    assert {finding.kind for finding in report.findings} == {"type", "base", "missed"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[1]", "no annotated documents"),
        ('{"doc": "a"}', "actors"),
        (json.dumps(annotation(numbers=[number("99", 99)])), "'99' is not in the text"),
    ],
)
def test_unusable_gold_is_named(tmp_path, content, message):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = tmp_path / "r.jsonl"
    found.write_text("")
    with pytest.raises(scoring.GoldError, match=message):
        scoring.score([tmp_path], str(found))


def test_a_missing_text_is_looked_for_elsewhere_and_else_named(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (tmp_path / "a.json").write_text(json.dumps(annotation()), encoding="utf-8")
    with pytest.raises(scoring.GoldError, match="--texts"):
        gold.read(tmp_path)
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    assert gold.read(tmp_path, texts)[0].text == TEXT


def test_a_line_that_is_no_record_is_named(tmp_path):
    (tmp_path / "r.jsonl").write_text('\n{"type": "actor", "doc": "a"}\n', encoding="utf-8")
    with pytest.raises(scoring.InputError, match=r"r\.jsonl:2: not a record"):
        scoring.score([tmp_path], str(tmp_path / "r.jsonl"))


def test_checking_finds_doubtful_references(tmp_path):
    wanted = annotation(numbers=[number("1", 1), number("o", 3)])
    wanted["actors"][0]["mentions"].append("Lisowa")
    (tmp_path / "a.json").write_text(json.dumps(wanted), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = list(gold.problems(gold.read(tmp_path)[0]))
    assert found == ["mention of 'Anna Lis' not in the text: 'Lisowa'", "occurs more than once, give nth: 'o'"]
