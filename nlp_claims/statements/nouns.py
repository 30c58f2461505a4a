"""Where a noun phrase ends, by case: «Zdaniem dyrektora biura komunikacji Adriana Kosa | bardziej opłaca się …»."""

from collections.abc import Mapping

from nlp_claims.statements.conjunctions import relative
from nlp_claims.statements.grammar import FINITE, SPEAKING, Noun
from nlp_claims.statements.text import Text
from nlp_claims.women import is_woman

_TITLES = frozenset({"ds", "dr", "prof", "gen", "im", "św", "płk", "mec", "ks", "abp", "bp", "inż", "mgr", "red"})
_MARKS = frozenset('„"”“«»')
_ADVERBS = frozenset({"adv", "part", "conj", "comp", "pred", "interj"})
_NOBODY = frozenset({"nic", "nikt"})  # «zdaniem kanclerz Merkel | nic nie grozi bankom»
_HEADS = frozenset({"subst", "ger", "depr", "ppron3"})
_MEDIA = frozenset(
    {"dziennika", "gazety", "portalu", "telewizji", "tygodnika", "stacji", "radia", "agencji", "serwisu"}
)
_DETERMINERS = frozenset({"ten", "ów", "tamten", "taki", "sam", "każdy", "żaden", "wszystek", "mój", "nasz", "jeden"})
_LONGEST = 45
_MODIFIED = 10  # tokens of «opublikowanych w piątek na stronie urzędu» before their noun
#: Verbs that may do without a subject: «zdaniem szefa UE | jest za późno».
_SUBJECTLESS = frozenset(
    {"być", "mieć", "należeć", "chodzić", "zależeć", "dojść", "trzeba", "można", "warto", "istnieć"}
)
_TITLE = 9  # tokens of a title in quotation marks
_BRACKETS = 30


def phrase_end(text: Text, place: int, case: str, cases: Mapping[int, str] | None = None) -> int:
    """The end of the noun phrase in ``case`` that begins at ``place``.

    Complements in the genitive belong to it, and so do names that the dictionary does not know. ``cases`` is the
    tagger's opinion by token: it parts «zdaniem ekspertów rynku | ceny spadną», where the forms alone cannot.
    """
    if place >= len(text.tokens):
        return place
    stop = min(place + _LONGEST, text.sentence(place)[1])
    at, headed = place, False
    while at < stop:
        aside = _aside(text, at, stop, headed=headed)
        if aside > at:
            headed = headed or text.tokens[at].text in _MARKS
            at = aside
            if text.tokens[at - 1].text in _MARKS and _opens_content(text, at, stop):
                break
            continue
        if not headed and (noun := modified(text, at, stop, case)) is not None:
            at = noun
        if headed and text.tokens[at].text[0].islower() and _participle(text, at, case):
            return _before_number(text, place, _participle_end(text, at, stop, cases or {}))
        if not _belongs(text, at, place, case, cases or {}, headed=headed):
            break
        headed = headed or _is_head(text, at, case)
        at += 1
    return _before_number(text, place, at)


def modified(text: Text, at: int, stop: int, case: str) -> int | None:
    """The noun of a participle that has its own complements before it: «opublikowanych w piątek | danych urzędu»."""
    nouns = text.words[at].nouns
    participles = [noun for noun in nouns if noun.pos in {"ppas", "pact"} and case in noun.cases]
    plain = any(noun.pos in _HEADS and noun.lemma[-1] not in "yi" for noun in nouns)  # «danych», not «przyjętych»
    if not participles or plain or (at + 1 < stop and text.words[at + 1].has_case(case)):
        return None
    for place in range(at + 1, min(at + 1 + _MODIFIED, stop)):
        word = text.words[place]
        if word.finite or text.tokens[place].text in ",;:":
            return None
        heads = (noun for noun in word.nouns if noun.pos in _HEADS and case in noun.cases and "prep" not in word.tags)
        if any(_agree(one, noun) for noun in heads for one in participles):
            return place
    return None


def _agree(one: Noun, other: Noun) -> bool:
    return one.number == other.number and bool(one.genders & other.genders)


def _opens_content(text: Text, at: int, stop: int) -> bool:
    """Whether the name behind a title in quotation marks is a subject: «według „Kuriera” | Kos odmówił»."""
    return at + 1 < stop and text.tokens[at].text[0].isupper() and _has_subject(text, at + 1)


def _has_subject(text: Text, verb: int) -> bool:
    """Whether the verb cannot do without the name before it for a subject: «… UE | zapłaci», not «… UE | należy»."""
    verb += text.lowers[verb : verb + 1] == ("nie",)
    if verb >= len(text.tokens) or not text.words[verb].finite:
        return False
    verbs = [one for one in text.words[verb].verbs if one.form in FINITE]
    # «UE | miałaby zapłacić» has one by its gender, too
    gendered = all(one.genders and "n" not in one.genders for one in verbs)
    return gendered or all(one.form not in {"imps", "pred"} and one.lemma not in _SUBJECTLESS for one in verbs)


def _before_number(text: Text, place: int, end: int) -> int:
    """The end of a phrase without a number that begins what is said: «według ministra | 12 szkół zostanie zamkniętych».

    «według przedstawicieli 27 krajów decyzja zapadnie» keeps its own.
    """
    number = next((at for at in range(place + 1, end) if text.tokens[at].text[0].isdigit()), end)
    if number == end or end >= len(text.tokens):
        return end
    following = text.tokens[end].text
    told = text.words[end].finite or (number == end - 1 and (following == "%" or following.islower()))
    return number if told else end


def _aside(text: Text, at: int, stop: int, *, headed: bool) -> int:
    """The end of what stands in a phrase without a case of its own: brackets, titles, «m.in.», «gen.», initials."""
    token, lower = text.tokens[at], text.lowers[at]
    following = text.tokens[at + 1].text if at + 1 < stop else ""
    end = at
    if token.text in _MARKS:
        if not headed or following[:1].isupper():
            end = _title_end(text, at, stop)
    elif token.text == "(":
        end = next((k for k in range(at + 1, min(at + _BRACKETS, stop)) if text.tokens[k].text == ")"), at - 1) + 1
    elif text.lowers[at : at + 4] == ("m", ".", "in", "."):
        end = at + 4
    elif text.lowers[at : at + 2] == ("do", "spraw"):
        end = at + 2
    elif following and (lower in _TITLES or (len(lower) == 1 and token.text.isupper() and following == ".")):
        end = at + 2 if following == "." else at + 1
    elif lower == "dla" and headed and (following in _MARKS or following.lower() in _MEDIA):
        end = at + 1  # «według sondażu dla „Kuriera” | 40 proc. pytanych …»
    elif (
        (lower in {"z", "ze"} and headed and _is_origin(text, at + 1, stop))
        or token.text[0].isdigit()
        or (lower in {"i", "oraz"} and headed and _may_join(text, at + 1, stop))
    ):
        end = at + 1
    return end


def _title_end(text: Text, at: int, stop: int) -> int:
    """The end of a title whose opening mark stands there, or ``at``."""
    if text.tokens[at].text not in _MARKS:
        return at
    return next((k + 1 for k in range(at + 1, min(at + _TITLE, stop)) if text.tokens[k].text in _MARKS), at)


def _is_origin(text: Text, at: int, stop: int) -> bool:
    """«prof. Walczaka z Politechniki Olszańskiej»: an institution in the genitive."""
    return at < stop and text.tokens[at].text[0].isupper() and text.words[at].has_case("gen")


def _may_join(text: Text, at: int, stop: int) -> bool:
    """Whether a second source may follow «i»: «według policji i straży», «według gazet „Kurier” i „Echo”»."""
    if at < stop and text.tokens[at].text in _MARKS:
        return True
    return at < stop and text.words[at].has_case("gen") and not text.words[at].finite


def _participle(text: Text, at: int, case: str) -> bool:
    word = text.words[at]
    return any(v.form in {"pact", "ppas"} for v in word.verbs) and word.has_case("gen" if case != "nom" else case)


def _belongs(text: Text, at: int, place: int, case: str, cases: Mapping[int, str], *, headed: bool) -> bool:
    """Whether the word goes on with the phrase: in its case, or a complement of its head."""
    token, word = text.tokens[at], text.words[at]
    name = token.text[0].isupper()
    if not token.text[0].isalpha() or relative(text, at) or word.finite or text.lowers[at] in _NOBODY:
        return False
    acronym = len(token.text) > 1 and token.text.isupper()
    # «według rankingu Mercer Human | Consulting, …»: a comma closes the whole of a foreign name
    closed = name and headed and text.tokens[at - 1].text[0].isupper() and text.lowers[at + 1 : at + 2] == (",",)
    subject = headed and acronym and _has_subject(text, at + 1)  # «Zdaniem grupy | UE zapłaci»
    if headed and (closed or _is_surname(text, at, case)):
        return True
    if headed and case != "nom" and cases.get(at) == "nom" and word.has_case("nom"):
        # no form tells the case of «GUS»: in «według szacunku GUS | ceny wzrosły» a verb would make it the subject
        return acronym and not text.words[at + 1 : at + 2][0].finite
    unknown = not word.known and (name or at == place)
    rare = not word.known and at > place + 1 and text.tokens[at - 1].text == "."  # «eksperta ds. psefologii»
    complement = headed and (word.has_case("gen") or unknown or rare)
    own = word.has_case(case) or unknown
    if subject or not (own or complement) or (word.tags & _ADVERBS and not word.nouns):
        return False
    if "prep" in word.tags and not any(noun.pos == "subst" and noun.lemma[:1].isupper() for noun in word.nouns):
        return False
    return not headed or case != "nom" or complement or name


def _is_surname(text: Text, at: int, case: str) -> bool:
    """Whether a name that no case changes stands beside a function: «według premier May | nic się nie stało»."""
    token, word = text.tokens[at], text.words[at]
    if not (token.text[0].isupper() and token.text[1:].islower() and word.name and word.has_case(case)):
        return False
    function = text.words[at - 1]
    somebody = any((noun.pos == "subst" and "m1" in noun.genders) or is_woman(noun.lemma) for noun in function.nouns)
    return somebody and function.has_case(case, SPEAKING)


def _is_head(text: Text, at: int, case: str) -> bool:
    word = text.words[at]
    unknown = not word.known and text.tokens[at].text[0].isupper()
    return unknown or any(noun.pos in _HEADS and case in noun.cases for noun in word.nouns)


def _participle_end(text: Text, place: int, stop: int, cases: Mapping[int, str]) -> int:
    """«prawników zajmujących się prawami pasażera | są …»: up to the next verb, its subject, or a mark."""
    at = place + 1
    while at < stop:
        title = _title_end(text, at, stop)  # «raportu ujawnionego przez „Kurier” | …»
        if title > at:
            at = title
        elif (
            _subject(text, at, cases)
            or text.words[at].finite
            or not text.tokens[at].text[0].isalnum()
            or text.lowers[at] == "to"
        ):
            return at
        else:
            at += 1
    return stop


def _subject(text: Text, at: int, cases: Mapping[int, str]) -> bool:
    """Whether the tagger sees a nominative that the forms allow: «prezentowanej przez prokuraturę | członkowie …»."""
    word = text.words[at]
    if cases.get(at) != "nom" or not word.has_case("nom"):
        return False
    return text.tokens[at].text[0].isupper() or not word.has_case("gen")


def postposed(text: Text, place: int, head: int) -> bool:
    """Whether the word is an adjective after the noun that it belongs to: «biuro prasowe», «prokuratura okręgowa»."""
    word = text.words[place]
    participle = any(verb.form in {"pact", "ppas"} for verb in word.verbs)
    if word.finite or word.relative or participle or not text.tokens[place].text.islower():
        return False
    nouns = [n for n in text.words[head].nouns if n.pos in _HEADS and "nom" in n.cases]
    adjectives = [n for n in word.nouns if n.pos == "adj" and "nom" in n.cases and n.lemma not in _DETERMINERS]
    return any(a.number == n.number and a.genders & n.genders for a in adjectives for n in nouns)


def agreeing_adjective(text: Text, place: int, head: int) -> bool:
    """Whether the word is an adjective (no verb) that shares a case with the head noun."""
    cases = {case for noun in text.words[head].nouns for case in noun.cases}
    return (
        any(noun.pos in {"adj", "ppas"} and noun.cases & cases for noun in text.words[place].nouns)
        and not text.words[place].finite
    )
