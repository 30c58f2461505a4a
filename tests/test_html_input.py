"""The article of a saved page, without what stands around it."""

import pytest

from nlp_claims.reading import documents

pytest.importorskip("trafilatura")

PAGE = """<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8"><title>Runęła kładka | Gazeta Powiatowa</title>
<meta property="og:title" content="Runęła kładka w Zarzeczu"><meta name="author" content="Ewa Wilk">
<meta property="article:published_time" content="2024-05-06T10:00:00+02:00"></head>
<body><nav><a href="/">Strona główna</a> <a href="/sport">Sport</a></nav>
<article><h1>Runęła kładka w Zarzeczu</h1>
<p>Co najmniej 12 osób zostało rannych, gdy w sobotę po południu zawaliła się kładka nad rzeką – podała straż.</p>
<p>– Usłyszeliśmy huk i konstrukcja runęła do wody – powiedział rzecznik Jan Kos. – Byliśmy tam po chwili – dodał.</p>
</article><div class="comments"><p>Ale wstyd!</p></div><footer>Wszelkie prawa zastrzeżone.</footer></body></html>
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "kładka.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_page_gives_its_article_and_metadata(page):
    (document,) = documents.read([str(page)])
    assert document.text.startswith("Runęła kładka w Zarzeczu\n\nCo najmniej 12 osób")
    assert document.text.endswith("– dodał.")
    assert "Sport" not in document.text
    assert "wstyd" not in document.text
    assert document.meta == {"title": "Runęła kładka w Zarzeczu", "author": "Ewa Wilk", "date": "2024-05-06"}


def test_folder_of_pages_is_read_when_asked_for(page):
    (page.parent / "a.txt").write_text("tekst", encoding="utf-8")
    assert [document.id for document in documents.read([str(page.parent)])] == [str(page.parent / "a.txt")]
    assert [document.id for document in documents.read([str(page.parent)], format="html")] == [str(page)]


@pytest.mark.parametrize("data", [b"", b"<p>", b"\x00\xff\xfe", b"<html><body></body></html>"])
def test_page_without_an_article_is_an_error_in_its_place(tmp_path, data):
    path = tmp_path / "x.html"
    path.write_bytes(data)
    (document,) = documents.read([str(path)], skip_errors=True)
    assert document.text == ""
    assert document.error
