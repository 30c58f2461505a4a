"""The choice of a pipeline: which, why, and what is refused."""

import pytest
import spacy

from nlp_claims import models


def test_what_is_asked_for_wins(monkeypatch):
    monkeypatch.setenv(models.VARIABLE, "other")
    assert models.choose("mine") == models.Choice("mine", "asked for")


def test_environment_comes_next(monkeypatch):
    monkeypatch.setenv(models.VARIABLE, "other")
    assert models.choose() == models.Choice("other", f"from {models.VARIABLE}")


def test_reference_pipeline_is_used_where_installed(monkeypatch):
    monkeypatch.delenv(models.VARIABLE, raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert models.choose() == models.Choice(models.REFERENCE, "installed")


def test_bundled_pipeline_is_the_last_resort_and_says_why(monkeypatch):
    monkeypatch.delenv(models.VARIABLE, raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    choice = models.choose()
    assert choice.name == str(models.BUNDLED)
    assert models.REFERENCE in choice.why


def test_pipeline_without_annotation_is_refused_with_the_whole_list():
    nlp = spacy.blank("pl")
    nlp.add_pipe("tagger")
    lacking = " ".join(models.problems(nlp))
    assert "parser" in lacking
    assert "ner" in lacking
    assert "tagger" not in lacking


def test_pipeline_of_another_language_is_refused():
    assert models.problems(spacy.blank("en")) == ["it is for language 'en', not Polish"]


def test_unknown_pipeline_names_itself_and_the_way_out():
    with pytest.raises(models.ModelError, match=r"no_such_pipeline.*\n.*--model"):
        models.load(models.Choice("no_such_pipeline", "asked for"))


def test_folder_that_is_not_polish_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(models.ModelError, match="not Polish"):
        models.load(models.Choice(str(tmp_path / "en"), "asked for"))
