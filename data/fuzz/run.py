"""Coverage-guided fuzzing: what no one thought of writing. Needs ``pip install atheris``.

    python data/fuzz/run.py strings  -max_total_time=600
    python data/fuzz/run.py document -max_total_time=600

``strings`` runs the parts that are pure functions of a text, ``document`` the whole extraction on the bundled pipeline.
Options after the target are libFuzzer's. A finding is an exception or a broken promise; it is written to a file
``crash-…`` in this folder, and ``python data/fuzz/run.py TARGET crash-…`` runs it again.
"""

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["nlp_claims"]):
    from nlp_claims import pipeline, records
    from nlp_claims.numbers.finder import Finder
    from nlp_claims.reading import chunks, normalise
    from nlp_claims.reading.documents import Document
    from nlp_claims.statements import quotes
    from nlp_claims.statements import text as words

import msgspec

# what the rules look for, so that chance meets it: names, cues, numerals, marks, and characters that are two or none
PIECES = (
    """
Anna Nowak|premier |Jan Kowalski |PAP |w Sejmie |powiedziała|– dodał –|, że |według |jej zdaniem |podkreślił: |pół |5
3,5 proc.|1 200 000 zł|od 2 do 3 mln|dwa tysiące|ponad |o połowę|2–3|wzrósł |12.03.2024|„|”|»|«|"|'|,,|''|–|—|-|(|)|:|;
,|.|…|?!| |😀|مرحبا|İ|ß|ż|½|²|10^9|−7|%
""".strip()
    .replace("\n", "|")
    .split("|")
)
PIECES += ["\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad", "\u0301", "\ud800", "\x00", "\u2028"]


def text_of(data: bytes) -> str:
    """A text of pieces and of any characters, as the bytes decide."""
    provider = atheris.FuzzedDataProvider(data)
    parts = []
    while provider.remaining_bytes() and len(parts) < 200:  # noqa: PLR2004
        choice = provider.ConsumeIntInRange(0, len(PIECES) + 3)
        parts.append(PIECES[choice] if choice < len(PIECES) else provider.ConsumeUnicode(8))
    return "".join(parts)


def promise(kept: bool, what: str) -> None:  # noqa: FBT001
    """Complain where one is not kept."""
    if not kept:
        raise AssertionError(what)


def strings() -> Callable[[bytes], None]:
    """The pure functions."""
    finder = Finder()

    def run(data: bytes) -> None:
        read = text_of(data)
        promise("".join(chunks.split(read, 40)) == read, "the pieces are not the text")
        promise("".join(chunks.short_words(read)) == read, "the short words are not the text")
        seen = normalise.normalise(read)
        for start in range(0, len(seen.text), 7):
            low, high = seen.span(start, start + 1)
            promise(0 <= low < high <= len(read), "a character comes from nowhere")
        cut = words.read(seen.text)
        for token in cut.tokens:
            promise(seen.text[token.start : token.end] == token.text, "a word is not where it stands")
        for quote in quotes.pair(seen.text, [cut.tokens[at].start for at in cut.paragraphs]):
            promise(quote.start < quote.inner <= quote.inner_end <= quote.end, "a quotation is inside out")
        for found in finder.find(seen.text)[1]:
            promise(0 <= found.start < found.end <= len(seen.text), "a number is nowhere")
            promise(found.low is None or found.high is None or found.low <= found.high, "a range is inside out")

    return run


def document() -> Callable[[bytes], None]:
    """The whole extraction."""
    nlp = pipeline.load()

    def run(data: bytes) -> None:
        read = text_of(data)
        (found,) = pipeline.extract(nlp, [Document("d", read)])
        closing = found[-1]
        promise(isinstance(closing, records.Document) and closing.error is None, str(closing))
        for record in found:
            slices(msgspec.to_builtins(record), read)
            promise(records.encode(record).endswith(b"}\n"), "a record is no line")

    return run


def slices(value: object, read: str) -> None:
    """Every span, however deep, slices back."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            promise(value["text"] == read[value["start"] : value["end"]] != "", f"a span does not slice back: {value}")
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            slices(part, read)


TARGETS = {"strings": strings, "document": document}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]()
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
