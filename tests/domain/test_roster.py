"""Names as people write them, and when two rows are the same person."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.roster import (
    NAME_LIMIT,
    Attendee,
    by_name,
    clean_name,
    fold_name,
    likeness,
    name_order,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana   Ruiz ", "Ana Ruiz"),
        ("Ana\u200bRuiz", "AnaRuiz"),
        ("\ufeffAna Ruiz", "Ana Ruiz"),
        ("Ana\u00a0Ruiz\n", "Ana Ruiz"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ana\u200dRuiz", "AnaRuiz"),
        ("\u202eRuiz", "Ruiz"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ],
)
def test_a_name_is_kept_as_written_without_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@given(st.text(max_size=NAME_LIMIT))
def test_a_cleaned_name_is_clean(text: str) -> None:
    once = clean_name(text)
    assert clean_name(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert len(clean_name(text * 9)) <= NAME_LIMIT


def test_names_are_compared_without_accents_case_and_punctuation() -> None:
    assert fold_name("O’Neill-García, José") == fold_name("o neill garcia  JOSE")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Ana Ruiz", "a@x.org"), ("A. Ruiz-Vega", "A@X.org "), "same"),
        (("Ana Ruiz", "a@x.org"), ("Luis Ruiz", "a@x.org"), "maybe"),
        (("Ana Ruiz", ""), ("ana  rúiz", ""), "same"),
        (("Ana Ruiz", "a@x.org"), ("Ana Ruiz", ""), "same"),
        (("Ana Ruiz", "a@x.org"), ("Ana Ruiz", "b@x.org"), "maybe"),
        (("Ana Ruiz", ""), ("A. Ruiz", ""), "maybe"),
        (("Ana Ruiz", ""), ("Ana Vega", ""), "new"),
        (("Ruiz", ""), ("R", ""), "new"),
        (("Ana Ruiz", ""), ("Ana-Ruiz", ""), "same"),
        (("Nguyễn Văn An", ""), ("Nguyễn Văn Ân", ""), "maybe"),
        (("Nguyễn Văn Ân", ""), ("Nguyen Van An", ""), "same"),
        (("सीमा", ""), ("सोमा", ""), "new"),
        (("สมหญิง ใจดี", ""), ("สมหญง ใจด", ""), "new"),
        (("さき", ""), ("さぎ", ""), "new"),
        (("علی\u200cرضا", ""), ("علیرضا", ""), "same"),
        (("!!!", ""), ("???", ""), "new"),
        (("🙂", ""), ("🙂", ""), "same"),
    ],
)
def test_two_rows_are_the_same_person_may_be_or_are_not(
    one: tuple[str, str], other: tuple[str, str], expected: str
) -> None:
    first, second = Attendee("1", *one), Attendee("2", *other)
    assert likeness(first, second) == expected
    assert likeness(second, first) == expected


def test_people_stand_where_their_plain_letters_stand_and_numbers_count() -> None:
    names = ["Zoë", "Łukasz", "Person 10", "Émile", "Ñuria", "Đorđe", "Person 2", "Søren", "Ægir"]
    names += ["Öykü", "Sofia", "Zed", "Norma", "Lucía", "Luz", "Oyzum", "Emil", "Diana", "Dušan"]
    assert [p.name for p in by_name(Attendee(str(at), name) for at, name in enumerate(names))] == [
        *("Ægir", "Diana", "Đorđe", "Dušan", "Emil", "Émile", "Lucía", "Łukasz", "Luz", "Norma"),
        *("Ñuria", "Öykü", "Oyzum", "Person 2", "Person 10", "Sofia", "Søren", "Zed", "Zoë"),
    ]


@pytest.mark.parametrize(
    ("typed", "named"), [("lukasz", "Łukasz"), ("DORDE", "Đorđe"), ("aegir", "Ægir")]
)
def test_who_types_plain_letters_finds_who_is_written_with_a_stroke(typed: str, named: str) -> None:
    assert fold_name(typed) == fold_name(named)


_NAMES = st.one_of(st.text(max_size=12), st.from_regex(r"\A[A-Zł]{1,3} [0-9²٣]{1,5}\Z"))


@given(st.lists(_NAMES), st.randoms(use_true_random=False))
def test_one_list_of_people_has_one_order_however_it_came(
    names: list[str], shuffle: Random
) -> None:
    people = [Attendee(str(at), name) for at, name in enumerate(names)]
    mixed = list(people)
    shuffle.shuffle(mixed)
    assert by_name(mixed) == by_name(people)


@given(st.text("abcłø é", max_size=6), st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_smaller_number_after_the_same_words_comes_first(words: str, one: int, two: int) -> None:
    ordered = sorted((f"{words} {one}", f"{words} {two}"), key=name_order)
    assert ordered == [f"{words} {min(one, two)}", f"{words} {max(one, two)}"]
