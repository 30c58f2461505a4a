"""What the dictionary alone does not tell about lemmas, learnt from gold words: exceptions and endings."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from conventions import OPEN
from treebank import Sentence

from nlp_claims.analysis.lemmatizer import condition, from_dictionary
from nlp_claims.analysis.readings import readings

SUFFIX = 5  # letters of an ending at most


def learn(sentences: Iterable[Sentence]) -> dict[str, dict[str, str]]:
    """Tables for ``claims_lemmatizer``.

    Returns:
        ``exceptions``: «form tag» -> lemma where gold words differ from the dictionary's choice;
        ``endings``: «tag condition ending» -> «cut+added» for words that the dictionary does not know.
    """
    gold: dict[tuple[str, str, str, bool], Counter[str]] = defaultdict(Counter)
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.tag == OPEN:
                continue
            if word.form.isupper() and len(word.form) > 1 and word.lemma != word.form:
                continue
            proper = word.pos == "PROPN"
            form = word.form if proper else word.form.lower()
            gold[form, word.tag, condition(word.tag, word.feats), proper][word.lemma] += 1
            unknown = not readings(form)
            if word.tag in {"SUBST", "ADJ"} and (unknown or proper) and word.form.isalpha():
                kept = 0
                while kept < min(len(form), len(word.lemma)) and form[kept] == word.lemma[kept]:
                    kept += 1
                rule = f"{len(form) - kept}+{word.lemma[kept:]}"
                for size in range(SUFFIX + 1):
                    if size >= len(form) - kept and size < len(form):
                        key = f"{word.tag} {condition(word.tag, word.feats)} {form[len(form) - size :].lower()}"
                        endings[key][rule] += 3 if unknown else 1
    exceptions: dict[str, str] = {}
    for (form, tag, feats, proper), lemmas in gold.items():
        (best, count), total = lemmas.most_common(1)[0], sum(lemmas.values())
        if not readings(form) and tag not in {"SUBST", "ADJ"} and form.isalpha() and best == form:
            continue
        if count >= 2 and count > 0.6 * total and from_dictionary(form, tag, feats, proper=proper) != best:
            exceptions[f"{form} {tag} {feats}"] = best
    rules: dict[str, str] = {}
    for key, counts in sorted(endings.items(), key=lambda item: len(item[0])):
        (best, count), total = counts.most_common(1)[0], sum(counts.values())
        tag, feats, ending = key.split(" ", 2)
        shorter = rules.get(f"{tag} {feats} {ending[1:]}") if ending else None
        if total >= 6 and count >= 0.5 * total and best != shorter:
            rules[key] = best
    return {"exceptions": exceptions, "endings": rules}
