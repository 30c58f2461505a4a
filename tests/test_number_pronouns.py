"""What a pronoun beside a number stands for."""

import pytest
from number_finding import found


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Na placu stanęły nowe ławki. Jest ich 19.", "ławka"),
        ("Zbadano 530 ochotników z sześciu miast; u 94 z nich wykryto wirusa.", "ochotnik"),
        ("Opisano siedem przypadków na 1,6 mln chorych. Trzy z nich skończyły się zgonem.", "przypadek"),
        ("Pracownicy dystrybutora prasy chcą strajku. 95 proc. z nich było za.", "pracownik"),
        ("Usługa jest lubiana wśród rodzin z dziećmi. 34 proc. z nich ją kupi.", "rodzina"),
        ("Podlega mu 16 kuratorów, z których dwoje odchodzi.", "kurator"),
        ("Norwegowie są podzieleni, bo 52 proc. z nich było przeciw.", "Norweg"),
        ("Teatr jest dumą Ślązaków. 77 proc. z nich bywa tam co roku.", "Ślązak"),
        ("W maju strajkowano tylko na kolei. Strajki trwały dobę, odbyło się ich łącznie dwanaście.", "strajk"),
        ("Linia wozi coraz więcej turystów (ich liczba wzrosła do 37 mln).", "turysta"),
        ("Po kraju jeździ 7 mln aut. W maju przybyło ich 1,1 mln.", "auto"),
        ("Przygotowano 36 tys. łóżek. Zajęte są trzy czwarte z nich.", "łóżko"),
    ],
)
def test_the_last_number_counts(text, noun):
    assert found(text)[-1].noun == noun
