"""The article in a saved web page: its text, and what the page says of itself."""

from typing import Any, NamedTuple

_FIELDS = ("title", "author", "date", "sitename", "url")


class Unreadable(Exception):  # noqa: N818 - a finding about the page, turned into an input error by the reader
    """No article in the page, or nothing to find it with; the message says which."""


class Article(NamedTuple):
    """The text as paragraphs, one a line with a blank line between, and the page's own metadata."""

    text: str
    meta: dict[str, Any]


def read(page: bytes) -> Article:
    """Find the article of a page; menus, comments and advertisements are left out.

    Args:
        page: the HTML as it was saved, in any encoding that it declares.

    Raises:
        Unreadable: trafilatura is not installed, or the page has no article.
    """
    try:
        import trafilatura
    except ImportError:
        raise Unreadable("HTML needs trafilatura: pip install 'nlp-claims[html]'") from None
    try:
        found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    except Exception as error:  # a page can be broken in any way: it must not cost the others
        raise Unreadable(f"the page cannot be parsed ({error})") from error
    if found is None:
        raise Unreadable("no article found in the page")
    fields = found if isinstance(found, dict) else found.as_dict()
    text = "\n\n".join(line for line in (fields.get("text") or "").splitlines() if line.strip())
    if not text:
        raise Unreadable("no article found in the page")
    return Article(text, {name: fields[name] for name in _FIELDS if fields.get(name)})
