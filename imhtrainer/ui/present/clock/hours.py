"""Hours as the system writes them."""

import re
from datetime import datetime

from PySide6.QtCore import QLocale, QTime

_HALVES = re.compile(r"[^\d:.\u0660-\u0669]+$|^[^\d:.\u0660-\u0669]+")


def hour_text(moment: datetime) -> str:
    """``10:38 AM`` or ``10:38``, as the system's language has it."""
    return QLocale().toString(_local(moment), QLocale.FormatType.ShortFormat)


def bare_hour(moment: datetime) -> str:
    """The same without AM and PM, for where the clock beside it says which half of the day it is."""
    text = hour_text(moment)
    return _HALVES.sub("", text).strip() or text


def _local(moment: datetime) -> QTime:
    here = moment.astimezone()
    return QTime(here.hour, here.minute, here.second)
