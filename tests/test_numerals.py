"""The grammar of Polish numerals, against a library that writes them and a dictionary that inflects them."""

import random
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from nlp_claims.morphology import CASES, analyse, generate
from nlp_claims.numbers import digits, numeral_words, numerals
from nlp_claims.numbers.pieces import cut


def read_all(text):
    """The whole of ``text`` as one number, or what keeps it from being one."""
    pieces = cut(text)
    numeral = numerals.read(pieces, 0)
    if numeral is None or numeral.last != len(pieces):
        return f"read as {numeral}"
    return numeral.low


def inflected(word, case):
    """The form of a numeral word in ``case``, as the dictionary inflects it."""
    readings = [r for r in analyse(word) if r.pos in ("num", "subst", "adj") and r.lemma in numeral_words.rows()]
    reading = min(readings, key=lambda r: ("num", "subst", "adj").index(r.pos))
    number = "sg" if reading.pos == "adj" or reading.tag.startswith("subst:sg") else "pl"  # «jeden» is an adjective
    for form, tag in generate(reading.lemma):
        positions = tag.replace(".", ":").split(":")
        if positions[0] == reading.pos and case in positions and (reading.pos == "num" or number in positions):
            return form
    return word


SAMPLE = sorted(
    {
        *range(130),
        *range(190, 1250, 37),
        *(random.Random(5).randrange(10**12) for _ in range(300)),
        1000,
        1001,
        2000,
        5000,
        21000,
        10**6,
        10**6 + 1,
        2 * 10**6,
        10**9,
        5 * 10**9 + 3,
        10**12,
    }
)


def test_reads_back_every_number_that_the_library_writes():
    wrong = [(n, words, got) for n in SAMPLE if (got := read_all(words := num2words(n, lang="pl"))) != n]
    assert not wrong


@pytest.mark.parametrize("case", CASES[:6])
def test_reads_back_every_number_in_every_case(case):
    wrong = []
    for n in SAMPLE[1:]:
        words = " ".join(inflected(word, case) for word in num2words(n, lang="pl").split())
        if (got := read_all(words)) != n:
            wrong.append((n, words, got))
    assert not wrong


@pytest.mark.parametrize(
    "lemma", ["dwa", "trzy", "cztery", "pięć", "siedem", "dwanaście", "dwadzieścia", "sto", "dwieście", "kilka"]
)
def test_knows_every_form_of_a_numeral(lemma):
    forms = {form for form, tag in generate(lemma) if tag.startswith("num:")}
    assert len(forms) > 2
    assert not [form for form in forms if numeral_words.entry(form) is None or numeral_words.entry(form).lemma != lemma]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dwoje", 2),
        ("pięciorgiem", 5),
        ("dwaj", 2),
        ("obydwa", 2),
        ("dwadzieścia jeden tysięcy", 21_000),
        ("dwa i pół miliona", 2_500_000),
        ("2 mln 300 tys.", 2_300_000),
        ("3 mld 20 mln 500 tys.", 3_020_500_000),
        ("1,1 mln", 1_100_000),
        ("pół miliona", 500_000),
        ("półtora tysiąca", 1500),
        ("półtorej", "1.5"),
        ("trzech i pół", "3.5"),
        ("ćwierć", "0.25"),
        ("trzy czwarte", "0.75"),
        ("dwie trzecie", "0.6667"),
        ("trzy czwarte miliona", 750_000),
        ("3/4", "0.75"),
        ("½", "0.5"),
        ("2¾", "2.75"),
        ("2 1/2", "2.5"),
        ("1 234,56", "1234.56"),
        ("1\u00a0234", 1234),
        ("1\u202f234\u202f567", 1_234_567),
        ("1.200.000", 1_200_000),
        ("12.500", 12_500),
        ("3.5", "3.5"),
        ("1,200,000", 1_200_000),
        ("minus dziesięciu", -10),
        ("-27", -27),
        ("zero", 0),
        ("tuzin", 12),
        ("tysiąc stu", 1100),
        ("osiemnaście tysięcy siedemset", 18_700),
        ("miliard dwieście milionów", 1_200_000_000),
        ("bilion", 10**12),
    ],
)
def test_reads(text, value):
    got = read_all(text)
    assert isinstance(got, str) if value is None else got == Decimal(value), got


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("kilka", 3, 9),
        ("kilkunastu", 11, 19),
        ("kilkudziesięciu", 20, 99),
        ("kilkaset tysięcy", 200_000, 999_000),
        ("sto kilkadziesiąt tysięcy", 120_000, 199_000),
        ("dwadzieścia kilka", 23, 29),
        ("parę", 3, 9),
        ("tysiące", 1000, None),
        ("setki tysięcy", 100_000, None),
        ("dziesiątki milionów", 10_000_000, None),
    ],
)
def test_vague_numerals_are_intervals(text, low, high):
    pieces = cut(text)
    numeral = numerals.read(pieces, 0)
    assert (numeral.low, numeral.high, numeral.last) == (low, high, len(pieces))


@pytest.mark.parametrize(
    "text", ["trzeci", "piątej", "jednych", "XIV", "w piątek", "mln", "tys. osób", "dwukropek", "stolik"]
)
def test_is_no_number(text):
    assert numerals.read(cut(text), 0) is None


def test_a_masculine_numerator_makes_no_fraction():
    pieces = cut("dwa trzecie miejsca")
    assert numerals.read(pieces, 0).low == 2


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("dwóm", {"pl:dat"}),
        ("trzej", {"pl:nom", "pl:voc"}),
        ("osiem", {"pl:gen"}),
        ("pięcioro", {"pl:gen"}),
        ("5 mln", {"pl:gen"}),
        ("dwadzieścia jeden", {"pl:gen"}),
        ("1,5", {"pl:gen", "sg:gen"}),
    ],
)
def test_numeral_governs_the_form_of_its_noun(text, governs):
    assert set(numerals.read(cut(text), 0).governs) == governs


@pytest.mark.parametrize("text", ["24/7", "261/2004", "5/3", "1.2.3", "12345678901234567890", "1/0"])
def test_figures_that_are_no_quantity(text):
    assert digits.read(text) is None


WORDS = (  # noqa: SIM905
    "sto pięć dwa i pół tysiąc milion mln tys. kilka jedna trzecia minus - – 5 1,5 2 000 3/4 ½ 7:3 , . do "
    "od z a % zł lat roku maja r. ok. ponad 12.5. A320 nr osób rannych"
).split(" ")
WRITTEN = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=25)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), WRITTEN.map(" ".join), WRITTEN.map("".join)))
def test_never_raises_and_offsets_slice_back(text):
    pieces = cut(text)
    assert [text[piece.start : piece.end] for piece in pieces] == [piece.text for piece in pieces]
    assert "".join(piece.gap + piece.text for piece in pieces) == text[: pieces[-1].end if pieces else 0]
    for at in range(len(pieces)):
        numeral = numerals.read(pieces, at)
        assert numeral is None or at <= numeral.first < numeral.last <= len(pieces)


@pytest.mark.parametrize("unit", ["1", "1.", "1/", "1:", "milion i ", "sto ", "5 mln ", "od 1 do 2 ", "a1-", "1,5, "])
def test_a_large_text_takes_linear_time(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        at, pieces = 0, cut(text)
        while at < len(pieces):
            numeral = numerals.read(pieces, at)
            at = numeral.last if numeral else at + 1
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(10_000), seconds(60_000)
    assert large < 24 * small + 0.5
