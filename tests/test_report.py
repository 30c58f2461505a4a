"""The page: what is in it is text, and in a real browser it opens, filters, sorts and finds its way."""

import json
import re
import shutil
from typing import get_args

import pytest
from record_builders import Article

from nlp_claims import annotations, records
from nlp_claims.compare.comparisons import compare
from nlp_claims.report import html
from nlp_claims.report.charts import charts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1"> & „koniec” 😀'


def article(number=0, tail=""):
    text = (
        f"Runęła kładka w Zarzeczu ({number})\n\n"
        "– Usłyszeliśmy huk – powiedział rzecznik Jan Kos. – Na kładce stało około 60 osób – dodał.\n\n"
        f"Odbudowa pochłonie 3,5 mln zł, twierdzi burmistrz Anna Maj. {tail}"
    )
    made = Article(f"kładka-{number}.txt", text)
    made.actor("Zarzecze", "Zarzeczu", kind="place").actor("Jan Kos", roles=["rzecznik"])
    made.actor("Anna Maj", roles=["burmistrz"])
    made.statement("Usłyszeliśmy huk", speaker=("Jan Kos", "Jan Kos"), cue="powiedział")
    made.statement("Na kładce stało około 60 osób", speaker=("Jan Kos",), cue="dodał", lemma="dodać")
    made.statement("Odbudowa pochłonie 3,5 mln zł", speaker=("Anna Maj", "Anna Maj"), cue="twierdzi", mode="indirect")
    made.number("około 60 osób", "60", 60, bound="about", noun="osoba", phrase="osoba", statement="s2")
    made.number("3,5 mln zł", "3,5 mln", 3_500_000 + 1_000_000 * number, unit="money:PLN", predicate="pochłonąć")
    return made.findings()


def page(*findings):
    return html.page(findings, compare(list(findings)), "Próba <b>raportu</b>")


def embedded(shown):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', shown, re.DOTALL)[1])


def test_markup_in_an_article_stays_text():
    shown = page(article(tail=HOSTILE))
    assert HOSTILE not in shown
    assert shown.count("<script") == 2, "the data and our own"
    assert "&lt;b&gt;raportu" in shown
    assert "".join(words for words, *_ in embedded(shown)["documents"][0]["runs"]).endswith(HOSTILE)


def test_runs_give_back_the_text_and_its_marks():
    found = article()
    (document,) = embedded(page(found))["documents"]
    assert "".join(words for words, *_ in document["runs"]) == found.text
    marked = {
        key: "".join(words for words, *marks in document["runs"] if number in marks)
        for number, key in enumerate(map(tuple, document["marks"]))
    }
    assert marked["statement", "s2"] == "Na kładce stało około 60 osób"
    assert marked["number", "n1"] == "około 60 osób"
    assert marked["speaker", "s3"] == "Anna Maj"


def test_charts_rank_speakers_by_what_they_said():
    speakers = next(chart for chart in charts([article()]) if chart.title == "Statements by speaker")
    assert [(bar.whole, bar.size) for bar in speakers.bars] == [("Jan Kos", 2), ("Anna Maj", 1)]


def test_every_word_of_the_page_has_its_polish():
    words = html._words("pl")
    for name in ("report.html", "report.js"):
        for text in re.findall(r"""\bt\("([^"]+)"\)""", html._asset(name)):
            assert text in words, text
    for chart in charts([article()]):
        assert chart.title in words
    for kind in (annotations.Modality, annotations.Kind, annotations.Mode, records.EvidenceKind):
        assert set(get_args(kind)) <= set(words)


def test_the_page_speaks_polish():
    shown = html.page([article()], [], language="pl")
    assert '<html lang="pl">' in shown
    assert "Wypowiedzi według mówiących" in shown
    assert ">Overview<" not in shown


def test_an_empty_report_is_a_page():
    assert "documents: <strong>0<" in html.page([], [], "nic")


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a page made of findings; whatever the browser complains of fails the test."""
    complaints, contexts = [], []

    def open_(findings, view="", **settings):
        path = tmp_path / "report.html"
        path.write_text(page(*findings), encoding="utf-8")
        context = browser.new_context(**settings)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: complaints.append(request.url) if "file:" not in request.url[:5] else None)
        tab.goto(path.as_uri() + view)
        return tab

    yield open_
    for context in contexts:
        context.close()
    assert [each for each in complaints if not each.startswith("data:")] == []


def test_browser_shows_hostile_markup_as_text(opened):
    tab = opened([article(tail=HOSTILE)], "#documents/0")
    assert HOSTILE in tab.inner_text("#document .text")
    assert tab.title() == "Próba <b>raportu</b>"


def test_browser_filters_and_sorts_numbers(opened):
    tab = opened([article(0), article(1)], "#numbers")
    rows = tab.locator("#number-table tbody tr")
    assert rows.count() == 4
    tab.select_option("#number-unit", "PLN")
    assert rows.count() == 2
    tab.click("text=Value")
    assert "4 500 000 PLN" in rows.first.inner_text().replace("\N{NARROW NO-BREAK SPACE}", " ")
    tab.fill("#number-search", "nic takiego")
    assert rows.count() == 0
    assert tab.inner_text("#number-count") == "0 / 4"


def test_browser_goes_from_a_number_to_its_place(opened):
    tab = opened([article(0), article(1)], "#numbers")
    tab.click("#number-table tbody tr:nth-child(4) td:nth-child(3) a")
    assert tab.inner_text("#document h3 >> nth=0") == "Runęła kładka w Zarzeczu (1)"
    assert tab.inner_text("#document .on") == "3,5 mln zł"
    assert "4500000" in tab.inner_text("#details")


def test_browser_lists_what_a_speaker_said(opened):
    tab = opened([article(0), article(1)], "#speakers/Jan%20Kos")
    assert tab.locator("#speaker blockquote").count() == 4


def test_browser_is_usable_by_keyboard(opened):
    tab = opened([article()], "#documents/0")
    tab.locator("#document [data-ids][tabindex]").first.focus()
    tab.keyboard.press("Enter")
    assert "Jan Kos" in tab.inner_text("#details")
    tab.keyboard.press("Escape")
    assert tab.is_hidden("#details")


@pytest.mark.parametrize("view", ["overview", "documents", "speakers", "numbers", "actors", "comparisons"])
def test_browser_fits_a_phone(opened, view):
    tab = opened([article(0), article(1)], f"#{view}", viewport={"width": 360, "height": 740}, color_scheme="dark")
    assert tab.is_visible(f"[data-view={view}]")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_browser_puts_disagreements_side_by_side(opened):
    tab = opened([article(0), article(1)], "#comparisons")
    tab.select_option("#comparison-verdict", "disagree")
    assert "disagree · 22 %" in tab.inner_text("#comparison-list")


def test_browser_holds_a_thousand_documents(opened):
    tab = opened([article(number) for number in range(1000)], "#numbers")
    assert tab.locator("#number-table tbody tr").count() == 200, "the rest comes on demand"
    tab.fill("#number-search", "kladka w zarzeczu (999)")
    assert tab.locator("#number-table tbody tr").count() == 2
    tab.click("nav >> text=Documents")
    assert tab.locator("#document-list li").count() == 200
