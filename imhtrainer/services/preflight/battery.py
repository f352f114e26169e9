"""Reads the battery; loaded late, for only a look before the doors open needs it."""

import psutil

from imhtrainer.services.preflight.finding import Judged
from imhtrainer.services.preflight.machine import Power, look_at_power


def read_power() -> Power:
    """The battery as the system tells it."""
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if battery is None:
        return Power(None, True)
    return Power(round(battery.percent), bool(battery.power_plugged))


def look_at_battery() -> Judged:
    """Whether the laptop lasts, as it is now."""
    return look_at_power(read_power())
