"""What stands around a reporting verb: its «się», its negation, its subject, a condition over it."""

from nlp_claims.statements.text import Text

# a report in the infinitive is one only where the modal leaves it done: «miał powiedzieć, że», not «mógłby powiedzieć»
_DONE_MODALS = frozenset(
    {"mieć", "zdążyć", "zacząć", "próbować", "usiłować", "starać", "zdołać", "musieć", "postanowić"}
)
_HYPOTHETICAL = frozenset(
    {"jeśli", "jeżeli", "gdyby", "żeby", "aby", "by", "ażeby", "chyba", "czy"}
    | {f"{word}{ending}" for word in ("gdyby", "żeby", "aby") for ending in ("m", "ś", "śmy", "ście")}
)
_NEAR = 3
_SUBJECTS = frozenset({"subst", "depr", "ppron3"})


def somebodys(text: Text, place: int) -> bool:
    """Whether somebody is named as the subject before the verb, in its clause."""
    start, _ = text.sentence(place)
    for at in range(place - 1, start - 1, -1):
        if text.tokens[at].text in ",;:" or text.is_dash(at):
            return False
        word = text.words[at]
        if word.has_case("nom", _SUBJECTS) or (text.tokens[at].text[0].isupper() and not word.known):
            return True
    return False


def reflexive(text: Text, place: int) -> int | None:
    """The «się» of a verb, beside it or a few words away with no other verb or mark between."""
    for step in (1, -1):
        for at in range(place + step, place + step * (_NEAR + 1), step):
            if not 0 <= at < len(text.tokens) or not text.tokens[at].text[0].isalnum():
                break
            if text.lowers[at] == "się":
                # «stały się dostępne odpowiedział»: the pronoun is the other verb's
                theirs = step < 0 and at > 0 and any(v.form != "ger" for v in text.words[at - 1].verbs)
                return None if theirs else at
            if text.words[at].finite or any(v.form in {"inf", "pcon"} for v in text.words[at].verbs):
                break
    return None


def governed(text: Text, place: int) -> bool:
    """Whether a form that is a noun too («twierdzą», «tłumaczy») follows a preposition or an adjective."""
    if place == 0 or text.lowers[place - 1] == "jak":
        return False  # «jak twierdzą eksperci»
    before = text.words[place - 1]
    if before.relative:
        return False  # «lekarze, którzy twierdzą, że …»
    return "prep" in before.tags or (bool(before.tags) and before.tags <= {"adj"})


def negated(text: Text, place: int) -> bool:
    """Whether «nie» stands right before the token."""
    return place > 0 and text.lowers[place - 1] == "nie"


def done(text: Text, place: int) -> bool:
    """Whether a modal before the infinitive leaves it done: «miał powiedzieć, że»."""
    for at in range(place - 1, max(place - 5, -1), -1):
        if not text.tokens[at].text[0].isalnum():
            return False
        word = text.words[at]
        if word.finite:
            return any(v.lemma in _DONE_MODALS and v.person == 3 and not v.conditional for v in word.verbs)  # noqa: PLR2004
    return False


def hypothetical(text: Text, place: int) -> bool:
    """Whether the verb stands in a condition: «jeśli dyrekcja nie potwierdzi, że» reports nothing."""
    start, _ = text.sentence(place)
    for at in range(place - 1, max(start, place - 12) - 1, -1):
        if text.lowers[at] in _HYPOTHETICAL and not text.words[at].verbs:
            # «pytany, czy powiedział», but «Czy to nie on powiedział?» says that he did
            return text.lowers[at] != "czy" or (at > 0 and text.tokens[at - 1].text == ",")
        if text.tokens[at].text in ",;:" or text.words[at].finite or text.is_dash(at):
            return False  # «Musimy oszczędzać, aby przetrwać – mówił»: the condition is in what was said
    return False
