"""Programs that serve a room until somebody kills them: ``python killed_room.py JOURNAL``.

Everything is imported once; each line on the standard input forks a program that opens the journal as a start after
a crash does, serves the room and says its process id and port.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from imhtrainer.domain.session.commands import (
    CreateSession,
    GoTo,
    InvitePhones,
    ResumeSession,
    StartSession,
)
from imhtrainer.room.limits import Limits, Rate
from imhtrainer.room.server import RoomServer
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from tests.domain.classroom import CHECKS, small_plan

SESSION = "killed"
CODE = "4827"
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
TIRELESS = Limits(seat=Rate(100_000, 0.00001))


def open_session(path: Path) -> TrainingSession:
    """The session as it was left, or a new one whose room is at the first checkpoint."""
    journal = open_journal(path).journal
    if journal.length(SESSION):
        session = SessionLibrary(journal, lambda: NOW).open(SESSION)
        session.do(ResumeSession(NOW))
        return session
    session = TrainingSession(SESSION, journal, lambda: NOW)
    session.do(CreateSession(NOW, small_plan()))
    session.do(InvitePhones(NOW, CODE))
    session.do(StartSession(NOW))
    session.do(GoTo(NOW, CHECKS[0])).result()
    return session


def serve(path: Path) -> None:
    """Serve until killed."""
    server = RoomServer(open_session(path), path.parent, TIRELESS)
    print(os.getpid(), server.start("127.0.0.1").port, flush=True)
    time.sleep(60)


def main(path: Path) -> None:
    """Fork a program for each line."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            serve(path)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
