"""Rules in files of their own are checked before anybody is credited by them."""

from pathlib import Path

import pytest

from imhtrainer.domain.errors import CertificateError
from imhtrainer.resources import resource_path
from imhtrainer.services.credit_rules import load_credit_rules

GOOD = (resource_path("credit-rules") / "iacet.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("instruction = 60", "instruction = 0"),
        ('rounding = "nearest"', 'rounding = "up"'),
        ("{minutes}", "{hours}"),
        ("step =", "steps ="),
        ("name = ", "name "),
    ],
)
def test_rules_that_make_no_sense_are_refused_with_the_files_name(
    was: str, becomes: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(GOOD.replace(was, becomes), "utf-8")
    with pytest.raises(CertificateError, match=r"mine\.toml"):
        load_credit_rules(tmp_path)
