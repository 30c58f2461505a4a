"""Where names begin and end among capitals, and what they name: sentences written for each rule."""

import pytest
import spacy

from nlp_claims.actors.capitals import capitalised
from nlp_claims.actors.names import Vocabulary

NLP = spacy.blank("pl")
WORDS = Vocabulary()


def found(text: str) -> list[tuple[str, str]]:
    doc = NLP(text)
    return [(doc[name.start : name.end].text, name.kind) for name in capitalised(doc, WORDS)]


def texts(text: str) -> list[str]:
    return [name for name, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("prezydent Syrii Baszar al-Asad milczy", ["Syrii", "Baszar al-Asad"]),
        ("Prezydent Tajwanu Tsai Ing-wen milczy", ["Tajwanu", "Tsai Ing-wen"]),
        ("premier Izraela Benjamin Netanjahu milczy", ["Izraela", "Benjamin Netanjahu"]),
        ("szef Instytutu Adama Smitha Andrzej Nowak", ["Instytutu Adama Smitha", "Andrzej Nowak"]),
        ("zdaniem Sturgeon Szkoci wybiorą", ["Sturgeon", "Szkoci"]),
        ("senator Bernie Sanders milczy", ["Bernie Sanders"]),
        ("prawnik prezydenta Rudy Giuliani milczy", ["Rudy Giuliani"]),
        ("doradca Donalda Trumpa Stephen Miller milczy", ["Donalda Trumpa", "Stephen Miller"]),
        ("w Nevadzie Biden prowadzi", ["Nevadzie", "Biden"]),
        ("na Twitterze Kowalski napisał", ["Twitterze", "Kowalski"]),
        ("Na Facebooku Nowak napisał", ["Facebooku", "Nowak"]),
        ("w Sejmie Kowalska milczała", ["Sejmie", "Kowalska"]),
        ("dla agencji Reutera Quibbeck", ["Reutera", "Quibbeck"]),
        ("akcje Orlenu Lietuva", ["Orlenu Lietuva"]),
        ("w Banku Handlowym", ["Banku Handlowym"]),
        ("ujęto Patryka W. Patryk W. milczy", ["Patryka W.", "Patryk W."]),
        ("gra Samuel L. Jackson", ["Samuel L. Jackson"]),
        ("Stan Borisa Johnsona się pogarsza", ["Borisa Johnsona"]),
        ("Sam Donald Trump milczy", ["Donald Trump"]),
        ("Sam Smith milczy", ["Sam Smith"]),
        ("wygrał Donald Trump junior z Nevady", ["Donald Trump junior", "Nevady"]),
        ("Miasteczko Great Yarmouth śpi", ["Great Yarmouth"]),
        ("w rezydencji Mar-a-Lago", ["Mar-a-Lago"]),
        ("koalicja PiS–Samoobrona–PSL upadła", ["PiS", "Samoobrona", "PSL"]),
        ("prezydent Pakistanu Arif-ur-Rehman Alvi milczy", ["Pakistanu", "Arif-ur-Rehman Alvi"]),
        ("zdaniem Donalda Trumpa Europa milczy", ["Donalda Trumpa", "Europa"]),
        ("zdaniem Jarosława Kaczyńskiego PiS wygra", ["Jarosława Kaczyńskiego", "PiS"]),
        ("Von der Leyen milczy", ["Von der Leyen"]),
        ("Prokurator Krajowy Jan Lis milczy", ["Jan Lis"]),
        ("posłowie Lewicy i Koalicji Obywatelskiej milczą", ["Lewicy", "Koalicji Obywatelskiej"]),
        ("Koncern BMW milczy", ["BMW"]),
        ("według Szymańskiego Polska milczy", ["Szymańskiego", "Polska"]),
        ("kurs akcji KGHM Przed sesją wzrósł", ["KGHM"]),
        ("podała PAP Przewoźnik milczy", ["PAP"]),
        ("gra BBC Radio", ["BBC Radio"]),
        ("podało TVN24 BiS wczoraj", ["TVN24 BiS"]),
        ("wideo TVN24 BiS Funt traci", ["TVN24 BiS"]),
        ("huragan Katrina nadciąga", []),
        ("Ankietowani Polacy milczą", ["Polacy"]),
        ("sondaż dla „Rzeczpospolitej” wskazał", ["Rzeczpospolitej"]),
        ("w stanie Wisconsin ABC News podała", ["Wisconsin", "ABC News"]),
        ("prezydent Rosji ONZ nie przekonał", ["Rosji", "ONZ"]),
        ("dotyczy Polki Anny Lis z Gdyni", ["Polki", "Anny Lis", "Gdyni"]),
        ("prezydent Egiptu Abd al-Fattah as-Sisi milczy", ["Egiptu", "Abd al-Fattah as-Sisi"]),
        ("partia Tehrik-i-Insaf milczy", ["Tehrik-i-Insaf"]),
        ("to Voltara AG Związek Zawodowy Hutników", ["Voltara AG", "Związek Zawodowy Hutników"]),
        ("płaci Narodowy Fundusz Zdrowia NFZ", ["Narodowy Fundusz Zdrowia", "NFZ"]),
        ("Zarząd Voltara SA milczy", ["Voltara SA"]),
        ("Administracja Bidena milczy", ["Bidena"]),
        ("pracuje w Zarządzie Dróg Miejskich", ["Zarządzie Dróg Miejskich"]),
    ],
)
def test_one_name_ends_where_another_begins(text: str, names: list[str]) -> None:
    assert texts(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("skazał go Sąd Okręgowy w Gdańsku", "Sąd Okręgowy w Gdańsku"),
        ("lekarze Szpitala Wojewódzkiego w Bielsku-Białej", "Szpitala Wojewódzkiego w Bielsku-Białej"),
        ("studiuje na Uniwersytecie w Białymstoku", "Uniwersytecie w Białymstoku"),
        ("radca Ambasady RP w Nowym Jorku", "Ambasady RP w Nowym Jorku"),
        ("studentka AWF im. Józefa Piłsudskiego", "AWF im. Józefa Piłsudskiego"),
        ("Liceum im. Adama Mickiewicza świętuje", "Liceum im. Adama Mickiewicza"),
        ("dzieło Rady ds. Badań Rynkowych i Społecznych", "Rady ds. Badań Rynkowych i Społecznych"),
        ("zdaniem Prawa i Sprawiedliwości", "Prawa i Sprawiedliwości"),
        ("to Krajowa Rada Radiofonii i Telewizji", "Krajowa Rada Radiofonii i Telewizji"),
        ("skarga Procter & Gamble", "Procter & Gamble"),
        ("pomysł Instytutu Badań nad Rakiem", "Instytutu Badań nad Rakiem"),
        ("według agencji ITAR-TASS", "ITAR-TASS"),
        ("według telewizji al-Dżazira", "al-Dżazira"),
        ("Agora SA zyskała", "Agora SA"),
        ("Legia Warszawa przegrała", "Legia Warszawa"),
        ("skazał go Sąd Rejonowy dla Warszawy-Mokotowa", "Sąd Rejonowy dla Warszawy-Mokotowa"),
        ("Stacja CNN milczy", "CNN"),
        (
            "szef Europejskiego Centrum ds. Zapobiegania i Kontroli Chorób",
            "Europejskiego Centrum ds. Zapobiegania i Kontroli Chorób",
        ),
        ("protest Christian Trades Union", "Christian Trades Union"),
        ("rzeczniczka Bundesbanku milczy", "Bundesbanku"),
    ],
)
def test_a_body_is_named_with_its_seat_its_patron_and_its_fields(text: str, name: str) -> None:
    assert (name, "organization") in found(text)


def test_what_is_told_of_a_place_is_no_part_of_a_name() -> None:
    assert texts("Sąd w Gdańsku skazał go w piątek") == ["Gdańsku"]
    assert texts("narada w Komisji Europejskiej w Brukseli") == ["Komisji Europejskiej", "Brukseli"]
    assert texts("narada Rady Miejskiej i Rady Europy") == ["Rady Miejskiej", "Rady Europy"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Firma Mostostal buduje", ["Mostostal"]),
        ("Turecki MSZ milczy", ["MSZ"]),
        ("Polska Agencja Prasowa milczy", ["Polska Agencja Prasowa"]),
        ("Rada Miejska uchwala", ["Rada Miejska"]),
        ("Związek Polaków prosi", ["Związek Polaków"]),
        ("Amerykanie odeszli", ["Amerykanie"]),
    ],
)
def test_a_capital_that_opens_a_sentence_may_be_the_sentences(text: str, names: list[str]) -> None:
    assert texts(text) == names


def test_an_initial_for_a_surname_keeps_its_full_stop_and_the_next_sentence_its_first_word() -> None:
    assert texts("zatrzymano Mirosława G. na lotnisku") == ["Mirosława G."]
    assert texts("zabito Katarzynę W. Śledczy milczą")[:1] == ["Katarzynę W."]
    assert texts("wybrano George W. Bush a") == ["George W. Bush"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mecz Lecha Poznań", "organization"),
        ("mecz Wisły Kraków", "organization"),
        ("główny ekonomista ING Banku Śląskiego", "organization"),
        ("władze Nowego Sącza", "place"),
        ("konto w mBanku", "organization"),
        ("ujęto Noor-ul-Haka", "person"),
        ("ruch Tehreek-e-Insaf", "organization"),
        ("grupa Jamaat-ul-Ahrar", "organization"),
        ("ocenia pani Zofia", "person"),
        ("wpis na Facebooku usunięto", "organization"),
        ("szefowa klubu Zielonych milczy", "organization"),
        ("podała dpa wczoraj", "organization"),
        ("zapowiada Hua Chunying", "person"),
        ("źródła w rządzie Netanjahu", "person"),
        ("pandemia, jak ocenia Kuba", "place"),
        ("gra zespół Forest Boys", "organization"),
        ("wczoraj firma Kowalski zamknęła halę", "organization"),
        ("wtedy spółka Alfa upadła", "organization"),
        ("mówi szef firmy Kowalski", "person"),
    ],
)
def test_the_words_tell_what_is_named(text: str, kind: str) -> None:
    assert [each for _, each in found(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [("głosy w hrabstwie Quibbeck policzono", "Quibbeck"), ("władze prowincji Xandong milczą", "Xandong")],
)
def test_the_name_of_an_administrative_unit_is_a_place(text: str, name: str) -> None:
    assert (name, "place") in found(text)


def test_the_unit_before_a_name_may_be_part_of_an_office() -> None:
    assert ("Pompeo", "person") in found("rozmawiał sekretarz stanu Pompeo z prezydentem")
    assert ("Ramunė Šimkienė", "person") in found("mówi rzeczniczka komendy okręgowej Ramunė Šimkienė")


def test_an_event_is_nobody() -> None:
    assert texts("zwolennicy Brexitu i Wielkanoc w Warszawie") == ["Warszawie"]
    assert texts("działacze Brexit Party milczą") == ["Brexit Party"]
