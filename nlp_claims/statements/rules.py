"""The rules that statements carry, each with examples that the tests run."""

from nlp_claims.rules import Example, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "statement.dash",
        "Dashes open and close speech; the frame between them names the speaker, a second verb is a second statement.",
        (
            Example("– Most zamkniemy w maju – zapowiedział burmistrz.", ("Most zamkniemy w maju",)),
            Example(
                "– Most zamkniemy w maju – powiedziała Anna Lis. – Objazd poprowadzi Lipowa – dodała.",
                ("Most zamkniemy w maju", "Objazd poprowadzi Lipowa"),
            ),
            Example(
                "– Most – mówi Anna Lis – zamkniemy w maju.",
                ("Most – mówi Anna Lis – zamkniemy w maju",),
            ),
            Example(
                "– Most zamkniemy w maju – podkreśliła Anna Lis. – Innego wyjścia nie ma.",
                ("Most zamkniemy w maju – podkreśliła Anna Lis. – Innego wyjścia nie ma",),
            ),
            Example("- Tego nikt się nie spodziewał - żachnął się Nowak.", ("Tego nikt się nie spodziewał",)),
            Example("„Jesteśmy gotowi - powiedział trener gości.", ("Jesteśmy gotowi",)),
            Example("Wójt milczał. Radny dodał: – Nikt nas nie pytał.", ("Nikt nas nie pytał",)),
            Example("– To szansa, powiedziała Lis. – Nie zmarnujemy jej, dodała.", ("To szansa", "Nie zmarnujemy jej")),
            Example("Do Lublina – największego miasta regionu – pociąg dojechał o świcie."),
            Example("Mecz Wisła - Cracovia odwołano, a kibice - jak zwykle - czekali do końca."),
        ),
    ),
    Rule(
        "statement.dash_closed",
        "A sentence without marks that a dash and a reporting verb close: one sentence back, no further.",
        (
            Example(
                "Fala przeszła w nocy. Do miasta dotarło sześć pomp - przekazała straż pożarna.",
                ("Do miasta dotarło sześć pomp",),
            ),
            Example(
                "Umowa daje prawo do „stałej obecności w porcie” – podała spółka.",
                ("Umowa daje prawo do „stałej obecności w porcie”",),
            ),
            Example("To nieprawda - powiedział rzecznik szpitala.", ("To nieprawda",)),
            Example(
                "Gmina musi oszczędzać, aby przetrwać - mówiła wójt Irena Sowa.",
                ("Gmina musi oszczędzać, aby przetrwać",),
            ),
            Example("Trener przyznał, że „czuje żal”, liczy jednak na następny sezon."),
            Example("Fala przeszła w nocy - największa od lat."),
        ),
    ),
    Rule(
        "statement.quote",
        "Quotation marks of any kind with a verb after them, before them, or inside.",
        (
            Example("„Nie podpiszę tej ustawy” – oświadczył prezydent.", ("Nie podpiszę tej ustawy",)),
            Example('"Nie podpiszę tej ustawy", powtórzył.', ("Nie podpiszę tej ustawy",)),
            Example("Prezydent napisał na Twitterze: «Nie podpiszę tej ustawy».", ("Nie podpiszę tej ustawy",)),
            Example(
                "„Pierwszy rok był trudny.\n\n„Drugi będzie lepszy” – dodała prezes.",
                ("Pierwszy rok był trudny.\n\n„Drugi będzie lepszy",),
            ),
            Example("„The Times” zasugerował, że do zmiany nie dojdzie."),
            Example("Film „Zimna wojna” dostał trzy nagrody, a „polityka miłości” pozostała hasłem."),
        ),
    ),
    Rule(
        "statement.phrase",
        "A quoted phrase as the complement of a reporting verb: verbatim words in the writer's sentence.",
        (
            Example("Związkowcy mówią o „ostatnim ostrzeżeniu”.", ("ostatnim ostrzeżeniu",)),
            Example("Minister nazwał ten pomysł „szkodliwą bzdurą”.", ("szkodliwą bzdurą",)),
            Example("W rozmowie z „Gazetą Polską” minister mówił o podatkach."),
            Example("Zburzono „żyletę”, a sprzedawcy „oscypków” odeszli z rynku."),
        ),
    ),
    Rule(
        "statement.floating",
        "Quoted sentences, or a turn after a dash, with no verb of their own: the speaker is the one before.",
        (
            Example(
                "Wójt Adam Sum nie ustąpi: „Nie zamierzam teraz stąd odejść”.", ("Nie zamierzam teraz stąd odejść",)
            ),
            Example("Wójt Adam Sum zwołał radę. – Wszyscy chcemy tego mostu.", ("Wszyscy chcemy tego mostu",)),
            Example("Film Adama Suma nosi tytuł: „Nie lubię wczesnych poniedziałków”."),
            Example(
                "Na koniec głos zabrała Anna Lis. „Będziemy walczyć do końca.”",
                ("Będziemy walczyć do końca",),
            ),
            Example("Na murze ktoś napisał farbą „Precz”. Napis „Precz” zniknął."),
        ),
    ),
    Rule(
        "statement.clause",
        "A content clause of a reporting verb: że, iż, czy, by, and question words right after it.",
        (
            Example("Minister powiedział w piątek w Sejmie, że podatki spadną.", ("podatki spadną",)),
            Example("Wójt tłumaczył opóźnienie tym, że zabrakło cegieł.", ("zabrakło cegieł",)),
            Example("Wójt nie sprecyzował, jakie zmiany planuje."),
            Example("Wójt zaskoczył radę tym, że zabrakło cegieł."),
            Example(
                "Zapewnił, że fabryka ruszy w maju i że nikt nie straci pracy.",
                ("fabryka ruszy w maju i że nikt nie straci pracy",),
            ),
            Example(
                "Rzecznik przyznał, że loty są opóźnione, i uprzedził, że będzie gorzej.",
                ("loty są opóźnione", "będzie gorzej"),
            ),
            Example("Tłumaczył się długo, podkreślając, że działał sam.", ("działał sam",)),
            Example("Związek zaapelował do rządu, by cofnął decyzję.", ("cofnął decyzję",)),
            Example("Polityk, który twierdził, że odejdzie, wrócił do Sejmu.", ("odejdzie",)),
            Example("Z raportu wynika, że ceny rosną.", ("ceny rosną",)),
            Example("W komunikacie podano, że most jest zamknięty.", ("most jest zamknięty",)),
            Example("Okazało się, że most jest zamknięty, bo sprawdzono, że pęka."),
            Example("Oznacza to, że ceny wzrosną, tak że nikt nie kupi."),
            Example("Jeśli zarząd nie potwierdzi, że podwyżka będzie, załoga stanie."),
        ),
    ),
    Rule(
        "statement.clause_quote",
        "A content clause that is one quotation from end to end is direct speech.",
        (
            Example(
                "Trener stwierdził, że „drużyna zagrała najlepszy mecz sezonu”.",
                ("drużyna zagrała najlepszy mecz sezonu",),
            ),
            Example("Trener przyznał, że „czuje żal”, liczy jednak na następny sezon.", ("czuje żal",)),
            Example("Trener stwierdził, że drużyna zagrała „najlepszy mecz” sezonu."),
        ),
    ),
    Rule(
        "statement.noun",
        "A content clause of a noun that reports: «zapewnienie premier, że …».",
        (
            Example("Zapewnienie premier, że podatki nie wzrosną, uspokoiło rynek.", ("podatki nie wzrosną",)),
            Example("Fakt, że podatki nie wzrosną, uspokoił rynek."),
        ),
    ),
    Rule(
        "statement.according",
        "A source named beside what it says, before, inside or after it: według, zdaniem, w ocenie …",
        (
            Example("Według policji w marszu szło 300 osób.", ("w marszu szło 300 osób",)),
            Example("Wg. policji w marszu szło 300 osób.", ("w marszu szło 300 osób",)),
            Example("Zdaniem ekspertów rynku chleb zdrożeje zimą.", ("chleb zdrożeje zimą",)),
            Example("Podwyżka jest, w ocenie związku, zbyt niska.", ("Podwyżka jest, w ocenie związku, zbyt niska",)),
            Example("Zgodnie z analizą ryzyka firma odejdzie w maju.", ("firma odejdzie w maju",)),
            Example("Zgodnie z prawem firma odejdzie w maju."),
            Example("Most budowano według planu z 1934 roku."),
            Example("Moim zdaniem to koniec."),
        ),
    ),
    Rule(
        "statement.as",
        "«Jak podaje X, …»: the rest of the sentence is what X reports.",
        (
            Example("Jak podała agencja Reutera, rozmowy zerwano.", ("rozmowy zerwano",)),
            Example("Jak wynika z danych urzędu w maju zdrożał chleb.", ("w maju zdrożał chleb",)),
            Example("Zmiana dokonuje się sama. Tak twierdzi Anna Lis.", ("Zmiana dokonuje się sama",)),
            Example("Rozmowy, jak podkreśla minister, trwają.", ("Rozmowy, jak podkreśla minister, trwają",)),
            Example("Po tym, jak ogłoszono wynik, tłum się rozszedł."),
        ),
    ),
    Rule(
        "statement.comma_closed",
        "A sentence that a comma, a reporting verb and its subject close.",
        (
            Example("Rozmowy zerwano nad ranem, podała agencja Reutera.", ("Rozmowy zerwano nad ranem",)),
            Example("Miłość, wyjaśniał poeta, jest ślepa.", ("Miłość, wyjaśniał poeta, jest ślepa",)),
            Example("Gmina nie ma pieniędzy, poprosiła więc wojewodę o pomoc."),
            Example("Trener przyznał, że „czuje żal”, liczy jednak na następny sezon."),
            Example("Wstał od stołu, podał rękę i wyszedł."),
        ),
    ),
    Rule(
        "statement.colon",
        "Words without marks after a reporting verb and a colon, to the end of the sentence or as the next paragraph.",
        (
            Example("Ekspertka uspokaja: pobór wody nie przekroczy normy.", ("pobór wody nie przekroczy normy",)),
            Example(
                "Prezes spółki poinformował:\n\nW maju uruchomimy trzecią linię. Będzie cicha.",
                ("W maju uruchomimy trzecią linię. Będzie cicha",),
            ),
            Example("W koszyku były: chleb, mleko i ser."),
        ),
    ),
    Rule(
        "statement.headline",
        "A headline whose words before the colon name a speaker.",
        (
            Example("Premier: nie podniesiemy podatków\n\nSejm obradował do nocy.", ("nie podniesiemy podatków",)),
            Example("„Kurier”: Cień nad umową z portem\n\nSejm obradował do nocy.", ("Cień nad umową z portem",)),
            Example("Kraków: sąd zamknął lotnisko\n\nDecyzja zapadła w nocy."),
            Example("Komisja: Cień nad umową z portem\n\nSejm obradował do nocy."),
        ),
    ),
    Rule(
        "statement.turn",
        "A turn of an interview: a paragraph that a name and a colon open.",
        (
            Example(
                "Rozmowa o pszczołach\n\nAnna Kowalska: Zima była łagodna. Straty są małe.",
                ("Zima była łagodna. Straty są małe",),
            ),
            Example("Rozmowa o pszczołach\n\nMiejsce: Sandomierz, dawny spichlerz."),
        ),
    ),
)
