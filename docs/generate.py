"""Write the pages that are made from the code: ``python docs/generate.py``, or with ``--captures`` the pictures too.

A test holds the committed pages against what this makes.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from nlp_claims import __version__
from nlp_claims.cli.app import app
from nlp_claims.numbers.rules import RULES as NUMBERS
from nlp_claims.rules import Rule
from nlp_claims.statements.rules import RULES as STATEMENTS

HERE = Path(__file__).parent
NOTE = "<!-- Made by docs/generate.py from {source}: change it there. -->\n"

RULES_INTRODUCTION = """\
Every statement and numeric claim carries the id of the rule that found it, so that you can select by it
(`jq 'select(.rule=="statement.dash")'`) or tell us which one is wrong. The examples are tests: each rule finds exactly
what stands after its arrow, and nothing where there is none. `nlp-claims rules` prints the same.
"""


def help_pages() -> Iterator[tuple[str, str]]:
    """Every command, by its full name, with what ``--help`` prints."""
    yield "nlp-claims", _help()
    for command in app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        yield f"nlp-claims {name}", _help(name)
    for group in app.registered_groups:
        yield f"nlp-claims {group.name}", _help(str(group.name))
        for command in group.typer_instance.registered_commands if group.typer_instance else ():
            name = command.name or (command.callback.__name__ if command.callback else "")
            yield f"nlp-claims {group.name} {name}", _help(str(group.name), name)


def _help(*command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], prog_name="nlp-claims", env={"COLUMNS": "80"})
    return re.sub(r"[ \t]+$", "", result.output, flags=re.MULTILINE).strip()


def cli() -> str:
    """The reference of the command line."""
    parts = ["# Command line\n", NOTE.format(source="nlp_claims/cli")]
    parts += [f"## `{name}`\n\n```text\n{shown}\n```\n" for name, shown in help_pages()]
    return "\n".join(parts)


def rules() -> str:
    """Every rule with its reason and examples."""
    parts = [
        "# Rules\n",
        NOTE.format(source="the rules.py of statements and numbers"),
        RULES_INTRODUCTION,
    ]
    for title, found in (("Statements", STATEMENTS), ("Numbers", NUMBERS)):
        parts.append(f"## {title}\n")
        parts += map(_rule, found)
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    lines = [f"### `{rule.id}`\n", f"{rule.why}\n"]
    for example in rule.examples:
        found = "".join(f"\n  → {_inline(each)}" for each in example.finds)
        lines.append(f"- {_inline(example.text)}{found}")
    return "\n".join(lines) + "\n"


def _inline(text: str) -> str:
    """One line of Markdown that shows the text as it is."""
    line = " / ".join(part for part in text.split("\n") if part)
    return re.sub(r"^(?=[-+])", r"\\", re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", line))


def manual() -> str:
    """The manual page, in troff."""
    pages = dict(help_pages())
    lines = [
        f'.TH NLP-CLAIMS 1 "" "nlp-claims {__version__}" "User Commands"',
        ".SH NAME",
        "nlp\\-claims \\- who said what, and which numbers, in Polish news",
        ".SH DESCRIPTION",
        ".nf",
        _troff(pages.pop("nlp-claims")),
        ".fi",
    ]
    for name, shown in pages.items():
        lines += [f".SH {_troff(name.upper())}", ".nf", _troff(shown), ".fi"]
    return "\n".join(lines) + "\n"


def _troff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", escaped, flags=re.MULTILINE)


PAGES = {"cli.md": cli, "rules.md": rules, "nlp-claims.1": manual}


def captures() -> None:
    """Pictures of ``show`` and ``compare`` on the samples."""
    from dataclasses import replace

    from rich.console import Console

    from nlp_claims import pipeline
    from nlp_claims.compare.comparisons import compare
    from nlp_claims.findings import group
    from nlp_claims.reading import documents
    from nlp_claims.report import terminal

    nlp = pipeline.load()
    found = []
    for document in documents.read(sorted(map(str, Path("data/samples").glob("zawalenie-*.txt")))):
        (records,) = pipeline.extract(nlp, [document])
        (each,) = group(records)
        found.append(replace(each, text=document.text))
    shown = terminal.document(found[0], colour=True, width=120)
    for name, parts in (("show", [shown]), ("compare", terminal.comparisons(compare(found)))):
        with Path("/dev/null").open("w") as nowhere:
            console = Console(record=True, width=120, file=nowhere, force_terminal=True, highlight=False, emoji=False)
            for part in parts:
                console.print(part)
        picture = console.export_svg(title=f"nlp-claims {name}", unique_id=name)
        # the fonts of the template would come from the network; any fixed-width one will do
        without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
        (HERE / f"{name}.svg").write_text(without_fonts, encoding="utf-8")


def consoles(text: str) -> str:
    """The text of a page with its ``console`` blocks filled anew with what their commands print."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data").symlink_to(HERE.parent / "data")
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}

        def filled(block: re.Match[str]) -> str:
            lines = ["```console"]
            for command in re.findall(r"^\$ (.*)$", block[0], re.MULTILINE):
                done = subprocess.run(
                    ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=True
                )
                lines += [f"$ {command}", *done.stdout.decode().splitlines()]
            return "\n".join([*lines, "```"])

        return re.sub(r"^```console\n.*?^```", filled, text, flags=re.MULTILINE | re.DOTALL)


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
    if "--captures" in sys.argv:
        captures()
        page = HERE.parent / "README.md"
        page.write_text(consoles(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
