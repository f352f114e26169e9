"""The command line: what it prints, what it writes, and one line on stderr when it cannot."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import click
import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from imhtrainer import __version__
from imhtrainer.cli.group import commands
from imhtrainer.cli.main import main
from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.certificate import is_serial
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, Next, SignIn, StartSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.signing.badge import credential_holds
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.opening import open_journal
from tests.services.little_training import LITTLE, Clock
from tests.signing.test_seal import FACTS

Run = Callable[..., tuple[int, str, str]]
ROSTER = (
    "Name;Email\nJosé García;j@x.org\n;who@x.org\nNguyễn Thị Ánh;n@x.org\nJosé García;j@x.org\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IMHTRAINER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process: exit code, what it said, what it complained of."""

    def call(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        code = ended.value.code
        said = capsys.readouterr()
        return (code if isinstance(code, int) else 1), said.out, said.err

    return call


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return path


def certify(roster: Path, out: Path, *more: str) -> list[object]:
    base = ["certificates", roster, "--training", LITTLE, "--date", "2026-01-31"]
    return [*base, "--facilitator", "Ana Ruiz", "-o", out, *more]


def test_the_version_is_said(run: Run) -> None:
    assert run("--version") == (0, f"IMH Trainer, version {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "export",
        "print",
        "questions",
        "certificates",
        "correct",
        "revoke",
        "sessions",
        "session",
        "rehearse",
        "present",
    ],
)
def test_help_reads_well_with_an_example(command: str, run: Run) -> None:
    code, out, err = run(command, "--help")
    assert (code, err) == (0, "")
    assert command == "sessions" or f"\n    imhtrainer {command} " in out
    assert command in run("--help")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("check",),
        ("check", "no-such-deck"),
        ("export", "docx", LITTLE, "-o", "x"),
        ("export", "pdf", LITTLE),
        ("certificates", "none.csv", "--training", LITTLE),
        ("rehearse", LITTLE, "-o", "x", "--attendees", "0"),
        ("sessions", "--frob"),
    ],
)
def test_a_usage_error_is_one_line_and_exit_code_2(arguments: tuple[object, ...], run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("imhtrainer: ")
    assert err.count("\n") == 1


def test_a_sound_deck_is_said_to_be_sound(run: Run) -> None:
    code, out, err = run("check", LITTLE)
    assert (code, err) == (0, "")
    assert "is sound: 12 slides" in out


def test_every_problem_of_a_deck_is_a_line_with_path_and_number(run: Run) -> None:
    broken = LITTLE.parent / "broken"
    code, out, _ = run("check", broken)
    assert code == 1
    lines = out.splitlines()
    assert len(lines) > 3
    assert all(line.startswith(f"{broken / 'deck.md'}:") for line in lines)


def test_a_broken_deck_is_not_exported(run: Run, tmp_path: Path) -> None:
    code, out, err = run("export", "pdf", LITTLE.parent / "broken", "-o", tmp_path / "x.pdf")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "deck.md:" in err
    assert not (tmp_path / "x.pdf").exists()


def test_every_command_is_found_by_the_name_it_is_listed_with() -> None:
    context = click.Context(commands)
    found = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    assert [
        name for name, command in found.items() if command is None or command.name != name
    ] == []


def test_an_edited_powerpoint_file_is_looked_at_before_it_changes_its_deck(
    run: Run, tmp_path: Path
) -> None:
    deck, out = copytree(LITTLE, tmp_path / "deck"), tmp_path / "deck.pptx"
    run("export", "pptx", deck, "-o", out)
    assert run("import", "pptx", out, "-o", deck) == (0, "Nothing was changed.\n", "")
    opened: Any = Presentation(str(out))
    opened.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "Our plan"
    opened.save(str(out))
    before = (deck / "deck.md").read_text("utf-8")
    _, shown, _ = run("import", "pptx", out, "-o", deck)
    assert "-## What we do today\n+## Our plan {#what-we-do-today}\n" in shown
    assert "#what-we-do-today: title changed.\n" in shown
    assert shown.endswith("Nothing is written yet. Add --apply to change the deck.\n")
    assert (deck / "deck.md").read_text("utf-8") == before
    run("import", "pptx", out, "-o", deck, "--apply")
    assert "## Our plan {#what-we-do-today}" in (deck / "deck.md").read_text("utf-8")
    assert (deck / "deck.md.bak").read_text("utf-8") == before


def test_any_other_powerpoint_file_becomes_a_new_deck(run: Run, tmp_path: Path) -> None:
    made: Any = Presentation()
    made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = "Safe sleep"
    made.save(str(tmp_path / "any.pptx"))
    _, done, _ = run("import", "pptx", tmp_path / "any.pptx", "-o", tmp_path / "new")
    assert f"Made {tmp_path / 'new' / 'deck.md'}." in done
    assert read_deck(tmp_path / "new").slides[0].id == "safe-sleep"


def test_a_deck_is_exported_as_powerpoint_and_pdf(run: Run, tmp_path: Path) -> None:
    for kind in ("pptx", "pdf"):
        out = tmp_path / f"out.{kind}"
        assert run("export", kind, LITTLE, "-o", out)[0] == 0
        assert out.stat().st_size > 1000


def test_participants_get_an_edition_of_their_own(run: Run, tmp_path: Path) -> None:
    counts = []
    for edition in ("trainer", "participant"):
        out = tmp_path / f"{edition}.pptx"
        code, told, _ = run("export", "pptx", LITTLE, "-o", out, "--edition", edition)
        assert code == 0
        slides = Presentation(str(out)).slides
        assert f"{len(slides)} pages" in told
        counts.append((len(slides), sum(slide.has_notes_slide for slide in slides)))
    trainer, participant = counts
    assert trainer[0] > participant[0]
    assert trainer[1] > participant[1] == 0


@pytest.mark.parametrize("kind", ["handout", "workbook", "guide"])
def test_a_deck_is_printed_for_the_room_and_for_the_facilitator(
    kind: str, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / f"{kind}.pdf"
    code, said, err = run("print", kind, LITTLE, "--paper", "a4", "-o", out)
    assert (code, err) == (0, "")
    assert said.startswith(f"Wrote {out}: ")
    assert PdfReader(out).pages[0].mediabox.width == pytest.approx(595.3, abs=0.1)


def test_questions_of_another_program_come_into_a_deck(run: Run, tmp_path: Path) -> None:
    deck = tmp_path / "deck"
    copytree(LITTLE, deck)
    quiz = tmp_path / "quiz.txt"
    quiz.write_text("Which?\nA. One\nB. Two\nANSWER: B\n\nHalf\nA. x\n", encoding="utf-8")
    code, said, err = run("questions", "import", quiz, "--into", deck)
    assert (code, err) == (0, "")
    assert said.startswith("quiz.txt:6: Left out: ")
    assert f"Added 1 question to {deck / 'deck.md'}." in said
    assert "has no" not in said
    code, said, _ = run("questions", "import", quiz, "--into", deck, "--section", "nowhere")
    assert code == 1


def test_pictures_need_no_display(home: Path, tmp_path: Path) -> None:
    arguments = ["export", "png", str(LITTLE), "-o", str(tmp_path / "png"), "--width", "320"]
    subprocess.run([sys.executable, "-m", "imhtrainer", *arguments], env={}, check=True)
    pictures = sorted((tmp_path / "png").iterdir())
    assert len(pictures) == 13
    with Image.open(pictures[0]) as picture:
        assert picture.size == (320, 180)


def test_certificates_are_written_for_everybody_once(
    run: Run, roster: Path, tmp_path: Path
) -> None:
    out = tmp_path / "certificates.pdf"
    code, said, err = run(*certify(roster, out, "--hours", "1.25", "--paper", "a4"))
    assert (code, err) == (0, "")
    assert "2 certificates" in said
    assert "1 without a name left out" in said
    assert "“José García” is listed twice" in said
    texts = [page.extract_text() for page in PdfReader(out).pages]
    assert len(texts) == 2
    assert "José García" in texts[0]
    assert "1.25" in texts[0]


def test_one_certificate_is_one(run: Run, tmp_path: Path) -> None:
    alone = tmp_path / "roster.csv"
    alone.write_text("Ana Ruiz\n")
    assert run(*certify(alone, tmp_path / "c.pdf"))[1].count(": 1 certificate, recorded as") == 1


def test_a_roster_that_names_everybody_twice_gets_a_short_remark(run: Run, tmp_path: Path) -> None:
    double = tmp_path / "roster.csv"
    double.write_text("Name\n" + "".join(f"Person {n // 2}\n" for n in range(40)))
    said = run(*certify(double, tmp_path / "c.pdf"))[1]
    assert "20 certificates" in said
    assert said.count("listed twice") == 8
    assert said.endswith("; 12 more.\n")


def test_a_certificate_names_who_taught(run: Run, roster: Path, tmp_path: Path) -> None:
    code, _, err = run(*certify(roster, tmp_path / "c.pdf", "--facilitator", "  "))
    assert (code, err.count("\n")) == (2, 1)
    assert "--facilitator" in err


def test_letters_an_old_terminal_lacks_do_not_end_the_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "imhtrainer", "export", "pdf", LITTLE, "-o", tmp_path / "Ánh ế.pdf"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert b"nh \\u1ebf.pdf" in done.stdout


def test_running_again_gives_new_serials(run: Run, roster: Path, tmp_path: Path) -> None:
    serials: list[str] = []
    for number in range(2):
        out = tmp_path / f"{number}.pdf"
        run(*certify(roster, out))
        words = [word for page in PdfReader(out).pages for word in page.extract_text().split()]
        serials += [word for word in words if is_serial(word)]
    assert len(set(serials)) == 4


def test_a_rosters_certificates_come_by_name_whatever_its_order(
    run: Run, tmp_path: Path, home: Path
) -> None:
    roster, out = tmp_path / "list.csv", tmp_path / "all.pdf"
    roster.write_text("Name\nPerson 10\nPerson 2\nŁukasz Nowak\nLucía Paz\nLuz Ruiz\n", "utf-8")
    assert run(*certify(roster, out))[0] == 0
    words = [page.extract_text() for page in PdfReader(out).pages]
    names = ["Lucía Paz", "Łukasz Nowak", "Luz Ruiz", "Person 2", "Person 10"]
    assert [name for page in words for name in names if name in page] == names


def test_certificates_can_be_made_while_the_app_runs(
    run: Run, roster: Path, home: Path, tmp_path: Path
) -> None:
    folder = DataFolder(home)
    with folder.lock():
        journal = open_journal(folder.journal).journal
        assert run(*certify(roster, tmp_path / "c.pdf"))[0] == 0
        assert journal.reserve_serials(2026, 1)[0] == 3
        journal.close()


def test_an_unwritable_place_is_one_line_and_exit_code_1(
    run: Run, roster: Path, tmp_path: Path
) -> None:
    code, out, err = run(*certify(roster, roster / "c.pdf"))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "a file stands where a folder must be" in err


def test_a_name_no_font_has_is_said_before_anything_is_written(
    run: Run, home: Path, tmp_path: Path
) -> None:
    strange = tmp_path / "roster.csv"
    strange.write_text("Name\nAna Ruiz\n𓀀𓂀\n", "utf-8")
    code, _, err = run(*certify(strange, tmp_path / "c.pdf"))
    assert (code, err.count("\n")) == (1, 1)
    assert "𓀀" in err
    assert not (tmp_path / "c.pdf").exists()
    assert not (home / "journal.sqlite").exists()


def test_a_roster_without_names_is_refused(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "roster.csv"
    empty.write_text("Name,Email\n")
    code, _, err = run(*certify(empty, tmp_path / "c.pdf"))
    assert code == 1
    assert "names nobody" in err


def test_without_sessions_the_list_says_so(run: Run) -> None:
    assert run("sessions") == (0, "No session was held with this data folder yet.\n", "")
    assert run("sessions", "--json") == (0, "[]\n", "")
    code, _, err = run("session", "x")
    assert (code, err.count("\n")) == (1, 1)


def test_sessions_are_read_while_the_app_runs(run: Run, home: Path) -> None:
    folder = DataFolder(home)
    with folder.lock():
        journal = open_journal(folder.journal).journal
        session = SessionLibrary(journal, Clock()).create(read_deck(LITTLE), Details(venue="Here"))
        session.do(AddAttendees(session.now(), (Attendee("a1", "مريم السيد"),)))
        session.do(SignIn(session.now(), "a1"))
        session.do(StartSession(session.now()))
        session.do(Next(session.now())).result()
        listed = json.loads(run("sessions", "--json")[1])
        shown = json.loads(run("session", session.id[:6], "--json")[1])
        line = run("sessions")[1]
        told = run("session", session.id)[1]
        journal.close()
    assert json.loads(run("session", session.id, "--json")[1])["stage"] == "interrupted"
    assert ": interrupted, 1 came" in run("sessions")[1]
    assert [(s["id"], s["stage"], s["came"]) for s in listed] == [(session.id, "running", 1)]
    assert (shown["slide"], shown["build"]) == (session.state.slide + 1, session.state.step)
    assert shown["attendees"][0]["name"] == "مريم السيد"
    assert session.id in line
    assert "مريم السيد: " in told


def test_a_damaged_journal_is_said_and_left_to_the_app(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.sqlite").write_bytes(b"nonsense" * 1000)
    code, _, err = run("sessions")
    assert (code, err.count("\n")) == (1, 1)
    assert "damaged" in err
    assert (home / "journal.sqlite").read_bytes() == b"nonsense" * 1000


def test_a_damaged_journal_gives_no_serials_and_is_left_to_the_app(
    run: Run, roster: Path, home: Path, tmp_path: Path
) -> None:
    home.mkdir()
    (home / "journal.sqlite").write_bytes(b"nonsense" * 1000)
    code, _, err = run(*certify(roster, tmp_path / "c.pdf"))
    assert (code, err.count("\n")) == (1, 1)
    assert "Start the app" in err
    assert (home / "journal.sqlite").read_bytes() == b"nonsense" * 1000
    assert not (tmp_path / "c.pdf").exists()


def test_a_rehearsal_writes_its_four_files(run: Run, tmp_path: Path) -> None:
    arguments = ("rehearse", LITTLE, "-o", tmp_path / "r", "--attendees", "6", "--seed", "4")
    code, out, err = run(*arguments, "--date", "2026-01-31")
    assert (code, err) == (0, "")
    assert out.count("Wrote ") == len(list((tmp_path / "r").iterdir()))
    record = json.loads((tmp_path / "r" / "session.json").read_text("utf-8"))
    assert record["started"].startswith("2026-01-31T10:00:00")
    assert record["rehearsal"] is True


def test_a_seal_is_checked_in_one_line_and_its_facts(run: Run, home: Path) -> None:
    seal = seal_certificate(FACTS, KeyRing(home / "keys")).seal
    code, out, _ = run("verify", seal)
    assert code == 0
    assert out.startswith("Valid. The issuer signed these facts.")
    assert "  Name: Ana Lucía Fuentes Marrero\n" in out
    code, out, _ = run("verify", seal[:80] + ("A" if seal[80] != "A" else "B") + seal[81:])
    assert (code, out[:8]) == (1, "Altered.")


def test_a_file_that_was_changed_says_so_before_any_seal_in_it(
    run: Run, roster: Path, tmp_path: Path
) -> None:
    run(*certify(roster, tmp_path / "all.pdf"))
    whole = (tmp_path / "all.pdf").read_bytes()
    changed = whole.replace(b"<dc:title>", b"<dc:tit1e>")
    assert changed != whole
    (tmp_path / "changed.pdf").write_bytes(changed)
    code, said, _ = run("verify", tmp_path / "changed.pdf")
    assert code == 1
    assert said.startswith("Do not trust this file. The file was changed after it was signed.\n")
    assert said.count("changed after") == 1


def test_two_people_of_one_name_are_told_to_get_a_certificate_each(
    run: Run, tmp_path: Path
) -> None:
    alike = tmp_path / "roster.csv"
    alike.write_text("Name,Email\nAna Ruiz,a@example.org\nAna Ruiz,b@example.org\n")
    said = run(*certify(alike, tmp_path / "c.pdf"))[1]
    assert "2 certificates" in said
    assert "“Ana Ruiz” is listed twice and gets two certificates" in said


def test_a_rosters_certificates_are_valid_where_they_were_made_and_unknown_elsewhere(
    run: Run, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*certify(roster, tmp_path / "all.pdf"))
    code, out, _ = run("verify", tmp_path / "all.pdf")
    assert (code, out.count("Valid.")) == (0, 2)
    monkeypatch.setenv("IMHTRAINER_HOME", str(tmp_path / "elsewhere"))
    code, out, _ = run("verify", tmp_path / "all.pdf")
    assert (code, out.count("Unknown issuer.")) == (1, 2)


def test_open_badges_are_written_on_request(run: Run, roster: Path, tmp_path: Path) -> None:
    run(*certify(roster, tmp_path / "all.pdf", "--badges", str(tmp_path / "badges")))
    found = sorted((tmp_path / "badges").glob("*.badge.json"))
    assert len(found) == 2
    assert all(credential_holds(json.loads(path.read_text("utf-8"))) for path in found)
