"""The documentation is true: generated pages are up to date, and every command and snippet runs."""

import os
import re
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


@pytest.mark.parametrize("page", RUN, ids=lambda path: path.name)
def test_blocks_run(page, tmp_path):
    """All blocks of a page in order, in one folder; the Python ones in one process, as a reader types them."""
    (tmp_path / "data").symlink_to(ROOT / "data")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "nlp-claims"
    command.write_text(f"#!{sys.executable}\nfrom nlp_claims.cli.app import main\nmain()\n")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "OMP_NUM_THREADS": "1"}
    python = []
    for language, code in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            python.append(code)
            continue
        run(["bash", "-eu", "-c", code], tmp_path, environment)
    if python:
        run([sys.executable, "-c", "\n".join(python)], tmp_path, environment)


def run(command, folder, environment):
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=600, check=False)
    assert done.returncode == 0, f"{command[-1]}\n{done.stderr.decode()}"
