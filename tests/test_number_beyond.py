"""The noun that a participle describes, past what belongs to the participle."""

import pytest
from number_finding import only


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Wyjazd planuje 51 proc. przepytanych przez gazetę turystów.", "turysta"),
        ("Mówiła o tym trójka cieszących się wielkim poważaniem warszawskich rabinów.", "rabin"),
        ("Szkodę poniosły setki odwołanych i opóźnionych wczoraj połączeń.", "połączenie"),
        ("Odwołano jedną szóstą zaplanowanych na tamten dzień kursów.", "kurs"),
        ("Mięso sprzeda jedynie 12 wskazanych przez Litwinów zakładów.", "zakład"),
        ("Gra łączy tysiące współpracujących ze sobą graczy.", "gracz"),
        ("Strajk objął 95 tys. zatrudnionych na całym świecie pracowników.", "pracownik"),
        ("Popiera to 35 proc. zatrudnionych w fabryce samochodów.", "zatrudniony"),
        ("Popiera to 35 proc. reprezentowanych w Izbie Gmin.", "reprezentowany"),
        ("Opłata wzrosła dla 290 planowanych na dzisiaj rejsów.", "rejs"),
        ("To system 336 ściśle ze sobą współpracujących serwerów.", "serwer"),
        ("Miasto dostanie 12 od podstaw budowanych stadionów.", "stadion"),
    ],
)
def test_the_described_noun_is_counted(text, noun):
    assert only(text).noun == noun
