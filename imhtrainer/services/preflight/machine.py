"""The laptop itself: power, room on the disk, a journal that takes what happens, sleep held off."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from imhtrainer.services.awake import Wakefulness
from imhtrainer.services.preflight.finding import Finding, good, note, wrong

LEAST_BYTES = 200_000_000
"""Room that a session with its exports may need, with a wide margin."""
LOW_CHARGE = 50
"""Per cent of a battery under which a training of two hours may not end on it."""


@dataclass(frozen=True, slots=True)
class Power:
    """How the laptop is fed; ``charge`` in per cent, None where there is no battery."""

    charge: int | None
    plugged: bool


def look_at_power(power: Power) -> Finding:
    """Whether the laptop lasts."""
    if power.charge is None:
        return good("This computer runs on mains power.")
    if power.plugged:
        return good(f"Plugged in, the battery is at {power.charge} %.")
    words = f"The laptop runs on its battery, at {power.charge} %. Plug it in."
    return wrong(words) if power.charge < LOW_CHARGE else note(words)


def look_at_disk(folder: Path) -> Finding:
    """Whether what happens can be written down, and there is room for it."""
    try:
        with NamedTemporaryFile(dir=folder) as file:
            file.write(b"written before the doors open")
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return wrong(f"Nothing can be written in {folder} ({error.strerror}). Check the disk.")
    gigabytes = f"{free / 1e9:.1f} GB"
    if free < LEAST_BYTES:
        return wrong(f"Only {gigabytes} are free on the disk. Make room before the training.")
    return good(f"Everything is written to disk; {gigabytes} are free.")


def look_at_sleep(awake: Wakefulness) -> Finding:
    """Whether sleep and screen saver stay away while the training runs."""
    if awake.held:
        return good("Sleep and the screen saver are held off while the training runs.")
    return note(
        "This system does not let the program hold sleep off. Set the laptop's sleep and screen saver "
        "to “Never” until the training is over."
    )
