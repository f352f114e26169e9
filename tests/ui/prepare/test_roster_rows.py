from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.roster_import import Columns, plan_import
from imhtrainer.ui.prepare.rows import (
    ImportCount,
    count_import,
    find_rows,
    preview_rows,
    roster_rows,
    to_add,
)

ROSTER = (
    Attendee("a1", "Zoë Ávila", "zoe@example.org"),
    Attendee("a2", "G. Fleur"),
    Attendee("a3", "Claudette Pierre", "c.pierre@example.org"),
)
LIST = (
    ("Adaeze Okonkwo", "adaeze@example.org"),
    ("Claudette Pierre", "c.pierre@example.org"),
    ("Guerline Fleur", "gsf@example.org"),
    ("", "nobody@example.org"),
)
PLAN = plan_import(LIST, Columns(name=0, email=1), ROSTER)


def test_the_roster_is_in_the_order_of_names_without_accents() -> None:
    assert [row.attendee.name for row in roster_rows(ROSTER)] == [
        "Claudette Pierre",
        "G. Fleur",
        "Zoë Ávila",
    ]


def test_an_import_stands_among_the_roster_with_its_question_under_the_asked_person() -> None:
    rows = preview_rows(ROSTER, PLAN, {})
    assert [(row.attendee.name, row.standing) for row in rows] == [
        ("Adaeze Okonkwo", "add"),
        ("Claudette Pierre", "here"),
        ("G. Fleur", "on"),
        ("Guerline Fleur", "ask"),
        ("Guerline Fleur", "question"),
        ("Zoë Ávila", "on"),
    ]


def test_what_add_would_do_is_counted() -> None:
    assert count_import(PLAN, {}) == ImportCount(new=1, asked=1, here=1, blank=1)


def test_two_people_brings_the_asked_person_in() -> None:
    assert [p.name for p in to_add(PLAN, {2: "two"})] == ["Adaeze Okonkwo", "Guerline Fleur"]
    assert count_import(PLAN, {2: "two"}) == ImportCount(new=2, asked=0, here=1, blank=1)


def test_the_same_person_is_kept_once() -> None:
    rows = preview_rows(ROSTER, PLAN, {2: "same"})
    assert ("Guerline Fleur", "ask") not in [(r.attendee.name, r.standing) for r in rows]
    assert ("G. Fleur", "here") in [(r.attendee.name, r.standing) for r in rows]


def test_names_are_found_without_their_accents_and_by_mail() -> None:
    rows = roster_rows(ROSTER)
    assert [row.attendee.id for row in find_rows(rows, "avila")] == ["a1"]
    assert [row.attendee.id for row in find_rows(rows, "c.pierre@")] == ["a3"]
