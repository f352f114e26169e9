from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.slugs import complete_ids, slug


def test_a_slug_is_the_title_in_lower_case_with_hyphens() -> None:
    assert slug("What do babies need, on day 1?") == "what-do-babies-need-on-day-1"
    assert slug("Café – “Élan”") == "cafe-elan"


def test_other_scripts_keep_their_letters_and_vowel_signs() -> None:
    assert slug("शिशु मन") == "शिशु-मन"
    assert slug("صحة الرضع") == "صحة-الرضع"


def test_a_missing_id_is_the_slug_and_repeats_are_numbered() -> None:
    assert complete_ids(["", "", "", ""], ["Look", "Look", "Look", "?"], "slide") == [
        "look",
        "look-2",
        "look-3",
        "slide",
    ]


def test_a_given_id_is_never_taken_by_a_derived_one() -> None:
    assert complete_ids(["", "look"], ["Look", "Other"], "slide") == ["look-2", "look"]


@given(st.lists(st.text(max_size=5), max_size=30))
def test_derived_ids_are_unique(titles: list[str]) -> None:
    ids = complete_ids([""] * len(titles), titles, "slide")
    assert len(set(ids)) == len(titles)
    assert all(ids)


def test_a_new_slide_at_the_end_changes_no_other_id() -> None:
    titles = ["Look", "Wait", "Look"]
    before = complete_ids([""] * 3, titles, "slide")
    assert complete_ids([""] * 4, [*titles, "Wait"], "slide")[:3] == before
