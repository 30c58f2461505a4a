"""The documentation is true: generated pages are up to date, and every command and snippet runs."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from nlp_claims import records

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXTRAS = re.compile(r"pip install '[^']*\[([\w,]+)\]|`'\.\[([\w,]+)\]'`")
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "README.pl.md"]
RUN = [path for path in PAGES if BLOCK.search(path.read_text(encoding="utf-8"))]

# not -e: «nlp-claims … | head» may end by SIGPIPE, and the block goes on
SHELL = ["bash", "-u", "-o", "pipefail", "-c"]
TRAP = "trap 'status=$?; [ $status -eq 141 ] || exit $status' ERR\n"
PRINTS = re.compile(r"\bjq |\| *head|--to table")
NOTHING_TO_PRINT = ".error != null"  # no sample is rejected
JQ = shutil.which("jq")
needs_jq = pytest.mark.skipif(JQ is None, reason="no jq on this machine")

sys.path.insert(0, str(DOCS))
import generate  # noqa: E402


@pytest.mark.parametrize("name", generate.PAGES)
def test_generated_page_is_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == generate.PAGES[name](), "run python docs/generate.py"


@pytest.mark.parametrize("kind", records.KINDS)
def test_every_field_is_documented(kind):
    text = (DOCS / "records.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {kind}\n")[1].split("\n## ")[0]
    shared = {"doc", "id"}
    for field in msgspec.structs.fields(records.KINDS[kind]):
        assert field.name in shared or f"`{field.name}`" in section, field.name


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_extras_named_in_the_pages_exist():
    there = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for page in PAGES:
        named = {
            extra
            for groups in EXTRAS.findall(page.read_text(encoding="utf-8"))
            for extra in ",".join(groups).split(",")
        }
        assert named - {""} <= there.keys(), page.name
        if page.name.startswith("README"):
            assert named - {""} == there.keys(), page.name


@needs_jq
def test_console_block_shows_what_is_printed(environment, monkeypatch):
    monkeypatch.setattr(generate.os, "environ", environment)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert generate.consoles(text) == text, "run make docs"


@pytest.fixture
def environment(tmp_path):
    """Where ``nlp-claims`` is this very checkout, as a command."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "nlp-claims"
    command.write_text(f"#!{sys.executable}\nfrom nlp_claims.cli.app import main\nmain()\n")
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "OMP_NUM_THREADS": "1"}


@pytest.mark.parametrize("page", RUN, ids=lambda path: path.name)
def test_blocks_run(page, tmp_path, environment):
    """All blocks of a page in order, in one folder; the Python ones in one process, as a reader types them."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    python, left_out = [], 0
    for language, code in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            python.append(code)
        elif "jq " in code and JQ is None:
            left_out += 1
        else:
            printed = run([*SHELL, TRAP + code], tmp_path, environment)
            assert printed.strip() or not PRINTS.search(code) or NOTHING_TO_PRINT in code, f"printed nothing: {code}"
    if python:
        run([sys.executable, "-c", "\n".join(python)], tmp_path, environment)
    if left_out:
        pytest.skip(f"no jq on this machine: {left_out} blocks were not run, the others were")


@pytest.mark.parametrize(
    ("block", "status"),
    [("false | cat\necho on", 1), ("false\necho on", 1), ("yes | head -1\necho on", 0), ("echo $NONE_SUCH", 1)],
)
def test_shell_of_the_blocks_stops_where_a_reader_would(block, status):
    done = subprocess.run([*SHELL, TRAP + block], capture_output=True, check=False)
    assert min(done.returncode, 1) == status
    assert done.stdout.endswith(b"on\n") == (status == 0)


def run(command, folder, environment):
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=600, check=False)
    assert done.returncode == 0, f"{command[-1]}\n{done.stderr.decode()}"
    return done.stdout
