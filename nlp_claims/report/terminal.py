"""A document, or a comparison, for eyes in a terminal of any width, with colour or without."""

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from nlp_claims.findings import Findings
from nlp_claims.records import Actor, Compared, Comparison, NumericClaim, Statement
from nlp_claims.report import labels
from nlp_claims.report.marks import Mark, MarkKind, harmless, marks, runs

_WIDE = 110  # columns from which the actors stand beside the text
_STYLES: dict[MarkKind, Style] = {
    "statement": Style(color="green"),
    "speaker": Style(color="magenta", bold=True),
    "via": Style(color="magenta", italic=True),
    "cue": Style(underline=True),
    "number": Style(color="yellow", bold=True),
    "actor": Style(bold=True),
}
_INDIRECT = Style(color="cyan")
_LABEL = Style(dim=True, italic=True)
_HEADING = Style(bold=True, underline=True)
_VERDICTS = {
    "disagree": Style(color="red", bold=True),
    "compatible": Style(color="yellow"),
    "agree": Style(color="green"),
}
# without colour the marks are brackets: «[s1 Do Rosji miało dotrzeć [n1 10 dostaw broni]]»
_BRACKETED: set[MarkKind] = {"statement", "number"}


def console(width: int | None = None, *, terminal: bool | None = None) -> Console:
    """Standard output without guesses at emoji, markup or numbers; ``terminal`` is found out if not said."""
    return Console(width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False)


def document(findings: Findings, *, colour: bool, width: int, rules: bool = False) -> RenderableType:
    """One document: its text with what was found, its actors, statements and numbers.

    Args:
        findings: the records, with the text.
        colour: whether styles show; brackets mark the spans where they do not.
        width: columns of the terminal.
        rules: whether to name the rule that found each record.
    """
    text = marked(findings, colour=colour)
    actors = _section("Actors", (_actor(actor) for actor in findings.actors))
    body: RenderableType
    if width >= _WIDE:
        body = Table.grid(padding=(0, 3, 0, 0), expand=True)
        body.add_column(ratio=3)
        body.add_column(ratio=1)
        body.add_row(text, actors)
    else:
        body = Group(text, Text(), actors)
    title = Text(harmless(findings.doc), style="bold", overflow="ellipsis", no_wrap=True)
    error = findings.closing.error if findings.closing else None
    return Group(
        Rule(title, characters="─", align="left"),
        Text(f"not analysed: {harmless(error)}", style="red") if error else body,
        _section("Statements", (_statement(each, rules=rules) for each in findings.statements)),
        _section("Numbers", (_number(each, rules=rules) for each in findings.numbers)),
    )


def marked(findings: Findings, *, colour: bool) -> Text:
    """The text with its marks, as styles or as brackets."""
    text = harmless(findings.text or "")
    indirect = {each.id for each in findings.statements if each.mode == "indirect"}
    found = Text()
    before: tuple[Mark, ...] = ()
    for run in [*runs(text, marks(findings)), None]:
        now = run.marks if run else ()
        for mark in reversed(before):
            if mark not in now and mark.kind in _BRACKETED:
                found.append(f"₍{mark.id}₎" if colour else "]", _LABEL)
        for mark in now:
            if not colour and mark not in before and mark.kind in _BRACKETED:
                found.append(f"[{mark.id} ", _LABEL)
        if run:
            style = Style.combine([Style.null(), *(_style(mark, indirect) for mark in now)])
            found.append(run.text, style)
        before = now
    return found


def _style(mark: Mark, indirect: set[str]) -> Style:
    return _INDIRECT if mark.kind == "statement" and mark.id in indirect else _STYLES[mark.kind]


def _section(heading: str, rows: Iterable[tuple[str, Text]]) -> RenderableType:
    rows = list(rows)
    if not rows:
        return Text()
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style=_LABEL)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return Group(Text(heading, style=_HEADING), Padding(table, (0, 0, 1, 0)))


def _joined(*parts: tuple[str | None, Style | str]) -> Text:
    """The parts that are there, with middle dots between."""
    return Text(" · ").join(Text(harmless(text), style=style) for text, style in parts if text)


def _actor(actor: Actor) -> tuple[str, Text]:
    found = _joined((actor.name, "bold"), (actor.kind, "dim"))
    if actor.roles:
        found.append(harmless("\n" + ", ".join(actor.roles)), "italic")
    return actor.id, found


def _statement(statement: Statement, *, rules: bool) -> tuple[str, Text]:
    cue = statement.cue
    return statement.id, _joined(
        (statement.speaker.name if statement.speaker else "?", _STYLES["speaker"]),
        (cue.text if cue else None, _STYLES["cue"]),
        (cue.class_ if cue else None, "dim"),
        (statement.mode, _INDIRECT if statement.mode == "indirect" else _STYLES["statement"]),
        ("negated" if statement.negated else None, "red"),
        (f"via {statement.via.name}" if statement.via else None, _STYLES["via"]),
        (statement.rule if rules else None, _LABEL),
    )


def _number(number: NumericClaim, *, rules: bool) -> tuple[str, Text]:
    return number.id, _joined(
        (number.text, _STYLES["number"]),
        (f"{labels.value(number)} {labels.unit(number.unit)}".strip(), ""),
        (number.phrase, "italic"),
        (number.per and f"per {number.per}", ""),
        (number.predicate, "italic"),
        (number.modality, "dim"),
        (number.time, "dim"),
        (number.place, "dim"),
        (number.source.name if number.source else None, _STYLES["speaker"]),
        (number.rule if rules else None, _LABEL),
    )


def comparisons(found: Iterable[Comparison]) -> Iterator[RenderableType]:
    """Each comparison as a table: value, who claims it, when and where, and the words it stands in."""
    for comparison in found:
        yield Text()
        yield _joined(
            (comparison.id, _LABEL),
            (
                comparison.verdict + (f" by {comparison.spread:.0%}" if comparison.spread else ""),
                _VERDICTS[comparison.verdict],
            ),
            (comparison.phrase or labels.unit(comparison.unit) or comparison.unit, "bold"),
            (comparison.predicate, "italic"),
        )
        table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
        table.add_column("value", no_wrap=True, justify="right")
        table.add_column("claimed by", ratio=2, overflow="fold")
        table.add_column("document", ratio=2, overflow="fold")
        table.add_column("in the words", ratio=5, overflow="fold")
        for claim in comparison.claims:
            table.add_row(
                Text(f"{labels.value(claim)} {labels.unit(claim.unit)}".strip(), _STYLES["number"]),
                _joined((claim.source.name if claim.source else "the document", "")),
                _joined((f"{claim.doc} {claim.id}", "dim")),
                _words(claim),
            )
        yield Padding(table, (0, 0, 0, 2))
        evidence = "; ".join(f"{each.kind}: {', '.join(each.texts)}" for each in comparison.evidence)
        yield Padding(Text(harmless(f"same {evidence}"), "dim"), (0, 0, 0, 2))


def _words(claim: Compared) -> Text:
    """The sentence with its number marked, or what the record itself says."""
    if claim.sentence is None:
        return _joined((claim.text, _STYLES["number"]), (claim.time, ""), (claim.place, ""))
    found = Text(" ".join(harmless(claim.sentence.text).split()))
    found.highlight_words([" ".join(claim.text.split())], _STYLES["number"])
    return found
