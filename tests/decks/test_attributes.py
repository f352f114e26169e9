import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.decks.attributes import Attributes, Fields, read_attributes, split_attributes
from imhtrainer.decks.problem import Findings

names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
values = st.text(st.characters(exclude_characters='"', exclude_categories=["Cs", "Cc"]), min_size=1)
given_attributes = st.builds(
    Attributes,
    id=st.one_of(st.just(""), names),
    classes=st.lists(names, max_size=3).map(tuple),
    values=st.lists(
        st.tuples(names, st.one_of(st.just(""), values)), max_size=4, unique_by=lambda pair: pair[0]
    ).map(tuple),
)


def written(attributes: Attributes) -> str:
    parts = [f"#{attributes.id}"] if attributes.id else []
    parts += [f".{name}" for name in attributes.classes]
    parts += [f'{key}="{value}"' if value else key for key, value in attributes.values]
    return "{" + " ".join(parts) + "}"


def read(text: str) -> tuple[Attributes, list[str]]:
    findings = Findings("deck.md")
    attributes = read_attributes(text, 7, findings)
    return attributes, [problem.message for problem in findings.problems]


@given(given_attributes)
def test_attributes_come_back_as_they_were_written(attributes: Attributes) -> None:
    title, inside = split_attributes(f"A {{strange}} title {written(attributes)}")
    assert title == "A {strange} title"
    assert inside is not None
    assert read(inside) == (attributes, [])


@given(st.text(alphabet='{}"#.= ab“\n'))
def test_any_text_in_braces_is_read_or_reported(text: str) -> None:
    split_attributes(text)
    read(text)


def test_a_title_without_braces_has_no_attributes() -> None:
    assert split_attributes("Plain title ") == ("Plain title", None)


def test_a_brace_inside_quotes_does_not_open_the_attributes() -> None:
    assert split_attributes('Title {short="a { b"}') == ("Title", 'short="a { b"')


def test_a_closing_brace_alone_belongs_to_the_title() -> None:
    assert split_attributes("Odd }") == ("Odd }", None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#one #two", "There are two ids, #one and #two: keep one."),
        ("minutes=", "“minutes=” has no value"),
        ("minutes=1 minutes=2", "“minutes” is given twice"),
        ("short=“Day”", "straight quotes"),
        ('short="Day', "Cannot read the attributes from here"),
        ("=3", "Cannot read the attributes from here: =3"),
        ("#a/b", "is no id"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, message: str) -> None:
    assert message in read(text)[1][0]


def fields(text: str) -> Fields:
    findings = Findings("deck.md")
    return Fields(read_attributes(text, 7, findings), 7, findings)


def test_an_unknown_attribute_names_the_nearest_known_one() -> None:
    reading = fields("layuot=text")
    reading.only("a slide", ("layout", "build"))
    assert [str(problem) for problem in reading.findings.problems] == [
        "deck.md:7: Unknown attribute “layuot” on a slide: did you mean “layout”?"
    ]


def test_an_unknown_class_is_reported() -> None:
    reading = fields(".chekpoint")
    reading.only("a slide", (), ("checkpoint",))
    assert "did you mean “checkpoint”?" in reading.findings.problems[0].message


def test_values_have_types() -> None:
    reading = fields('minutes=2.5 point=3 optional short="Two words" layout=text')
    assert reading.number("minutes", 1) == 2.5
    assert reading.point() == 3
    assert reading.flag("optional")
    assert reading.words("short") == "Two words"
    assert reading.one_of("layout", ("text",), "") == "text"
    assert not reading.findings.problems


@pytest.mark.parametrize(
    "text", ["minutes=0", "minutes=-1", "minutes=two", "minutes=1e3", "minutes=NaN", "minutes"]
)
def test_minutes_are_a_number_above_0(text: str) -> None:
    reading = fields(text)
    assert reading.number("minutes", 1.0) == 1.0
    assert "is not a number above 0" in reading.findings.problems[0].message


@pytest.mark.parametrize("text", ["point=0", "point=6", "point=12", "point=x"])
def test_there_are_five_points(text: str) -> None:
    reading = fields(text)
    assert reading.point() == 0
    assert "not one of the five points" in reading.findings.problems[0].message


def test_a_flag_takes_no_value() -> None:
    reading = fields("optional=yes")
    assert reading.flag("optional")
    assert "write optional alone" in reading.findings.problems[0].message
