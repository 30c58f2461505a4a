"""Passages in the manner of the press: whoever speaks is found over the borders of sentences."""

import pytest

from nlp_claims.annotations import claims_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # a new subject takes the floor
        (
            (
                "Donald Trump wystąpił w nocy w Białym Domu. "
                "– Wygraliśmy te wybory – stwierdził. "
                "Joe Biden przemawiał godzinę wcześniej. "
                "Wezwał zwolenników do cierpliwości. "
                "– Każdy głos musi zostać policzony – podkreślił."
            ),
            ["Donald Trump", "Joe Biden"],
        ),
        # the gender of the verb and of the pronoun
        (
            (
                "Doradca prezydenta Rudy Giuliani przekonywał, że doszło do oszustw. "
                "Nie przedstawił dowodów. "
                "Jego zdaniem liczono fałszywe karty. "
                "Sekretarz stanu Kathy Boockvar odrzuciła te zarzuty. "
                "Zapewniła, że głosowano uczciwie."
            ),
            ["Rudy Giuliani", "Rudy Giuliani", "Kathy Boockvar"],
        ),
        # functions lead back to their bearers
        (
            (
                "Minister zdrowia Adam Niedzielski mówił, że epidemia trwa. "
                "Premier Mateusz Morawiecki zaapelował o spokój. "
                "– To ostatni moment – mówił szef rządu. "
                "Minister zastrzegł z kolei, że sklepy mogą zostać zamknięte."
            ),
            ["Adam Niedzielski", "Mateusz Morawiecki", "Adam Niedzielski"],
        ),
        # a barrister is no prosecutor
        (
            "– Wyrok jest rażąco surowy – stwierdził mecenas Tomasz Wilk. Prokurator uznał, że kara jest sprawiedliwa.",
            ["Tomasz Wilk", "prokurator"],
        ),
        # the former premier, not the premier
        (
            (
                "Premier Jan Kos wyszedł z sali. "
                "Były premier Adam Lis mówił, że pada. "
                "– Będzie gorzej – ocenił były premier."
            ),
            ["Adam Lis", "Adam Lis"],
        ),
        # a woman's verb beside a masculine office
        (
            (
                "Po spotkaniu z Angelą Merkel prezydent Francji Emmanuel Macron oświadczył, że Europa działa razem. "
                "Kanclerz Niemiec przyznała, że rozmowy były trudne. "
                "Jej zdaniem porozumienie jest możliwe."
            ),
            ["Emmanuel Macron", "Angela Merkel", "Angela Merkel"],
        ),
        # a minister by courtesy
        (
            (
                "Krzysztof Szczerski, szef gabinetu prezydenta, przypomniał, że procedura trwa. "
                "– Przyjdzie czas na gratulacje – stwierdził minister."
            ),
            ["Krzysztof Szczerski", "Krzysztof Szczerski"],
        ),
        # a declined «ministra» is no woman
        (
            "Kanclerz Angela Merkel wyszła. Zdaniem ministra to koniec rozmów.",
            ["minister"],
        ),
        # named only in the next sentence
        (
            (
                "– Decyzja jest ostrożna – odpowiadała dyrektor wykonawcza agencji. "
                "Emer Cooke podkreśliła, że korzyści przewyższają ryzyko."
            ),
            ["Emer Cooke", "Emer Cooke"],
        ),
        # nobody's name at all
        (
            "Policja zatrzymała mieszkańca Radomia. Mężczyzna przyznał się do kradzieży. Tłumaczył, że stracił pracę.",
            ["mężczyzna"],
        ),
        # the one who serves is not the one served
        (
            "Theresa May opuściła salę. Rzeczniczka May zapewniła, że wyborów nie będzie.",
            ["rzeczniczka May"],
        ),
        # an adjective says that it is somebody new
        (
            "Tony Blair wyszedł. Anonimowy polityk Partii Pracy powiedział, że to koniec.",
            ["anonimowy polityk Partii Pracy"],
        ),
        # a bare noun for a body
        (
            (
                "ABTA uważa, że popyt rośnie. "
                "Organizacja szacuje też, że wyjedzie więcej rodzin. "
                "Jej zdaniem klienci liczą każdy grosz."
            ),
            ["ABTA", "ABTA", "ABTA"],
        ),
        # a bare noun for a company
        (
            (
                "Pfizer ogłosił, że szczepionka jest skuteczna. "
                "Koncern zapowiedział, że w tym roku wyprodukuje 50 mln dawek."
            ),
            ["Pfizer", "Pfizer"],
        ),
        # «resort» is a ministry
        (
            (
                "Ministerstwo Zdrowia podało, że zmarło 300 osób. "
                "Jak wynika z danych resortu, w szpitalach leży 24 tys. "
                "chorych."
            ),
            ["Ministerstwo Zdrowia", "Ministerstwo Zdrowia"],
        ),
        # an acronym's noun; «oni»
        (
            (
                "GUS podał, że inflacja wyniosła 3,1 proc. "
                "Urząd zaznaczył, że najbardziej zdrożały usługi. "
                "Zdaniem ekonomistów to nie koniec. "
                "Prognozują oni, że ceny wzrosną o kolejne pół punktu."
            ),
            ["GUS", "GUS", "ekonomiści", "ekonomiści"],
        ),
        # «ten» is who was named last
        (
            "Minister Jan Kos rozmawiał w Londynie z Adamem Lisem. Ten miał go zapewnić, że kierowcy dostaną posiłki.",
            ["Adam Lis"],
        ),
        # whom we asked answers
        (
            (
                "Anna Lis mówiła, że pada. "
                "Zapytaliśmy o to Marię Kos z urzędu miasta. "
                "Odpowiedziała, że nic o tym nie wie."
            ),
            ["Anna Lis", "Maria Kos"],
        ),
        # whom others told of goes on
        (
            (
                "Głos zabrał Nigel Farage. "
                "Komentatorzy zauważają, że przed laty George Soros doprowadził do upadku waluty. "
                "Zarobił na tym miliard. "
                "– Brexit będzie szkodliwy – powiedział w Paryżu."
            ),
            ["komentatorzy", "George Soros"],
        ),
        # what many said is nobody's
        (
            ("Przekazano, że Unia Europejska zamówiła 300 mln dawek. Straszono, że zabraknie miejsc."),
            [None, None],
        ),
        # whom a medium quotes; who signed
        (
            (
                "„To niemożliwe” – cytuje niemieckiego dyplomatę dziennik. "
                "Rada napisała list. "
                "„Nie zgadzamy się” – czytamy w liście podpisanym przez radnych."
            ),
            ["niemiecki dyplomata", "radni"],
        ),
        # a writing has its author, or speaks itself
        (
            (
                "Komisja Europejska wydała raport, w którym napisano, że ceny rosną. "
                "Wydano też oświadczenie, w którym ujawniono, że rozmowy trwają."
            ),
            ["Komisja Europejska", "oświadczenie"],
        ),
        # shares of those polled
        (
            (
                "Tylko 38 proc. badanych popiera nowe partie. "
                "Już 50 proc. uważa, że nie są groźne. "
                "Wśród uczniów 67 proc. sądzi, że kraj zyskał."
            ),
            ["badani", "uczniowie"],
        ),
        # his doctor is another man
        (
            "„Wracam wkrótce” – zapowiedział Jan Kos. Jego lekarz zastrzegł, że najbliższe dni będą decydujące.",
            ["Jan Kos", "lekarz"],
        ),
        # dates and «z kolei» govern no name
        (
            (
                "6 lipca Vattenfall poinformował ministerstwo, że reaktor się wyłączał. "
                "Z kolei Daily Telegraph stwierdza, że kompromis był konieczny."
            ),
            ["Vattenfall", "Daily Telegraph"],
        ),
        # a relative clause between
        (
            "Na początku czerwca poseł Adam Lis, który jest szefem grupy do spraw portu, pisał, że pora na zmiany.",
            ["Adam Lis"],
        ),
    ],
)
def test_whoever_speaks_is_found_over_the_borders_of_sentences(nlp, raw, expected):
    assert [s["speaker"] and s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == expected
