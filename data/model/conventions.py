"""What older treebanks and the corpora without trees write otherwise than the newest treebank.

A relation is rewritten where tags and neighbours decide it; where the older scheme does not make the
distinction, the relation is left open (``OPEN``) and teaches nothing. Tags and features are left open for the
words («jak», «kiedy», «jednak») on which a corpus and the newest treebank plainly disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from treebank import MISSING, Sentence, Word

#: A relation, a tag or features that nobody is taught.
OPEN = ""
#: Classes that have genitive objects and adnominal arguments.
NOMINAL = frozenset({"SUBST", "GER", "DEPR"})
POSSESSIVE = frozenset({"mój", "twój", "swój", "nasz", "wasz"})
QUANTIFIERS = frozenset({"kilka", "wiele", "mało", "ile", "tyle", "parę", "kilkanaście", "kilkadziesiąt", "dużo"})
#: Particles that the newest treebank has as plain adverbial modifiers, unlike «nawet» or «tylko».
PLAIN = frozenset({"czy", "czyż", "no"})
#: Features that the word itself decides, whatever its place in the sentence.
LEXICAL = frozenset(
    {"PronType", "NumType", "NumForm", "Poss", "Reflex", "PartType", "ConjType", "AdpType", "PunctType", "PunctSide"}
    | {"VerbType", "Polarity", "Degree"}
)
#: A corpus disagrees about a form where its classes differ by this share, and by what chance may do.
DISAGREEMENT = 0.1
LEAST = 8


def age(sentence: Sentence) -> str:
    """The scheme that the relations of a sentence are in."""
    origin = sentence.origin
    for name in ("2019", "pud", "parseme", "lfg", "nkjp"):
        if name in origin:
            return name
    return "pdb"


def modern(sentence: Sentence, objects: frozenset[str]) -> Sentence:
    """The sentence with relations as the newest treebank has them; ``objects``: verbs with clauses for objects."""
    scheme = age(sentence)
    if scheme in {"pdb", "nkjp"} or not sentence.has_tree:
        return sentence
    children: dict[int, list[Word]] = defaultdict(list)
    for i, word in enumerate(sentence.words):
        if word.head not in {i, MISSING}:
            children[word.head].append(word)
    words = []
    for i, word in enumerate(sentence.words):
        if word.head == i:
            words.append(word)
            continue
        head = sentence.words[word.head]
        label = _common(word, head, {c.relation for c in children[i]}, {c.relation for c in children[word.head]})
        label = _small_word(word.form.lower(), label, scheme)
        if label in {"ccomp", "ccomp:obj"} and scheme != "pud":
            label = "ccomp:cleft" if head.lemma == "to" else OPEN if head.lemma in objects else label
        if scheme == "lfg":
            label = _lfg(label, word, head)
        elif scheme == "parseme":
            label = _parseme(label, word, head)
        words.append(word if label == word.relation else replace(word, relation=label))
    return replace(sentence, words=words)


def _common(word: Word, head: Word, own: set[str], siblings: set[str]) -> str:
    """The relation of ``word``; ``own`` are the relations of its dependents, ``siblings`` those of its head's."""
    label, tag = word.relation, word.tag
    if label == "acl" and tag in {"PPAS", "PACT", "ADJ"}:  # «list napisany wczoraj»
        return "amod"
    if word.form.lower() == "nie":
        return "advmod:neg" if label == "advmod" else OPEN if label == "cc:preconj" else label
    if tag == "QUB" and label in {"advmod", "parataxis:insert"}:
        return "advmod:emph"
    if label == "obl:cmpr":  # «jak ojciec», «niż wczoraj»: with a conjunction it is a clause
        return "advcl:cmpr" if "mark" in own else OPEN if "case" in own else label
    if head.tag in NOMINAL and tag in {*NOMINAL, "PPRON3", "PPRON12", "SIEBIE", "BREV", "ADJ", "NUM"}:
        if label in {"obl:arg", "obl:agent"}:  # «rozmowa o pracy»
            return "nmod:arg"
        if label == "nsubj" and head.tag == "GER" and "Case=Gen" in word.feats:  # «działanie leku»
            return "nmod:arg"
        if label == "obl" and not siblings & {"cop", "nsubj"}:
            return "nmod"
    if word.lemma in POSSESSIVE and label in {"det", "nmod"}:
        return "det:poss"
    if label == "nmod:poss":
        return "nmod" if tag == "PPRON3" else OPEN
    if label == "parataxis:insert":
        return {"PREP": "advmod:emph", "BREV": "advmod:emph", "ADV": "advmod"}.get(
            tag, OPEN if "case" in own else label
        )
    if label == "flat" and word.pos == "ADJ":
        return "amod:flat"
    if label == "flat" and word.pos == "NOUN" and head.pos in {"NOUN", "PROPN", "ADJ"}:
        return "nmod:flat"
    if tag == "NUM" and label == "nmod":  # «art. 42»
        return "amod"
    return OPEN if label == "ccomp" and tag in NOMINAL else label


def settled(sentence: Sentence) -> Sentence:
    """A silver tree with the relations of small words as the newest treebank has them."""
    words = [replace(w, relation=_small_word(w.form.lower(), w.relation, "nkjp")) for w in sentence.words]
    return replace(sentence, words=words)


def _small_word(form: str, label: str, scheme: str) -> str:
    """The relation of a word without inflection, on which the newest treebank is of one mind."""
    if form in PLAIN and label in {"advmod:emph", "mark"}:  # «Czy przyjdzie?»
        return "advmod"
    if form == "jednak" and label == "cc":
        return "advmod:emph"
    if form == "gdy" and scheme == "lfg":
        return "advmod"
    return OPEN if form == "jak" and scheme in {"lfg", "parseme", "nkjp"} else label


def _number(word: Word, head: Word) -> str:
    """The relation of a numeral to what it counts: «pięć osób» governs, «dwie osoby» agrees."""
    governs = "Case=Gen" in head.feats and "Case=Gen" not in word.feats
    if word.lemma in QUANTIFIERS:
        return "det:numgov" if governs else "det:nummod"
    return "nummod:gov" if governs else "nummod"


def _lfg(label: str, word: Word, head: Word) -> str:
    """LFG tells no arguments from adjuncts, and has no relations of names."""
    if word.tag == "NUM" and label in {"nummod", "det"}:
        return _number(word, head)
    if label in {"obl", "nmod", "nmod:arg", "ccomp", "ccomp:obj", "iobj"} and word.tag != "ADV":
        return label if label == "iobj" else OPEN
    if label == "xcomp" and word.tag != "INF":
        return OPEN
    if label in {"flat", "nmod:flat", "amod:flat"} and not word.pos == head.pos == "PROPN":
        return OPEN
    if label == "amod" and word.form[:1].isupper():
        return OPEN
    return OPEN if label == "case" and word.form.lower() == "jak" else label


def _parseme(label: str, word: Word, head: Word) -> str:
    """PARSEME knows fewer kinds of numerals and inserted clauses, and hardly any adnominal arguments."""
    if word.tag == "NUM" and label == "nummod":
        return _number(word, head)
    if label in {"nmod", "nmod:arg"} and head.tag in NOMINAL and "Case=Gen" in word.feats:
        return OPEN
    if label == "advmod:emph" and word.tag not in {"QUB", "PREP", "BREV"}:
        return "advmod" if word.tag == "ADV" else "parataxis:insert"
    if label == "mark" and word.tag == "ADV":
        return "advmod"
    return OPEN if label == "parataxis:insert" and word.pos == "VERB" else label


def clause_objects(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Lemmas that the newest treebanks give a clause for an object: «powiedział, że …»."""
    return frozenset(
        s.words[w.head].lemma
        for s in sentences
        if age(s) in {"pdb", "pud"}
        for w in s.words
        if w.relation == "ccomp:obj"
    )


def signature(word: Word) -> str:
    """Class, part of speech and lexical features."""
    lexical = "|".join(f for f in word.feats.split("|") if f.partition("=")[0] in LEXICAL)
    return f"{word.tag} {word.pos} {lexical}"


def disputed(sentences: Iterable[Sentence]) -> dict[str, frozenset[str]]:
    """Forms, by scheme, whose classes and lexical features are not those of the newest treebank."""
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for word in sentence.words:
            if not word.form[0].isdigit():
                seen[age(sentence)][word.form.lower()][signature(word)] += 1
    newest = seen.pop("pdb")
    result = {}
    for scheme, forms in seen.items():
        result[scheme] = frozenset(form for form, counts in forms.items() if _differ(newest.get(form), counts))
    return result


def _differ(one: Counter[str] | None, other: Counter[str]) -> bool:
    if not one:
        return False
    m, n = one.total(), other.total()
    if min(m, n) < LEAST:
        return False
    distance = sum(abs(one[k] / m - other[k] / n) for k in one.keys() | other.keys()) / 2
    return distance > DISAGREEMENT + min(m, n) ** -0.5


def opened(sentence: Sentence, forms: frozenset[str]) -> Sentence:
    """The sentence with tag and features left open for words of ``forms``."""
    if not any(w.form.lower() in forms for w in sentence.words):
        return sentence
    words = [replace(w, tag=OPEN, pos=OPEN, feats=OPEN) if w.form.lower() in forms else w for w in sentence.words]
    return replace(sentence, words=words)
