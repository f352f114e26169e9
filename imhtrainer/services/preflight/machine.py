"""The laptop itself: power, room on the disk, a journal that takes what happens, sleep held off."""

import shutil
from dataclasses import dataclass
from datetime import datetime

from imhtrainer.domain.errors import StoreError
from imhtrainer.services.awake import Wakefulness
from imhtrainer.services.preflight.finding import Judged
from imhtrainer.store.journal import Journal

LEAST_BYTES = 200_000_000
"""Room that a session with its exports may need, with a wide margin."""
LOW_CHARGE = 50
"""Per cent of a battery under which a training of two hours may not end on it."""


@dataclass(frozen=True, slots=True)
class Power:
    """How the laptop is fed; ``charge`` in per cent, None where there is no battery."""

    charge: int | None
    plugged: bool


def look_at_power(power: Power) -> Judged:
    """Whether the laptop lasts."""
    if power.charge is None:
        return Judged("good", "mains")
    charge = str(power.charge)
    if power.plugged:
        return Judged("good", "plugged", (charge,))
    return Judged("wrong" if power.charge < LOW_CHARGE else "note", "battery", (charge,))


def look_at_disk(journal: Journal, now: datetime) -> Judged:
    """Whether what happens is written down, by the very way it is written later, and there is room for it."""
    folder = journal.path.parent
    try:
        journal.prove(now)
        free = shutil.disk_usage(folder).free
    except (StoreError, OSError) as error:
        return Judged("wrong", "unwritable", (str(folder), str(error)))
    gigabytes = f"{free / 1e9:.1f}"
    if free < LEAST_BYTES:
        return Judged("wrong", "full", (gigabytes,))
    return Judged("good", "written", (gigabytes,))


def look_at_sleep(awake: Wakefulness) -> Judged:
    """Whether sleep and screen saver stay away while the training runs."""
    return Judged("good", "awake") if awake.held else Judged("note", "sleepy")
