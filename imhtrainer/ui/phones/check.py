"""Before the doors open: whether phones reach this laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from imhtrainer.services.preflight.finding import Check, Finding, good, note, wrong

if TYPE_CHECKING:
    from imhtrainer.ui.phones.link import RoomLink

translate = QCoreApplication.translate


def check_phones(link: RoomLink) -> Check:
    """The row for phones as it stands at this moment."""
    finding = find_phones(link)
    return Check("phones", translate("PhonesCheck", "Phones"), lambda: finding)


def find_phones(link: RoomLink) -> Finding:
    """Served and reached by a phone, served and not tried, or why not."""
    way = ("phones", translate("PhonesCheck", "Room and phones"))
    if not link.wanted:
        return good(translate("PhonesCheck", "Hands and paper only: no phone is needed."))
    if link.trouble:
        return wrong(link.trouble, *way)
    view = link.view
    if view is None or not view.running:
        return note(translate("PhonesCheck", "The door for phones is being opened."), *way)
    if view.lost:
        words = translate("PhonesCheck", "The laptop has left the network that phones use.")
        return wrong(words, *way)
    if view.reached:
        return good(
            translate("PhonesCheck", "A phone has opened the page: phones reach this laptop.")
        )
    words = translate(
        "PhonesCheck", "Open, but no phone has tried yet. Scan the code with your own."
    )
    return note(words, *way)
