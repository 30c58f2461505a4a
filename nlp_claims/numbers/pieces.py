"""Text cut into words, figures and marks, with offsets: what the number grammar reads.

spaCy's tokens are of no use here («1.200.000» is five of them), so the characters are cut anew.
Whatever can only be a name, an address or an identifier («A320», «F-16», «UE261», a URL) becomes one
``code`` piece here and never a number. One regular expression, one pass, linear in the text.
"""

import re
from typing import Literal, NamedTuple

PieceKind = Literal["word", "figure", "date", "ratio", "code", "mark"]

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞"
_LETTERS = rf"[^\W\d_{VULGAR}]"
_SPACE = "[ \u00a0\u202f\u2009]"
_PIECE = re.compile(
    rf"""
    (?P<plain> {_LETTERS}++ (?= [\s,;!?)”"»…] | \.(?:\s|\Z) | \Z ))   # nearly every piece: told at a glance
  | (?P<code> (?:https?://|www\.)\S{{1,400}} | [\w.+-]{{1,64}}@[\w.-]{{1,200}} | [@#]\w+
            | {_LETTERS}++ (?:['’]|[-‑–])? \d [\w]*+ (?:[-/]\w+)*+     # A320, F-16, Kukiz'15, G7
            | (?!\d+(?:\.\d{{3}}){{3}}) (?:\d{{1,3}}\.){{3}}\d{{1,3}}(?!\.?\d) | \d{{2}}-\d{{3}}(?=\ [A-ZŁŚŻŹĆŃÓ])
            | \d++ [GDKH] (?!\w) | [0#*]{{4,}} )                  # 5G, 3D
  | (?P<date> (?<!\d)(?: \d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}}) | \d{{1,2}}-\d{{1,2}}-\d{{4}}
            | \d{{4}}-\d{{2}}-\d{{2}} ) (?![\d.]*\d) )
  | (?P<ratio> \d++ : \d++ (?: :\d++ )*+ )
  | (?P<figure>
        \d{{1,3}}+(?:{_SPACE}\d{{3}}(?!\d))++ (?:,\d++)?+            # 1 234,56
      | \d{{1,3}}+(?:\.\d{{3}}(?!\d))++ (?:,\d++)?+ (?![./]\d)      # 1.200.000
      | [{VULGAR}] | \d{{1,9}}+[{VULGAR}]                            # ½, 2¾
      | \d++ (?: [.,]\d++ )*+ (?: [/⁄]\d++ (?:/\d++)*+ )?+ )         # 12,5  3/4; «1.2.3» is sorted out when read
  | (?P<word> {_LETTERS}++ (?:['’]{_LETTERS}++)*+ )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """One word, figure or mark. ``gap`` is the white space before it (empty where it is glued)."""

    text: str
    start: int
    end: int
    kind: PieceKind
    gap: str

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def glued(self) -> bool:
        """Whether nothing stands between this piece and the one before it."""
        return not self.gap

    @property
    def breaks(self) -> bool:
        """Whether a blank line stands before it: no phrase runs over that."""
        return len(self.gap) > 1 and self.gap.count("\n") > 1


def cut(text: str) -> list[Piece]:
    """Every piece of ``text``, in order; what lies between two pieces is white space only."""
    pieces: list[Piece] = []
    forms: dict[str, str] = {}  # a form is one string, however often it stands in a long text
    at = 0
    make = tuple.__new__  # what Piece() comes to: there is one of them for every word of a text
    for match in _PIECE.finditer(text):
        start, end = match.span()
        form = match[0]
        kind = match.lastgroup
        if kind == "plain":
            kind = "word"
        pieces.append(make(Piece, (forms.setdefault(form, form), start, end, kind, text[at:start])))
        at = end
    return pieces
