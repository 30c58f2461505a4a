"""Names of CEN and KPWr in the classes of NKJP; what the two schemes see differently is left open."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from treebank import MISSING, Sentence, Word

FILES = ("cen/cen-train.iob.xz", "cen/cen-val.iob.xz", "cen/cen-test.iob.xz", "kpwr/kpwr-ner-n82-test.iob.xz")
CLASSES = {
    "nam_liv_person": "persName",
    "nam_liv_habitant": "placeName",
    "nam_adj_country": "placeName",
    "nam_adj_city": "placeName",
    "nam_loc_gpe": "placeName",
    "nam_loc_country_region": "placeName",
    "nam_loc_hydronym": "geogName",
    "nam_loc_land": "geogName",
    "nam_fac_road": "geogName",
    "nam_fac_square": "geogName",
    "nam_fac_park": "geogName",
    "nam_fac_bridge": "geogName",
    "nam_org_company": "orgName",
    "nam_org_institution": "orgName",
    "nam_org_organization": "orgName",
    "nam_org_political_party": "orgName",
    "nam_org_group_team": "orgName",
    "nam_pro_media_periodic": "orgName",
    "nam_pro_media_tv": "orgName",
    "nam_pro_media_radio": "orgName",
}
DATES = frozenset(
    {"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik"}
    | {"listopad", "grudzień", "rok", "wiek", "r", "w", "godz", "godzina", "poniedziałek", "wtorek", "środa", "noc"}
    | {"czwartek", "piątek", "sobota", "niedziela", "rano", "wieczór", "południe", "lato", "zima", "wiosna", "jesień"}
)


def label_of(kind: str) -> str | None:
    """The class of NKJP for one of CEN and KPWr, or ``None``."""
    return next((v for k, v in CLASSES.items() if kind == k or kind.startswith(f"{k}_")), None)


def read(corpora: Path) -> Iterator[list[Sentence]]:
    """Documents of sentences without tags and trees; dates, which were not annotated, are left open."""
    for name in FILES:
        document: list[Sentence] = []
        rows: list[list[str]] = []
        with lzma.open(corpora / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if line.startswith("-DOCSTART") or not line.strip():
                    if rows:
                        document.append(sentence(rows))
                        rows = []
                    if line.startswith("-DOCSTART FILE") and document:
                        yield document
                        document = []
                elif len(fields) >= 4:
                    rows.append(fields)
        if rows:
            document.append(sentence(rows))
        if document:
            yield document


def sentence(rows: list[list[str]]) -> Sentence:
    """A sentence of rows (form, lemma, tag, class)."""
    words = [Word(r[0], r[1], "", "", "", MISSING, "", space=True) for r in rows]
    unsure = {i for i, r in enumerate(rows) if r[1].lower() in DATES or any(c.isdigit() for c in r[0])}
    names = []
    start, kind = 0, ""
    for i in range(len(rows) + 1):
        tag = rows[i][3].split("#")[0] if i < len(rows) else "O"
        if kind and not tag.startswith("I-"):
            label = label_of(kind)
            if label:
                names.append((start, i, label))
                unsure -= set(range(start, i))
            else:
                unsure |= set(range(start, i))
            kind = ""
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return Sentence(words, names, origin="names", unsure=frozenset(unsure))
