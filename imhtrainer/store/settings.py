"""What the facilitator set once: name, organisation, paper, look and places."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

from msgspec import Meta, MsgspecError
from msgspec.json import decode, encode
from msgspec.json import format as format_json

from imhtrainer.domain.award import Award
from imhtrainer.domain.certificate import Paper
from imhtrainer.store.aside import keep_aside
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file

Scheme = Literal["system", "light", "dark"]
Movement = Literal["system", "full", "still"]
"""Whether slides and zoom move, or change at once; ``system`` asks the system."""
Width = Annotated[int, Meta(ge=0, le=20_000)]
"""Pixels."""
Share = Annotated[float, Meta(ge=0.0, le=1.0)]


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What was exported last and how; ``template`` is a PowerPoint file of the organization's own."""

    product: Literal["powerpoint", "slides", "handout", "workbook", "guide", "answers"] = (
        "powerpoint"
    )
    edition: Literal["trainer", "participant"] = "trainer"
    paper: Paper = "letter"
    each: Literal[1, 2, 3, 6] = 3
    sheets: Annotated[int, Meta(ge=1, le=999)] = 24
    results: bool = False
    drawings: bool = True
    template: str = ""


@dataclass(frozen=True, slots=True)
class PrinterOffset:
    """By how many millimetres a printer's pages are to be moved to the right and down, by its name."""

    printer: str
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; ``signature`` and ``logo`` name kept pictures, ``notes_size`` is in points.

    ``required_share`` is the part of a session a person must be present for; ``veil`` how much a dark
    screen is dimmed, both 0 to 1. ``volume`` is that of films, 0 to 1; ``chime`` asks for a sound when
    an activity is over. ``output_folder`` empty means the
    default place. ``projectors`` are keys of screens that were chosen for the room, newest first; ``export``
    is what the export page begins with. ``clicker`` are the learned keys of a clicker: what each does, and
    Qt's number of it. ``columns`` are the widths of outline and notes that were dragged, by screen and shape of
    the window, newest first; 0 is one that was put away.
    ``next_heights`` are the heights of the next slide's picture that were dragged, kept in the same way.
    ``standing_columns`` are the widths of names and times in Wrap up's table, by screen, 0 as drawn.
    ``roster_columns`` are the dragged shares of the roster's width, 0 to 1, of names, e-mails and roles.
    With ``phones`` people may answer by phone; ``adapter`` is the name of the network adapter chosen for
    them, empty for the likeliest. ``wifi`` and ``wifi_password`` are shown on the join card, the password as
    it stands here. ``pdf_certificate`` is a PKCS #12 file that signs PDF files; its passphrase is never kept.
    """

    facilitator: str = ""
    credentials: str = ""
    organisation: str = ""
    address: str = ""
    signature: str = ""
    logo: str = ""
    paper: Paper = "letter"
    notes_size: Annotated[int, Meta(ge=8, le=72)] = 18
    scheme: Scheme = "system"
    output_folder: str = ""
    added_trainings: tuple[str, ...] = ()
    required_share: Share = 0.9
    award: Award = field(default_factory=Award)
    veil: Share = 0.14
    motion: Movement = "system"
    volume: Share = 0.8
    chime: bool = False
    projectors: tuple[str, ...] = ()
    export: ExportChoices = ExportChoices()
    clicker: tuple[tuple[str, int], ...] = ()
    offsets: tuple[PrinterOffset, ...] = ()
    preprinted: bool = False
    retention_years: Annotated[int, Meta(ge=1, le=99)] = 7
    columns: tuple[tuple[str, Width, Width], ...] = ()
    next_heights: tuple[tuple[str, Width], ...] = ()
    standing_columns: tuple[tuple[str, Width, Width], ...] = ()
    roster_columns: tuple[Share, ...] = ()
    phones: bool = False
    adapter: str = ""
    wifi: str = ""
    wifi_password: str = ""
    pdf_certificate: str = ""


def offset_of(settings: Settings, printer: str) -> PrinterOffset:
    """The offset of a printer; none for one that was never measured."""
    found = (offset for offset in settings.offsets if offset.printer == printer)
    return next(found, PrinterOffset(printer))


class SettingsFile:
    """The settings on disk; ``kept_aside`` is where a broken file was put by the last ``load``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept_aside: Path | None = None

    def load(self) -> Settings:
        """The settings, or the defaults where there are none or the file is broken."""
        try:
            return decode(self.path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except (MsgspecError, UnicodeDecodeError):
            self.kept_aside = keep_aside(self.path, datetime.now().astimezone())
            return Settings()
        except OSError as error:
            raise store_error("read", self.path, error) from error

    def save(self, settings: Settings) -> None:
        """Write the settings; the old ones stay whole until the new are complete."""
        text = format_json(encode(settings), indent=2)
        replace_file(self.path, lambda out: _write(out, text))


def _write(out: BinaryIO, text: bytes) -> None:
    out.write(text)
