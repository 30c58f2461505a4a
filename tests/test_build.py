"""From findings to records: ids by place in the text, links that follow, offsets as read."""

from nlp_claims import build, records
from nlp_claims.annotations import Actor, Claims, Mention, Number, Source, Statement

TEXT = "Nowak powiedziała, że zginęło 12 osób, a Kowalski – że 5."


def actor(name, start, end):
    return Actor(
        name=name,
        kind="person",
        roles=[],
        acts=[],
        mentions=[Mention(start=start, end=end, base=name)],
        references=[],
        gender=None,
        plural=False,
    )


def number(start, end, value, statement):
    return Number(
        start=start,
        end=end,
        number=(start, end),
        value=value,
        min=value,
        max=value,
        bound="exact",
        unit="count",
        noun="osoba",
        phrase="osoba",
        change=None,
        per=None,
        predicate=None,
        modality="asserted",
        time=None,
        place=None,
        sentence=(0, len(TEXT)),
        statement=statement,
        source=None if statement is None else Source(actor=1, name="Nowak", start=0, end=5),
        rule="number.count",
    )


def claims():
    return Claims(
        actors=[actor("Kowalski", 41, 49), actor("Nowak", 0, 5)],
        statements=[
            Statement(
                mode="indirect",
                parts=[(22, 37)],
                speaker=Source(actor=1, name="Nowak", start=0, end=5),
                cue=None,
                via=None,
                negated=False,
                rule="statement.clause",
            )
        ],
        numbers=[number(55, 56, 5.0, None), number(30, 32, 12.0, 0)],
    )


def built(only=frozenset({"actors", "statements", "numbers"}), text=TEXT, locate=lambda start, end: (start, end)):
    return build.build(claims(), doc="d", text=text, locate=locate, sentences=1, model="m-1", meta={"k": 1}, only=only)


def test_ids_follow_the_order_in_the_text():
    actors = [record for record in built() if isinstance(record, records.Actor)]
    assert [(a.id, a.name) for a in actors] == [("a1", "Nowak"), ("a2", "Kowalski")]


def test_links_follow_the_new_order():
    found = built()
    statement = next(record for record in found if isinstance(record, records.Statement))
    assert statement.speaker is not None
    assert statement.speaker.actor == "a1"
    first = next(record for record in found if isinstance(record, records.NumericClaim))
    assert (first.text, first.statement, first.source) == ("12", "s1", records.Claimant(actor="a1", name="Nowak"))


def test_whole_floats_are_printed_as_integers():
    values = [record.value for record in built() if isinstance(record, records.NumericClaim)]
    assert values == [12, 5]
    assert all(isinstance(value, int) for value in values)


def test_closing_record_counts_what_is_printed():
    closing = built(only=frozenset({"numbers"}))[-1]
    assert isinstance(closing, records.Document)
    assert (closing.actors, closing.statements, closing.numeric_claims, closing.meta) == (0, 0, 2, {"k": 1})


def test_offsets_are_mapped_into_the_text_as_read():
    read = "\u00ad" + TEXT  # a soft hyphen that the analysis did not see
    found = built(text=read, locate=lambda start, end: (start + 1, end + 1))
    for record in found[:-1]:
        for span in getattr(record, "parts", ()) or getattr(record, "mentions", ()) or (record,):
            assert read[span.start : span.end] == span.text
    assert found[0].mentions[0].start == 1


def test_rejected_document_has_no_counts_but_a_reason():
    record = build.rejected(doc="d", text="", model="m-1", meta={}, error="not UTF-8")
    assert (record.actors, record.error) == (0, "not UTF-8")


def test_digest_takes_a_lone_surrogate():
    assert len(build.digest("\ud800")) == 64
