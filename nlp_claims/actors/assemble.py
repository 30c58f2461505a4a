"""From names to actors: base forms, kinds settled over the document, aliases merged, roles and acts written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from nlp_claims.actors.aliases import fold
from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.context import Contexts
from nlp_claims.actors.countries import ministry
from nlp_claims.actors.detect import find_names, missed
from nlp_claims.actors.evidence import BaseForms, Inflected
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.kinds import KINDS
from nlp_claims.actors.known import prior_of
from nlp_claims.actors.lookup import is_club, is_common, is_role_word, is_surname
from nlp_claims.actors.merging import Named, merge
from nlp_claims.actors.names import Name, Vocabulary
from nlp_claims.actors.naming import fullest
from nlp_claims.actors.nominative import BaseForm
from nlp_claims.actors.nounphrases import case_of, gender_of, number_of
from nlp_claims.actors.registry import add_mention, add_reference, new_actor
from nlp_claims.actors.roles import Role, roles_of
from nlp_claims.actors.words import candidates
from nlp_claims.annotations import Kind, claims_of
from nlp_claims.morphology import analyse, nominative
from nlp_claims.surface import surface_of

SPANS = "claims_actors"
_LIKELY = -3.0
_VOTES = (0, 2, 4, 30)  # by how sure a name is
_TWO = 2
_OBLIQUE = frozenset({"dat", "inst"})  # whose endings nothing else has
_CERTAINLY = 20  # votes
_OFTEN = 3  # mentions of a full name without one of the surname alone


def write_actors(doc: Doc, words: Vocabulary) -> list[list[Role]]:
    """Write the named actors of ``doc``; returns the roles of each, by actor index."""
    names = find_names(doc, words)
    names, bases = _settled(doc, names, words)
    roles = _roles(doc, names, bases, words)
    groups = merge(_named(doc, names, bases, roles))
    return _write(doc, names, bases, roles, groups)


def _texts(doc: Doc, names: Sequence[Name], contexts: Contexts, known: dict[Name, Inflected]) -> list[Inflected]:
    for name in names:
        if name not in known:
            known[name] = Inflected(surface_of(doc).between(name.start, name.end), name.kind, contexts.of(name))
    return [known[name] for name in names if not name.national]


def _with_nationals(doc: Doc, names: Sequence[Name], found: Sequence[BaseForm]) -> list[BaseForm]:
    rest = iter(found)
    return [_national(doc, name) if name.national else next(rest) for name in names]


def _national(doc: Doc, name: Name) -> BaseForm:
    token = doc[name.start]
    number, case = number_of(token), case_of(token)
    gender = "m1" if any(reading.has("m1") for reading in analyse(token.text)) else gender_of(token)
    base = nominative(token.text, ("subst",), number, case=case, gender=gender)
    if base is None:
        number = "pl" if number == "sg" else "sg"
        base = nominative(token.text, ("subst",), number, case=case) or token.text
    return BaseForm(base, case, gender_of(token)[:1], number, 0.0)


def _settled(doc: Doc, names: list[Name], words: Vocabulary) -> tuple[list[Name], list[BaseForm]]:
    """One kind for one base form, names that were missed added, and the base forms of all."""
    forms, contexts, texts = BaseForms(), Contexts(doc), dict[Name, Inflected]()
    names = [replace(name, kind="person") if _declines(doc, name, contexts) else name for name in names]
    first = _with_nationals(doc, names, forms.alone(_texts(doc, names, contexts, texts)))
    names, first = _explained(doc, names, first, lambda changed: forms.alone(_texts(doc, changed, contexts, texts)))
    names = _surnames_of_nations(names, first)
    kinds = _kinds(doc, names, first, words)
    names = [_retyped(name, kinds.get(fold(form.text))) for name, form in zip(names, first, strict=True)]
    names = _parted(names, first)
    alone: dict[str, NameKind] = {}
    for form, kind in ((form, kinds.get(fold(form.text))) for form in first):
        parts = form.text.split()
        if kind is not None and parts and (len(parts) == 1 or kind == "person"):
            alone[parts[-1]] = kind
    names = sorted([*names, *missed(doc, names, alone, words)], key=lambda name: name.start)
    return names, _with_nationals(doc, names, forms.together(_texts(doc, names, contexts, texts)))


def _surnames_of_nations(names: Sequence[Name], forms: Sequence[BaseForm]) -> list[Name]:
    """«Mazura» is no man from Mazury where the document has a Leszek Mazur."""
    surnames = {
        fold(form.text)[-1:] for name, form in zip(names, forms, strict=True) if " " in form.text and _is_named(name)
    }
    return [
        replace(name, national=False) if name.national and form.number == "sg" and fold(form.text) in surnames else name
        for name, form in zip(names, forms, strict=True)
    ]


def _is_named(name: Name) -> bool:
    return name.kind == "person" and not name.national


def _declines(doc: Doc, name: Name, contexts: Contexts) -> bool:
    """Whether both words of an unsure name decline together, as a person's do: «Dmytrem Kułebą»."""
    if name.kind != "organization" or name.sure > 1 or name.end - name.start != _TWO:
        return False
    text = doc[name.start : name.end].text
    form = base_form(text, "person", contexts.of(name))
    changed = [one != other for one, other in zip(text.split(), form.text.split(), strict=False)]
    return len(changed) == _TWO and all(changed) and form.case in _OBLIQUE and not is_common(doc[name.start].text)


def _explained(
    doc: Doc, names: Sequence[Name], forms: Sequence[BaseForm], alone: Callable[[Sequence[Name]], Sequence[BaseForm]]
) -> tuple[list[Name], list[BaseForm]]:
    """One-word names of unsure kind that are a form of another name of the document.

    «Altmaiera» alone may be a company, but beside «Peter Altmaier» it is the man; «piloci Ryanaira» is no
    person's name beside «Ryanair».
    """
    known: dict[tuple[NameKind, tuple[str, ...]], int] = Counter()
    for name, form in zip(names, forms, strict=True):
        words = fold(form.text)
        if not name.national and (name.kind == "person" or len(words) == 1):
            known[name.kind, words[-1:]] += 1
    found, bases = list(names), list(forms)
    for index, (name, form) in enumerate(zip(names, forms, strict=True)):
        if name.sure > 1 or name.national or name.end - name.start > 1 or known[name.kind, fold(form.text)] > 1:
            continue
        word = doc[name.start].text
        said = {kind: _said(word, kind, known) for kind in KINDS}
        kind = max(KINDS, key=lambda kind: said[kind])
        if said[kind] > said[name.kind]:
            found[index] = replace(name, kind=kind)
            bases[index] = alone([found[index]])[0]
    return found, bases


def _said(word: str, kind: NameKind, known: Mapping[tuple[NameKind, tuple[str, ...]], int]) -> int:
    """How often the document has another form of a word, as a name of that kind."""
    bases = {fold(item.base) for item in candidates(word, kind)[:6] if item.base != word and item.score > _LIKELY}
    return max((known.get((kind, base), 0) for base in bases), default=0)


def _parted(names: Sequence[Name], forms: Sequence[BaseForm]) -> list[Name]:
    """«według Johnsona Hammond wie»: two surnames of two people side by side are two names."""
    full = {
        fold(f.text)[-1]: fold(f.text)
        for n, f in zip(names, forms, strict=True)
        if n.kind == "person" and " " in f.text
    }
    out = []
    for name, form in zip(names, forms, strict=True):
        words = fold(form.text)
        if name.kind == "person" and name.end - name.start == len(words) == 2 and full.get(words[0], words) != words:  # noqa: PLR2004
            middle = name.start + 1
            out += [replace(name, end=middle), replace(name, start=middle)]
        else:
            out.append(name)
    return out


def _retyped(name: Name, kind: NameKind | None) -> Name:
    return name if kind in {None, name.kind} or name.national else replace(name, kind=kind)


def _kinds(
    doc: Doc, names: Sequence[Name], forms: Sequence[BaseForm], words: Vocabulary
) -> dict[tuple[str, ...], NameKind]:
    """The kind of every base form: what was said most often of it, and what is known of the words."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    held: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    texts: dict[tuple[str, ...], str] = {}
    surnames = {
        fold(form.text)[cut:]
        for name, form in zip(names, forms, strict=True)
        if name.kind == "person" and " " in form.text
        for cut in range(1, len(fold(form.text)))
    }
    for name, form in zip(names, forms, strict=True):
        if not name.national:
            key = fold(form.text)
            held[key].append(name)
            texts[key] = form.text
            votes[key][name.kind] += _VOTES[name.sure]
            votes[key]["person"] += 5 * (key in surnames)
    clubs = {key[:1] for key, text in texts.items() if len(key) > 1 and " " in text and is_club(*text.split()[:2])}
    for key, text in texts.items():
        if key in clubs:
            votes[key]["organization"] += _CERTAINLY  # «Lech Poznań», then «Lech»
        if len(key) == 1:
            for kind in ("person", "organization", "place"):
                votes[key][kind] += round(prior_of(text, kind))
        if text in words.known:
            votes[key][words.known[text]] += _CERTAINLY
        if all(name.sure < 2 for name in held[key]) and not _like_person(doc, key, held, surnames):  # noqa: PLR2004
            votes[key]["organization"] += votes[key].pop("person", 0)
    return {key: max(count, key=lambda kind: count[kind]) for key, count in votes.items()}


def _like_person(
    doc: Doc, key: tuple[str, ...], held: Mapping[tuple[str, ...], list[Name]], surnames: set[tuple[str, ...]]
) -> bool:
    """Whether a name of unknown words behaves like a person's.

    News gives a person's full name once and the surname after that: a single word that is nobody's surname,
    or two words often repeated of which the last never stands alone, is a company.
    """
    if any(name.start > 0 and is_role_word(doc[name.start - 1].lower_) for name in held[key]):
        return True
    if len(key) == 1 or key in surnames:
        text = doc[held[key][0].start].text
        forms = {fold(item.base) for item in candidates(text, "person")[:6] if item.score > _LIKELY}
        return key in surnames or bool(forms & surnames) or is_surname(text)
    return len(held[key]) < _OFTEN or key[-1:] in held


def _roles(doc: Doc, names: Sequence[Name], forms: Sequence[BaseForm], words: Vocabulary) -> list[list[Role]]:
    taken = {
        place: (name, form.case)
        for name, form in zip(names, forms, strict=True)
        for place in range(name.start, name.end)
    }
    return [
        roles_of(doc, name, _case(doc, name, form), taken, words) if name.kind == "person" and not name.national else []
        for name, form in zip(names, forms, strict=True)
    ]


def _case(doc: Doc, name: Name, form: BaseForm) -> str:
    """The case of a name, or nothing where it has one form and may be in any: «Nancy Pelosi»."""
    return "" if form.case != "nom" and form.text == surface_of(doc).between(name.start, name.end) else form.case


def _named(doc: Doc, names: Sequence[Name], forms: Sequence[BaseForm], roles: Sequence[Sequence[Role]]) -> list[Named]:
    out = []
    for index, (name, form) in enumerate(zip(names, forms, strict=True)):
        gender = next((role.gender for role in roles[index] if role.gender), form.gender)
        out.append(Named(form.text, name.kind, gender if name.kind == "person" else "", _expands(doc, names, index)))
    return out


def _expands(doc: Doc, names: Sequence[Name], index: int) -> int:
    """The name that this one repeats in brackets: «Narodowy Bank Polski (NBP)», «A4E (Airlines for Europe)»."""
    name, before = names[index], names[index - 1] if index else None
    if before is None or name.kind != before.kind or name.end >= len(doc) or name.start != before.end + 1:
        return -1
    pair = [doc[each.start].text for each in (name, before) if each.end == each.start + 1]
    # one is short and the other long: «komisja … PE (AFCO)» has two acronyms of two bodies
    acronym = len(pair) == 1 and sum(c.isupper() for c in pair[0]) > 1
    return index - 1 if acronym and doc[before.end].text == "(" and doc[name.end].text == ")" else -1


def _write(
    doc: Doc,
    names: Sequence[Name],
    forms: Sequence[BaseForm],
    roles: Sequence[Sequence[Role]],
    groups: Sequence[int],
) -> list[list[Role]]:
    members: dict[tuple[int, bool], list[int]] = {}
    for index, group in enumerate(groups):
        members.setdefault((group, names[index].national), []).append(index)
    spans: list[Span] = []
    held: list[list[Role]] = []
    for (_, national), indexes in members.items():
        kind: Kind = "group" if national else Counter(names[i].kind for i in indexes).most_common(1)[0][0]
        declined = all(surface_of(doc).between(names[i].start, names[i].end) != forms[i].text for i in indexes)
        name = fullest([forms[i].text for i in indexes], kind, declined=declined)
        if kind == "organization":
            name = ministry(name, (doc[names[i].start - 1].lower_ for i in indexes if names[i].start))
        plural = _plural([forms[i] for i in indexes])
        gender = _gender([forms[i] for i in indexes], [r for i in indexes for r in roles[i]])
        actor = new_actor(doc, name, kind, gender=gender, plural=plural)
        entry = claims_of(doc)["actors"][actor]
        held.append([])
        for i in indexes:
            span = Span(doc, names[i].start, names[i].end, label=kind)
            add_mention(doc, actor, span, forms[i].text)
            spans.append(span)
            held[-1] += roles[i]
        entry["roles"] = list(dict.fromkeys(role.text for role in held[-1] if role.text))
    for actor, found in enumerate(held):
        for role in found:
            add_reference(doc, actor, doc[role.start : role.end])
    doc.spans[SPANS] = sorted(spans, key=lambda span: span.start)
    return held


def _plural(forms: Sequence[BaseForm]) -> bool:
    return sum(form.number == "pl" for form in forms) * 2 > len(forms)


def _gender(forms: Sequence[BaseForm], roles: Sequence[Role]) -> str | None:
    votes = Counter([form.gender[:1] for form in forms if form.gender] + [r.gender for r in roles if r.gender] * 2)
    return votes.most_common(1)[0][0] if votes else None
