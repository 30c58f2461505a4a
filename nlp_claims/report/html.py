"""The report: one page that needs nothing but a browser, with the records inside it as data.

Everything that comes from a document is data or autoescaped: an article full of tags is shown as
text. The page's policy admits the page's own script and style by their digests, and no network.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from nlp_claims import __version__
from nlp_claims.findings import Findings
from nlp_claims.records import Actor, Comparison, NumericClaim, Source, Statement
from nlp_claims.report import labels
from nlp_claims.report.charts import charts
from nlp_claims.report.marks import Mark, marks, runs

_TEMPLATES = files("nlp_claims.report") / "templates"


def page(findings: Sequence[Findings], comparisons: Sequence[Comparison], title: str = "", language: str = "en") -> str:
    """The whole page as HTML.

    Args:
        findings: the documents, with their texts where these are at hand.
        comparisons: what ``compare`` made of them.
        title: the heading; one of ours without it.
        language: ``en`` or ``pl``, of the page's own words.
    """
    words = _words(language)

    def t(text: str) -> str:
        return words.get(text, text)

    style, script = _asset("report.css"), _asset("report.js")
    template = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(_asset("report.html"))
    return template.render(
        title=title or t("Who said what, and which numbers"),
        language=language,
        t=t,
        version=__version__,
        style=Markup(style),  # noqa: S704 - ours, not a document's
        script=Markup(script),  # noqa: S704
        style_digest=_digest(style),
        script_digest=_digest(script),
        data=Markup(_embedded(_data(findings, comparisons) | {"words": words})),  # noqa: S704 - no «<» is left in it
        charts=charts(findings),
        counts={
            "documents": len(findings),
            "statements": sum(len(each.statements) for each in findings),
            "numbers": sum(len(each.numbers) for each in findings),
            "disagreements": sum(each.verdict == "disagree" for each in comparisons),
        },
    )


def _words(language: str) -> dict[str, str]:
    """The page's own words in a language, by the English ones."""
    if language == "en":
        return {}
    lines = _asset(f"{language}.tsv").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """What a content security policy calls an inline script or style by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _embedded(data: Any) -> str:
    """JSON that may stand in a script element: «</script>» in an article must not end it."""
    shown = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    escaped = shown.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return escaped.encode("utf-8", "replace").decode()


def _data(findings: Sequence[Findings], comparisons: Sequence[Comparison]) -> dict[str, Any]:
    place = {each.doc: number for number, each in enumerate(findings)}
    return {
        "documents": [_document(each) for each in findings],
        "comparisons": [
            msgspec.to_builtins(each)
            | {
                "unit": labels.unit(each.unit),
                "claims": [
                    msgspec.to_builtins(claim)
                    | {
                        "shown": f"{labels.value(claim)} {labels.unit(claim.unit)}".strip(),
                        "at": place[claim.doc],
                    }
                    for claim in each.claims
                ],
            }
            for each in comparisons
        ],
    }


def _document(findings: Findings) -> dict[str, Any]:
    """A document as the page's script reads it: ``runs`` are ``[text, index of mark, …]``."""
    found: dict[tuple[str, str], int] = {}

    def index(mark: Mark) -> int:
        return found.setdefault((mark.kind, mark.id), len(found))

    cut = runs(findings.text, marks(findings)) if findings.text is not None else []
    return {
        "doc": findings.doc,
        "title": findings.title,
        "error": findings.closing.error if findings.closing else None,
        "meta": findings.closing.meta if findings.closing else {},
        "runs": [[run.text, *map(index, run.marks)] for run in cut],
        "marks": [list(key) for key in found],
        "statements": [_statement(each) for each in findings.statements],
        "numbers": [_number(each) for each in findings.numbers],
        "actors": [_actor(each) for each in findings.actors],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    cue = statement.cue
    return {
        "id": statement.id,
        "text": " […] ".join(part.text for part in statement.parts),
        "mode": statement.mode,
        "speaker": _named(statement.speaker),
        "cue": cue and cue.text,
        "class": cue and cue.class_,
        "via": _named(statement.via),
        "negated": statement.negated,
        "rule": statement.rule,
    }


def _named(source: Source | None) -> str | None:
    return source.name if source else None


def _number(number: NumericClaim) -> dict[str, Any]:
    known = next((each for each in (number.value, number.min, number.max) if each is not None), None)
    return {
        "id": number.id,
        "text": number.text,
        "shown": labels.value(number),
        "value": known,
        "unit": labels.unit(number.unit) or "count",
        "what": number.phrase,
        "per": number.per,
        "predicate": number.predicate,
        "modality": number.modality,
        "time": number.time,
        "place": number.place,
        "source": number.source.name if number.source else None,
        "statement": number.statement,
        "rule": number.rule,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "roles": list(actor.roles),
        "acts": list(actor.acts),
        "mentions": len(actor.mentions),
    }
