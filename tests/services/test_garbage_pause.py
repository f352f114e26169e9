"""Writing a batch is not held up by the search for garbage, and leaves none."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import make_serial
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.services.garbage_pause import garbage_waits
from tests.documents.test_certificate import FACTS


@pytest.fixture(params=[True, False], ids=["searched", "not searched"])
def searched(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield bool(request.param)
    (gc.enable if before else gc.disable)()


def test_the_search_waits_for_the_batch_and_is_as_it_was_afterwards(
    searched: bool, tmp_path: Path
) -> None:
    seen = []
    printer, out = CertificatePrinter(load_kit(), Path), tmp_path / "one.pdf"
    write_certificates(printer, (FACTS,), out, lambda _done, _total: seen.append(gc.isenabled()))
    assert seen == [False]
    assert gc.isenabled() is searched


def test_the_search_is_as_it_was_after_an_error_too(searched: bool) -> None:
    with pytest.raises(OSError, match="full"), garbage_waits():
        raise OSError("full")
    assert gc.isenabled() is searched


def test_more_pages_leave_no_more_garbage(tmp_path: Path) -> None:
    """Else a great batch without the search would need more and more memory."""
    printer = CertificatePrinter(load_kit(), Path)

    def left_by(count: int) -> int:
        people = [
            replace(FACTS, serial=make_serial(2026, n), name=f"Ana Ruiz {n}") for n in range(count)
        ]
        gc.collect()
        with garbage_waits():
            write_certificates(printer, people, tmp_path / "all.pdf")
            return gc.collect()

    left_by(2)
    assert left_by(40) <= left_by(4)
