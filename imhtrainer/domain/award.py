"""What a session awards, and by whose right: the rule that turns minutes into hours, and the provider."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

Rounding = Literal["nearest", "down"]


@dataclass(frozen=True, slots=True)
class CreditRules:
    """A rule that turns minutes into hours, kept with the session as it was when it was chosen.

    An hour takes ``instruction`` minutes of instruction and, where ``clock`` is not 0, so many minutes of
    the clock, breaks among them. ``whole_program`` credits who was there for all of it, and nobody else.
    Hours are stated in steps of ``step``, rounded as ``rounding`` says. ``hours_per_ceu`` is 0 where the rule
    knows no CEU. ``basis`` are the words beside the hours, ``source`` says where the rule is written.
    """

    id: str = "clock-minutes"
    name: str = "Clock minutes"
    source: str = "House rule: minutes present while instruction was given, divided by 60"
    clock: int = 0
    instruction: int = 60
    whole_program: bool = False
    step: float = 0.01
    rounding: Rounding = "nearest"
    hours_per_ceu: float = 0.0
    basis: str = "{minutes} minutes of instruction ÷ 60"

    def hours(self, minutes: float, clock: float) -> float:
        """The hours that ``minutes`` of instruction within ``clock`` minutes make."""
        exact = Decimal(str(minutes)) / self.instruction
        if self.clock:
            exact = min(exact, Decimal(str(clock)) / self.clock)
        return float(_stepped(exact, self.step, self.rounding))

    def ceu(self, hours: float) -> float:
        """The CEU of these hours, to the nearest tenth; 0 where the rule knows none."""
        if not self.hours_per_ceu:
            return 0.0
        exact = Decimal(str(hours)) / Decimal(str(self.hours_per_ceu))
        return float(_stepped(exact, 0.1, "nearest"))

    def basis_words(self, minutes: int, clock: int) -> str:
        """What the hours rest on, as it stands beside them."""
        words = self.basis.format(minutes=minutes, clock=clock)
        return re.sub(r"\b1 (clock )?minutes\b", r"1 \1minute", words)


@dataclass(frozen=True, slots=True)
class Provider:
    """Who may give continuing education, by which number, from when to when (ISO dates), and what is printed.

    ``statement`` is printed word for word; nothing about credit is printed without it.
    """

    name: str = ""
    number: str = ""
    address: str = ""
    statement: str = ""
    valid_from: str = ""
    valid_to: str = ""

    @property
    def named(self) -> bool:
        """Whether anything was written down at all."""
        return bool(self.name or self.number or self.statement)

    def objection(self, held_on: str) -> str:
        """Why a session on this day (ISO) may not speak of credit; empty when it may."""
        if not self.number:
            return "no provider number is written down"
        if not self.statement:
            return "the provider’s statement is not written down"
        if not (_is_day(self.valid_from) and _is_day(self.valid_to)):
            return "the provider’s dates are not written down"
        if not self.valid_from <= held_on <= self.valid_to:
            return f"the session on {held_on} lies outside {self.valid_from} to {self.valid_to}"
        return ""


@dataclass(frozen=True, slots=True)
class Award:
    """What completing takes beside minutes and checkpoints, and what the certificate says beyond the name.

    ``post_test`` is the share (0 to 1) of the last check that must be right, 0 for none; ``evaluation`` asks
    for the evaluation form. ``delivery`` is how it was taught, ``number`` the training's own. The signatory
    signs where somebody other than the facilitator does. ``template`` names a design in
    ``resources/certificates``; ``second_page`` adds objectives, agenda and ``competencies``.
    """

    rules: CreditRules = field(default_factory=CreditRules)
    provider: Provider = field(default_factory=Provider)
    post_test: float = 0.0
    evaluation: bool = False
    number: str = ""
    delivery: str = "in-person"
    signatory: str = ""
    signatory_credentials: str = ""
    template: str = "professionals"
    second_page: bool = False
    competencies: tuple[str, ...] = ()


def _stepped(exact: Decimal, step: float, rounding: Rounding) -> Decimal:
    unit = Decimal(str(step))
    mode = ROUND_DOWN if rounding == "down" else ROUND_HALF_UP
    return (exact / unit).quantize(Decimal(1), mode) * unit


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
