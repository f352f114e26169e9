"""The power may fail at any moment: what was said to be safe is there when the journal is opened again."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import ResumeSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from tests.store.killed_program import SESSION, START, expected_events

PROGRAM = Path(__file__).with_name("killed_program.py")


def run_and_kill(journal: Path, seed: int, promises: int) -> int:
    """Start the program, kill it after so many promises, and return the last one it made."""
    arguments = [sys.executable, str(PROGRAM), str(journal), str(seed)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        read = [program.stdout.readline() for _ in range(promises)]
        program.kill()
        rest = program.stdout.read()
    complete = [*read, *rest[: rest.rfind("\n") + 1].split()]
    return int(complete[-1])


@pytest.mark.parametrize("seed", range(5))
def test_every_promised_event_is_there_after_a_kill_and_the_state_is_their_replay(
    seed: int, tmp_path: Path
) -> None:
    path = tmp_path / "journal.sqlite"
    promised = run_and_kill(path, seed, promises=Random(seed).randint(5, 400))
    opened = open_journal(path)
    assert opened.kept_aside is None
    events = opened.journal.events(SESSION)
    expected = expected_events(seed, len(events))
    assert len(events) >= promised
    assert list(events) == expected[: len(events)]
    before = replay(events)
    session = SessionLibrary(opened.journal, lambda: START).open(SESSION)
    interrupted = session.state.stage
    assert (session.state.slide, session.state.step) == (before.slide, before.step)
    assert session.state.roster == before.roster
    assert session.state.presences == before.presences
    assert session.state.questions == before.questions
    session.do(ResumeSession(session.now())).result()
    assert [interrupted, session.state.stage] == ["interrupted", "running"]
    opened.journal.close()
