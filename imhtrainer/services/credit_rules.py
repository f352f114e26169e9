"""The credit rules in ``resources/credit-rules``: read, checked, and offered by name."""

import tomllib
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, convert

from imhtrainer.domain.award import CreditRules, Rounding
from imhtrainer.domain.errors import CertificateError


class _RuleFile(Struct, forbid_unknown_fields=True):
    """What a file of rules says."""

    name: Annotated[str, Meta(min_length=1)]
    source: Annotated[str, Meta(min_length=1)]
    clock: Annotated[int, Meta(ge=0, le=120)]
    instruction: Annotated[int, Meta(ge=1, le=120)]
    whole_program: bool
    step: Annotated[float, Meta(gt=0, le=1)]
    rounding: Rounding
    basis: Annotated[str, Meta(min_length=1)]
    hours_per_ceu: Annotated[float, Meta(ge=0)] = 0.0


def load_credit_rules(folder: Path) -> tuple[CreditRules, ...]:
    """All rules of a folder, clock minutes first, then by name.

    Raises ``CertificateError`` that names the file for one that cannot be used.
    """
    found = [_read(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda rules: (rules.id != CreditRules().id, rules.name)))


def _read(path: Path) -> CreditRules:
    try:
        said = convert(tomllib.loads(path.read_text("utf-8")), _RuleFile)
        rules = CreditRules(
            id=path.stem,
            name=said.name,
            source=said.source,
            clock=said.clock,
            instruction=said.instruction,
            whole_program=said.whole_program,
            step=said.step,
            rounding=said.rounding,
            hours_per_ceu=said.hours_per_ceu,
            basis=said.basis,
        )
        rules.basis_words(0, 0)
    except (OSError, ValueError, KeyError, IndexError, ValidationError) as error:
        raise CertificateError(
            f"{path}: these credit rules cannot be used ({error}). Mend the file or take it away."
        ) from error
    return rules
