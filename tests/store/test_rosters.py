"""Rosters as they really come: encodings, separators, quotes, workbooks, and what is no roster."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from imhtrainer.domain.errors import RosterError, StoreError
from imhtrainer.domain.roster_import import guess_columns, plan_import
from imhtrainer.store.rosters import MOST_ROWS, read_pasted, read_roster_file

PEOPLE = (("José García", "jose@x.org"), ("Zoë Müller", "zoe@x.org"))


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "roster.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_usual_encoding_and_separator_is_read(
    encoding: str, read_as: str, separator: str, tmp_path: Path
) -> None:
    lines = [separator.join(row) for row in (("Name", "Email"), *PEOPLE)]
    table = read_roster_file(written(tmp_path, "\r\n".join(lines), encoding))
    assert table.headers == ("Name", "Email")
    assert table.rows == PEOPLE
    assert table.encoding == read_as


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1251", ("Ольга Петрова", "Иван Смирнов")),
        ("cp1250", ("Łukasz Wójcik", "Žofie Dvořáková")),
        ("cp1256", ("محمد علي", "فاطمة الزهراء")),
        ("shift_jis", ("山田太郎", "鈴木花子", "さとう ゆい", "タナカ ケン")),
    ],
)
def test_other_old_encodings_are_recognised(
    encoding: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    text = "Name;Email\n" + "".join(f"{name};a@x.org\n" for name in names * 3)
    table = read_roster_file(written(tmp_path, text, encoding))
    assert tuple(row[0] for row in table.rows[: len(names)]) == names


def test_the_facilitator_may_choose_the_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "Name\nИван\n", "koi8-r")
    assert read_roster_file(path, encoding="koi8-r").rows == (("Иван",),)
    with pytest.raises(RosterError, match="is not text in utf-8"):
        read_roster_file(path, encoding="utf-8")
    with pytest.raises(RosterError, match="is not text in nonsense"):
        read_roster_file(path, encoding="nonsense")


def test_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    text = 'Name,Role\n"Ruiz, Ana","the ""new"" nurse"\n"Bao\nTran",x\n'
    table = read_roster_file(written(tmp_path, text))
    assert table.rows == (("Ruiz, Ana", 'the "new" nurse'), ("Bao\nTran", "x"))


def test_blank_rows_are_left_out_and_short_rows_filled_up(tmp_path: Path) -> None:
    text = "\n\nName,Email,Role\n\nAna\n , ,\nBao,b@x.org\n\n"
    table = read_roster_file(written(tmp_path, text))
    assert table.rows == (("Ana", "", ""), ("Bao", "b@x.org", ""))


def test_a_list_without_headings_gets_made_up_ones(tmp_path: Path) -> None:
    table = read_roster_file(written(tmp_path, "Ana Ruiz,a@x.org\nBao Tran,b@x.org\n"))
    assert table.headers == ("Column 1", "Column 2")
    assert len(table.rows) == 2


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    text = "Registrations for November 21\nExported by Ana\n\nName;Email\nBao;b@x.org\n"
    table = read_roster_file(written(tmp_path, text))
    assert table.headers == ("Name", "Email")
    assert table.rows == (("Bao", "b@x.org"),)


def test_names_with_commas_under_one_heading_stay_in_one_column(tmp_path: Path) -> None:
    table = read_roster_file(written(tmp_path, "Name\nRuiz, Ana\nTran, Bao\n"))
    assert table.rows == (("Ruiz, Ana",), ("Tran, Bao",))


def test_one_name_a_line_is_a_roster() -> None:
    table = read_pasted("Ana Ruiz\nBao Tran\n\nJosé García\n")
    assert [row[0] for row in table.rows] == ["Ana Ruiz", "Bao Tran", "José García"]


def test_cells_pasted_from_a_spreadsheet_are_read() -> None:
    table = read_pasted("Name\tEmail\nRuiz, Ana\ta@x.org\n")
    assert table.rows == (("Ruiz, Ana", "a@x.org"),)


def test_a_formula_looking_name_is_text(tmp_path: Path) -> None:
    text = "Name,Email\n=cmd|' /C calc'!A0,a@x.org\n"
    assert read_roster_file(written(tmp_path, text)).rows[0][0] == "=cmd|' /C calc'!A0"


def test_zero_width_characters_do_not_make_a_second_person(tmp_path: Path) -> None:
    table = read_roster_file(written(tmp_path, "Name\nAna Ruiz\nAna\u200b Ruiz\u2060\n"))
    planned = plan_import(table.rows, guess_columns(table.headers, table.rows), ())
    assert [row.verdict for row in planned] == ["new", "here"]


def test_five_thousand_rows_are_read_and_planned(tmp_path: Path) -> None:
    lines = "".join(f"Person Ñ{n},p{n}@x.org\n" for n in range(5000))
    table = read_roster_file(written(tmp_path, "Name,Email\n" + lines, "cp1252"))
    planned = plan_import(table.rows, guess_columns(table.headers, table.rows), ())
    assert {row.verdict for row in planned} == {"new"}
    assert len(planned) == 5000


def test_a_workbooks_sheet_is_read_as_text(tmp_path: Path) -> None:
    sheets: dict[str, list[tuple[object, ...]]] = {
        "Notes": [],
        "People": [("Name", "License"), ("Ana Ruiz", 12345), (None, None), ("Bao", 1.5)],
        "Others": [("Name",), ("Zoë",)],
    }
    path = workbook(tmp_path / "roster.xlsx", sheets)
    table = read_roster_file(path)
    assert (table.sheet, table.sheets) == ("People", ("Notes", "People", "Others"))
    assert table.rows == (("Ana Ruiz", "12345"), ("Bao", "1.5"))
    assert read_roster_file(path, sheet="Others").rows == (("Zoë",),)
    with pytest.raises(RosterError, match="has no sheet “Else”"):
        read_roster_file(path, sheet="Else")


def test_a_workbook_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "roster.csv", {"People": [("Name",), ("Ana",)]})
    assert read_roster_file(path).rows == (("Ana",),)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no names"),
        (b"\n\n  \n", "holds no names"),
        (b"PK\x03\x04 and no zip", "no readable Excel workbook"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old or protected Excel file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "no text table"),
        (b'Name,Email\n"Ana,a@x.org\n' + b"Bao,b@x.org\n" * 400, "never closed"),
        (b"Name\n" + b"Ana\n" * (MOST_ROWS + 1), "Split the list"),
        (bytes(20_000_001), "larger than 20 MB"),
    ],
)
def test_what_is_no_roster_is_refused_with_what_to_do(
    content: bytes, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(content)
    with pytest.raises(RosterError, match=words):
        read_roster_file(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such place"):
        read_roster_file(tmp_path / "none.csv")
