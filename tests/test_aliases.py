"""Which names mean one actor."""

import time

from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.actors.aliases import fold, without_country
from nlp_claims.actors.merging import Named, merge
from nlp_claims.actors.slips import near


def groups(*names: Named) -> list[set[str]]:
    found: dict[int, set[str]] = {}
    for name, group in zip(names, merge(names), strict=True):
        found.setdefault(group, set()).add(name.base)
    return list(found.values())


def people(*bases: str) -> list[set[str]]:
    return groups(*(Named(base, "person") for base in bases))


def bodies(*bases: str) -> list[set[str]]:
    return groups(*(Named(base, "organization") for base in bases))


def test_a_surname_means_the_full_name() -> None:
    assert people("Anna Wrzosek", "Wrzosek") == [{"Anna Wrzosek", "Wrzosek"}]


def test_two_people_with_one_surname_stay_two() -> None:
    assert people("Jan Wrzosek", "Piotr Wrzosek") == [{"Jan Wrzosek"}, {"Piotr Wrzosek"}]


def test_a_surname_of_two_means_the_one_named_last() -> None:
    names = [Named(base, "person") for base in ("Jan Wrzosek", "Wrzosek", "Piotr Wrzosek", "Wrzosek")]
    assert merge(names) == [0, 0, 2, 2]


def test_gender_tells_the_spouses_apart() -> None:
    names = [Named("Jan Nowak", "person", "m"), Named("Ewa Nowak", "person", "f"), Named("Nowak", "person", "m")]
    assert merge(names)[2] == 0


def test_an_initial_means_the_given_name() -> None:
    assert people("Donata Lis", "D. Lis") == [{"Donata Lis", "D. Lis"}]


def test_an_acronym_means_its_expansion() -> None:
    assert bodies("Krajowa Izba Rzemiosła", "KIR") == [{"Krajowa Izba Rzemiosła", "KIR"}]


def test_brackets_define_an_acronym_of_another_language() -> None:
    names = (Named("Światowa Federacja Garncarzy", "organization"), Named("WPF", "organization", expands=0))
    assert len(groups(*names)) == 1


def test_the_table_of_aliases_merges_what_the_document_has() -> None:
    assert groups(Named("Wielka Brytania", "place"), Named("W. Brytania", "place")) == [
        {"Wielka Brytania", "W. Brytania"}
    ]


def test_the_head_alone_means_the_full_name() -> None:
    assert bodies("Komisja Europejska", "Komisja") == [{"Komisja Europejska", "Komisja"}]


def test_a_daughter_company_is_another_actor() -> None:
    assert bodies("Wizz Air", "Wizz Air UK") == [{"Wizz Air"}, {"Wizz Air UK"}]


def test_a_known_company_is_not_the_one_that_has_its_name_and_another_word() -> None:
    assert bodies("Ryanair", "Ryanair Sun") == [{"Ryanair"}, {"Ryanair Sun"}]
    assert bodies("Facebook", "Facebook Inc") == [{"Facebook", "Facebook Inc"}]


def test_a_foundation_may_go_by_its_own_word() -> None:
    assert bodies("Fundacja Lumivera", "Lumivera") == [{"Fundacja Lumivera", "Lumivera"}]
    assert bodies("Rada UE", "UE") == [{"Rada UE"}, {"UE"}]


def test_a_country_before_a_court_makes_no_other_court() -> None:
    assert bodies("Sąd Najwyższy", "Pakistański Sąd Najwyższy") == [{"Sąd Najwyższy", "Pakistański Sąd Najwyższy"}]
    assert bodies("Agencja Prasowa", "Nowa Agencja Prasowa") == [{"Agencja Prasowa"}, {"Nowa Agencja Prasowa"}]
    assert without_country(fold("Polska Press")) == fold("Polska Press"), "two words are a name"


def test_men_of_one_surname_and_two_second_names_stay_two() -> None:
    assert people("Maulana Sami-ul-Hak", "Maulana Rafi-ul-Hak") == [{"Maulana Sami-ul-Hak"}, {"Maulana Rafi-ul-Hak"}]


def test_one_letter_is_a_slip_only_in_long_words() -> None:
    assert near("verhofstadt", "vershofstadt", 5)
    assert not near("iran", "irak", 5)


def test_a_slip_in_a_surname_alone_means_the_full_name() -> None:
    assert people("Guy Verhofstadt", "Vershofstadt") == [{"Guy Verhofstadt", "Vershofstadt"}]


def test_slips_are_one_letter_lost_added_or_changed_after_the_first() -> None:
    one = "Bank Gospodarki Wodnej"
    assert len(bodies(one, "Bank Gospodarka Wodnej")) == 2, "both have words of the dictionary"
    for written in ("Tehreek Labaik", "Tehreek Labbbaik", "Tehreek Lebbaik", "Tehreek Labbaikk"):
        assert bodies("Tehreek Labbaik", written) == [{"Tehreek Labbaik", written}]
    assert len(bodies("Tehreek Labbaik", "Wehreek Labbaik")) == 2
    assert len(bodies("Tehreek Labbaik", "Tehreek Laibak")) == 2


def _seconds(size: int) -> float:
    # surnames and one-word names that all differ, of one length and beginning
    letters = "abcdefghij"
    words = ["K" + "".join(letters[int(digit)] for digit in f"{number * 7919 % 10**8:08}") for number in range(size)]
    names = [Named(f"Anna {word}", "person") for word in words[::2]] + [Named(word, "person") for word in words[1::2]]
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        merge(names)
        best = min(best, time.process_time() - began)
    return best


def test_twice_the_names_take_no_more_than_some_twice_the_time() -> None:
    _seconds(4000)  # the caches of words are warm
    small, middle, great = (_seconds(size) for size in (1000, 2000, 4000))
    assert middle / small < 3
    assert great / middle < 3


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["person", "organization", "place"])), max_size=12))
def test_every_mention_belongs_to_an_earlier_or_its_own_group(names: list[tuple[str, str]]) -> None:
    found = merge([Named(base, kind) for base, kind in names])
    assert all(group <= index and found[group] == group for index, group in enumerate(found))
