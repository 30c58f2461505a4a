"""The rules that numeric claims carry, each with examples that the tests run."""

from nlp_claims.rules import Example, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "number.count",
        "A cardinal with the noun it counts, in words or figures, in any case.",
        (
            Example("Wniosek podpisało dwustu czterdziestu mieszkańców.", ("dwustu czterdziestu mieszkańców",)),
            Example("Do portu wpłynęło 12 największych statków floty.", ("12 największych statków floty",)),
            Example("Jeden z radnych wyszedł z sali, bo wolał drugie spotkanie."),
            Example("W 2019 roku ruszyła linia 175, a 3 maja otwarto ulicę Lipową 15."),
        ),
    ),
    Rule(
        "number.money",
        "An amount with a currency as a word, a code or a sign, on either side.",
        (
            Example("Remont pochłonął 3,5 mln zł.", ("3,5 mln zł",)),
            Example("Zapłacili €40 i 12 dolarów kanadyjskich.", ("€40", "12 dolarów kanadyjskich")),
            Example("Kupił złoty zegarek z koroną."),
        ),
    ),
    Rule(
        "number.percent",
        "Percent, percentage points, promille and basis points, with the set they are taken of.",
        (
            Example("Zaufało jej 41 proc. ankietowanych.", ("41 proc. ankietowanych",)),
            Example("Poparcie spadło o 2 pkt proc.", ("2 pkt proc.",)),
            Example("Umowa weszła w życie w stu procentach zgodnie z planem z 2020 r.", ("stu procentach",)),
        ),
    ),
    Rule(
        "number.fraction",
        "A part of a whole: «dwie trzecie», «3/4», «pół miasta».",
        (
            Example("Ustawę odrzuciły dwie trzecie senatorów.", ("dwie trzecie senatorów",)),
            Example("Zajął trzecie miejsce, choć wcześniej dwa razy był drugi."),
        ),
    ),
    Rule(
        "number.duration",
        "A length of time; two units are told in the smaller one.",
        (
            Example("Lot trwał 2 godz. 15 min.", ("2 godz. 15 min",)),
            Example("Spotkanie zaczęło się o godz. 15 w latach 90."),
        ),
    ),
    Rule(
        "number.measure",
        "Length, mass, volume, area, energy, power, temperature, speed and other units.",
        (
            Example("Spłonęło 40 ha łąk.", ("40 ha łąk",)),
            Example("Termometry pokazały -18 stopni.", ("-18 stopni",)),
        ),
    ),
    Rule(
        "number.rate",
        "A measure told by another one: «l na 100 km», «baryłek dziennie».",
        (Example("Auto pali 5,2 l na 100 km.", ("5,2 l na 100 km",)),),
    ),
    Rule(
        "number.score",
        "The result of a match or a vote; clock times look alike and are none.",
        (
            Example("Gospodarze wygrali mecz 3:1.", ("3:1",)),
            Example("Pociąg odjechał o 6:45."),
        ),
    ),
    Rule(
        "number.adjective",
        "A figure glued to an adjective: an age, a length of time, a size.",
        (
            Example("Zatrzymano 32-letniego kierowcę.", ("32-letniego",)),
            Example("Wrócił do 4-go przedziału."),
        ),
    ),
)
