"""A table becomes people: columns are guessed, rows are compared with who is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.roster_import import (
    Columns,
    guess_columns,
    is_heading,
    new_ids,
    plan_import,
)

NAME_MAIL = Columns(name=0, email=1)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Name", "E-mail"), Columns(name=0, email=1)),
        (("Email Address", "Full name", "Role"), Columns(name=1, email=0, role=2)),
        (("Last Name", "First Name"), Columns(first=1, last=0)),
        (("Apellidos", "Nombre", "Correo electrónico"), Columns(first=1, last=0, email=2)),
        (("Vorname", "Nachname"), Columns(first=0, last=1)),
        (("#", "Participant", "License number"), Columns(name=1, license=2)),
        (("First name", "Company"), Columns(name=0)),
        (("NAME", "TITLE"), Columns(name=0, role=1)),
    ],
)
def test_columns_are_known_by_their_headings(headers: tuple[str, ...], expected: Columns) -> None:
    assert guess_columns(headers, []) == expected
    assert is_heading(headers)


def test_without_headings_an_address_is_the_email_and_the_first_words_are_the_name() -> None:
    rows = [("1", "ana@x.org", "Ana Ruiz"), ("2", "", "Bao Tran")]
    headers = ("Column 1", "Column 2", "Column 3")
    assert guess_columns(headers, rows) == Columns(name=2, email=1)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([("Ana", "Ruiz"), ("Bao", "Tran")], ["Ana Ruiz", "Bao Tran"]),
        ([("Ana", "O’Neill-Ruiz", "a@x.org")], ["Ana O’Neill-Ruiz"]),
        ([("Ana", "Nurse"), ("Bao", "Nurse"), ("Chidi", "Parent")], ["Ana", "Bao", "Chidi"]),
        ([("Ana Ruiz", "Nurse"), ("Bao Tran", "Parent")], ["Ana Ruiz", "Bao Tran"]),
    ],
)
def test_without_headings_two_columns_of_single_words_are_first_and_last_names(
    rows: list[tuple[str, ...]], names: list[str]
) -> None:
    columns = guess_columns(("Column 1", "Column 2"), rows)
    assert [row.attendee.name for row in plan_import(rows, columns, ())] == names


def test_nothing_that_could_be_a_name_is_not_usable() -> None:
    assert not guess_columns(("Column 1",), [("1",), ("2",)]).usable


@pytest.mark.parametrize(
    ("headers", "row", "whole"),
    [
        (("Name", "Vorname"), ("Müller", "Eva"), "Eva Müller"),
        (("First name", "Name"), ("Eva", "Müller"), "Eva Müller"),
        (("Name", "Surname"), ("Eva", "Müller"), "Eva Müller"),
        (("Full name", "First name"), ("Eva Müller", "Eva"), "Eva Müller"),
        (("Last", "Name"), ("Müller", "Eva Müller"), "Eva Müller"),
        (("First", "Last", "Display name"), ("Eva", "Müller", "evchen"), "Eva Müller"),
        (("Surname", "Company"), ("Müller", "Harbor"), "Müller"),
    ],
)
def test_a_name_beside_a_part_of_it_is_read_as_it_was_meant(
    headers: tuple[str, ...], row: tuple[str, ...], whole: str
) -> None:
    (planned,) = plan_import([row], guess_columns(headers, [row]), ())
    assert planned.attendee.name == whole


def test_first_and_last_names_are_put_together() -> None:
    (row,) = plan_import([("Ruiz", "Ana")], Columns(first=1, last=0), ())
    assert row.attendee.name == "Ana Ruiz"


def test_a_list_of_last_names_first_is_turned_round() -> None:
    rows = [
        ("Ruiz, Ana",),
        ("Nguyễn,  Thị Ánh",),
        ("O’Neill-García , José",),
        ("Abe, Chidi",),
        ("Prince",),
    ]
    names = [row.attendee.name for row in plan_import(rows * 2, Columns(name=0), ())]
    assert names[:3] == ["Ana Ruiz", "Thị Ánh Nguyễn", "José O’Neill-García"]


@pytest.mark.parametrize("title", ["LMHC", "Ph.D.", "MD", "PhD", "Jr.", "III", "IMH-E", "RN BSN"])
def test_credentials_after_a_comma_stay_there(title: str) -> None:
    rows = [(f"Ana Ruiz, {title}",), (f"Bao Tran, {title}",)]
    names = [row.attendee.name for row in plan_import(rows, Columns(name=0), ())]
    assert names == [f"Ana Ruiz, {title}", f"Bao Tran, {title}"]


def test_one_name_with_a_comma_is_left_as_it_is() -> None:
    rows = [("Ana Ruiz",), ("Bao Tran, second row",), ("Chidi Abe",)]
    names = [row.attendee.name for row in plan_import(rows, Columns(name=0), ())]
    assert names[1] == "Bao Tran, second row"


def test_each_row_is_new_here_asked_or_blank() -> None:
    here = Attendee("a7", "Ana Ruiz", "ana@x.org")
    rows = [
        ("Bao Tran", ""),
        ("ana ruiz", ""),
        ("A. Ruiz", ""),
        ("  ", "nobody@x.org"),
        ("Ana Ruiz", "other@x.org"),
    ]
    planned = plan_import(rows, NAME_MAIL, (here,))
    assert [row.verdict for row in planned] == ["new", "here", "ask", "blank", "ask"]
    assert planned[1].other == here
    assert planned[2].other == here


def test_a_person_listed_twice_comes_once() -> None:
    planned = plan_import([("Ana Ruiz", ""), ("Ana Ruiz", "")], NAME_MAIL, ())
    assert [row.verdict for row in planned] == ["new", "here"]
    assert planned[1].other == planned[0].attendee


def test_a_mail_shared_by_an_office_makes_nobody_vanish() -> None:
    rows = [("Ana Ruiz", "office@x.org"), ("Bao Tran", "office@x.org")]
    assert [row.verdict for row in plan_import(rows, NAME_MAIL, ())] == ["new", "ask"]


def test_an_initial_meets_the_full_name_whichever_came_first() -> None:
    for rows in ([("A Ruiz", ""), ("Ana Ruiz", "")], [("Ana Ruiz", ""), ("A Ruiz", "")]):
        assert [row.verdict for row in plan_import(rows, NAME_MAIL, ())] == ["new", "ask"]


def test_short_rows_and_invisible_letters_are_no_trouble() -> None:
    planned = plan_import([("Ana\u200b Ruiz",), ()], NAME_MAIL, ())
    assert [row.verdict for row in planned] == ["new", "blank"]
    assert planned[0].attendee.name == "Ana Ruiz"


def test_new_ids_are_nobodys() -> None:
    ids = new_ids((Attendee("a4", "x"), Attendee("walk", "y"), Attendee("a2", "z")))
    assert [next(ids), next(ids)] == ["a5", "a6"]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=30))
def test_every_row_gets_a_verdict_and_everybody_new_an_id_of_their_own(
    rows: list[tuple[str, str]],
) -> None:
    planned = plan_import(rows, NAME_MAIL, ())
    coming = [row.attendee.id for row in planned if row.verdict in ("new", "ask")]
    assert len(planned) == len(rows)
    assert len(set(coming)) == len(coming)
    assert all(row.attendee.name for row in planned if row.verdict != "blank")


def test_planning_the_same_list_again_brings_nobody_new() -> None:
    rows = [(f"Person {number}", f"p{number}@x.org") for number in range(5000)]
    first = plan_import(rows, NAME_MAIL, ())
    again = plan_import(rows, NAME_MAIL, [row.attendee for row in first])
    assert {row.verdict for row in first} == {"new"}
    assert {row.verdict for row in again} == {"here"}
