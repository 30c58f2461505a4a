"""What a number leaves unsaid because it was said before."""

from number_finding import found, only


def test_an_ellipsis_takes_the_noun_from_before():
    text = "Według organizatorów przyszło 90 tys. ludzi, a według policji – 35 tys."
    assert [(c.value, c.noun) for c in found(text)] == [(90_000, "człowiek"), (35_000, "człowiek")]
    text = "Za wyjściem było 52 proc. wyborców, a przeciw 48 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (48, "wyborca")]


def test_a_rate_takes_no_noun_from_before():
    text = "Umowę popiera 52 proc. wyborców. Inflacja wyniosła 4,4 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (4.4, None)]


def test_a_pronoun_stands_for_what_is_counted():
    assert only("Na placu stanęły nowe ławki. Jest ich 19.").noun == "ławka"
    assert only("Przyszli pielgrzymi. Ich dochody wyniosły 5 mln zł.").noun is None


def test_a_part_has_the_multiplier_of_the_whole():
    claims = found("Kraje wyłożą 80 miliardów euro, z czego 30 już w tym roku.")
    assert [(claim.value, claim.unit) for claim in claims] == [(8e10, "money:EUR"), (3e10, "money:EUR")]


def test_what_is_counted_is_said_anew():
    claims = found("Liczba zakażonych wzrosła do 900, a zmarłych do 40.")
    assert [(claim.value, claim.noun) for claim in claims] == [(900, "zakażony"), (40, "zmarły")]


def test_a_length_takes_no_noun_of_another_number():
    claims = found("Rurociąg tłoczy 55 mld m sześc. gazu rocznie i liczy 1230 km.")
    assert [(claim.unit, claim.noun) for claim in claims] == [("rate:m3/year", "gaz"), ("length:km", None)]
