"""A paper that says anything else than its seal is found, and it is said which fact and both values."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.award import Provider
from imhtrainer.domain.certificate import Certificate
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.render.pdf import write_pdf
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.services.verifying import CheckedPage, verify_pdf
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.seal import seal_certificate
from imhtrainer.signing.withdrawals import Notice
from tests.signing.test_seal import FACTS

STATEMENT = "Approved for continuing education until January 1, 2028, at most 8 hours a year by"
PLAIN = replace(
    FACTS,
    profession="Mental Health Counselor",
    number="IMH-7",
    provider=Provider("Harborlight", "50-12345", statement=STATEMENT, address="1 Bay Road, Miami"),
    objectives=("Name 3 cues within 2 hours", "Know license 17 of 2 boards"),
    ceu=0.1,
)
SIGNED = replace(PLAIN, signatory="Dr. Eva Ruiz", signatory_credentials="PhD")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("home") / "keys")


@pytest.fixture(scope="module")
def printer(kit: Kit) -> CertificatePrinter:
    return CertificatePrinter(kit, Path)


def checked(
    sealed: Certificate,
    printed: dict[str, Any],
    printer: CertificatePrinter,
    keys: KeyRing,
    at: Path,
) -> CheckedPage:
    """What comes of a paper that prints something else beside a valid seal."""
    done = replace(seal_certificate(sealed, keys), **printed)
    write_certificates(printer, (done,), at / "paper.pdf")
    return verify_pdf(at / "paper.pdf", keys.known(), {}).pages[-1]


@pytest.mark.parametrize("template", ["parents", "professionals"])
@pytest.mark.parametrize(
    "sealed",
    [
        FACTS,
        PLAIN,
        SIGNED,
        replace(SIGNED, second_page=True, revision="B", paper="a4", agenda=(("Open", 5.0),)),
        replace(PLAIN, rehearsal=True, license="", profession="", times="", city="", number=""),
        replace(PLAIN, organisation="", venue="", city="", facilitator="", credentials="", ceu=0),
        replace(PLAIN, facilitator="", credentials="", signatory="Dr. Eva Ruiz"),
        replace(FACTS, training="Working with license 12 and provider 7", license="", minutes=60),
        replace(FACTS, clock=90, basis="90 clock minutes with 75 of instruction, 50 an hour"),
        replace(FACTS, name="محمد عبد الرحمن", facilitator="שָׂרָה לֵוִי", organisation="مركز الأسرة"),
        replace(FACTS, training="A very long title of a training that takes two lines on the paper",
                name="Maximiliana Konstantinopoulou-Featherstone"),
    ],
    ids=lambda c: c.name,
)  # fmt: skip
def test_an_honest_paper_differs_in_nothing(
    sealed: Certificate, template: str, printer: CertificatePrinter, keys: KeyRing, tmp_path: Path
) -> None:
    page = checked(replace(sealed, template=template), {}, printer, keys, tmp_path)
    assert page.differences == ()
    assert page.checked.verdict == "valid"


@pytest.mark.parametrize("template", ["parents", "professionals"])
@pytest.mark.parametrize(
    ("change", "label", "printed", "sealed"),
    [
        ({"serial": "IMH-2026-000124-1"}, "Serial", "IMH-2026-000124-1", "IMH-2026-000123-3"),
        ({"revision": "B"}, "Serial", "IMH-2026-000123-3, revision B", "IMH-2026-000123-3"),
        ({"name": "Eve Adams"}, "Name", "Eve Adams", "Ana Lucía Fuentes Marrero"),
        ({"name": "Ana Lucía Fuentes Marreros"}, "Name", "Ana Lucía Fuentes Marreros",
         "Ana Lucía Fuentes Marrero"),
        ({"license": "MH 99999"}, "License", "MH 99999", "Mental Health Counselor, MH 12345"),
        ({"training": "Family Therapy"}, "Training", "Family Therapy", FACTS.training),
        ({"number": "IMH-9"}, "Training number", "IMH-9", "IMH-7"),
        ({"held_on": "2026-11-22"}, "Date", "November 22, 2026", "November 21, 2026"),
        ({"times": "8:00 to 11:15 AM"}, "Time", "8:00 to 11:15 AM", "10:00 to 11:15 AM"),
        ({"venue": "City Hall"}, "Place", "City Hall Coral Gables, Florida",
         "Alhambra Family Center, Coral Gables, Florida"),
        ({"city": "Tampa"}, "Place", "Alhambra Family Center Tampa",
         "Alhambra Family Center, Coral Gables, Florida"),
        ({"delivery": "live online"}, "Delivery", "live online", "in-person"),
        ({"credited": 2.0}, "Hours", "2 hours", "1.25 hours"),
        ({"basis": "120 minutes of instruction ÷ 60"}, "Minutes of instruction", "120", "75"),
        ({"ceu": 0.8}, "CEU", "0.8", "0.1"),
        ({"facilitator": "Max Muster"}, "Facilitator", "Max Muster, LMHC",
         "Marisol Herrera-Quintana, LMHC"),
        ({"credentials": "PhD"}, "Facilitator", "Marisol Herrera-Quintana, PhD",
         "Marisol Herrera-Quintana, LMHC"),
        ({"signatory": "Dr. Max Muster"}, "Signatory", "Dr. Max Muster, PhD", "Dr. Eva Ruiz, PhD"),
        ({"organisation": "Sunny Side"}, "Organization", "Sunny Side", FACTS.organisation),
        ({"provider": replace(PLAIN.provider, number="50-77")}, "Provider", "50-77",
         "Harborlight, 50-12345"),
        ({"rehearsal": True}, "Heading", "Rehearsal, not a certificate", "Certificate of completion"),
    ],
)  # fmt: skip
def test_one_other_fact_on_the_paper_is_named_with_both_values(
    change: dict[str, Any],
    label: str,
    printed: str,
    sealed: str,
    template: str,
    printer: CertificatePrinter,
    keys: KeyRing,
    tmp_path: Path,
) -> None:
    if template == "parents" and label == "License":
        pytest.skip("parents' paper prints no license")
    page = checked(replace(SIGNED, template=template), change, printer, keys, tmp_path)
    assert [(d.label, d.printed, d.sealed) for d in page.differences] == [(label, printed, sealed)]
    assert page.checked.verdict == "altered"
    assert label.lower() in page.checked.said


def test_what_a_paper_adds_to_its_seal_is_told(
    printer: CertificatePrinter, keys: KeyRing, tmp_path: Path
) -> None:
    bare = replace(FACTS, license="", provider=Provider(), venue="", city="")
    added = {
        "license": "MH 1",
        "provider": PLAIN.provider,
        "venue": "City Hall",
        "signatory": "Dr. Eva Ruiz",
        "ceu": 0.1,
    }
    page = checked(bare, added, printer, keys, tmp_path)
    assert {(d.label, d.printed, d.sealed) for d in page.differences} == {
        ("License", "MH 1", ""),
        ("Provider", "50-12345", ""),
        ("Place", "City Hall", ""),
        ("Signatory", "Dr. Eva Ruiz", ""),
        ("CEU", "0.1", ""),
    }
    assert "its seal says nothing of it" in str(page.differences[0])


def test_a_scan_has_no_words_to_compare_and_that_is_said(
    printer: CertificatePrinter, keys: KeyRing, tmp_path: Path
) -> None:
    certificate = seal_certificate(FACTS, keys)
    write_certificates(printer, (certificate,), tmp_path / "paper.pdf")
    with pdfium.PdfDocument(tmp_path / "paper.pdf") as document:
        document[0].render(scale=200 / 72).to_pil().save(tmp_path / "scan.pdf", resolution=200)
    done = verify_pdf(tmp_path / "scan.pdf", keys.known(), {})
    assert done.valid
    assert "The page is a picture" in done.pages[0].checked.said
    revoked = {FACTS.serial: Notice("A", True, date(2026, 12, 1))}
    assert not verify_pdf(tmp_path / "scan.pdf", keys.known(), revoked).valid


def test_a_second_page_of_another_person_is_found(
    printer: CertificatePrinter, keys: KeyRing, tmp_path: Path
) -> None:
    certificate = seal_certificate(replace(FACTS, second_page=True), keys)
    other = replace(certificate, name="Eve Adams", serial="IMH-2026-000124-1")
    pages = (*printer.pages(certificate)[:1], *printer.pages(other)[1:])
    path = tmp_path / "mixed.pdf"
    with path.open("wb") as out:
        write_pdf(pages, out, DocumentMeta("Two people"))
    first, second = verify_pdf(path, keys.known(), {}).pages
    assert (first.checked.verdict, second.checked.verdict) == ("valid", "altered")
    assert [d.label for d in second.differences] == ["Serial", "Name"]
