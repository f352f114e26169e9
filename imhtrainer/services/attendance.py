"""Attendance as a file that Excel and every other table program opens."""

from datetime import datetime
from pathlib import Path

from imhtrainer.domain.session import SessionState
from imhtrainer.services.records import attendance_rows
from imhtrainer.services.tables import TableKind, write_table


def write_attendance(kind: TableKind, state: SessionState, now: datetime, out: Path) -> None:
    """Write who came, how long, and who completed; raises StoreError where that fails."""
    write_table(kind, "Attendance", attendance_rows(state, now), out)
