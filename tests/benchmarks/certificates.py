"""Prints what sealed certificates cost beside fpdf2 and Typst: python -m tests.benchmarks.certificates.

The peers draw the same words and a QR symbol of the same text, in one standard font, without other scripts'
shaping. An encoder may weigh eight patterns of a symbol or take one: ours takes one, and so do the peers, who are
timed once more with all eight weighed.

Figures are process time, sealing and writing the file included, and once more the time that went by: on a machine
that does something else, too, the two part.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import psutil
import typst
import zxingcpp
from fpdf import FPDF
from PIL import Image

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.documents.certificate.templates import design_name, shipped_designs
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.pades import own_signer
from imhtrainer.signing.seal import seal_certificate
from tests.benchmarks.figures import seconds_of, tell, tell_ratio
from tests.benchmarks.papers import FACTS, NAMES

PEOPLE = 1_000
MANY = 10_000
FILES = 100
RUNS = 3
DESIGN = shipped_designs() / "professionals.toml"
ONE_PATTERN = {"data_mask": 0}

_TYPST = """
#set page("us-letter", flipped: true, margin: 40pt)
#let people = json(bytes(sys.inputs.people))
#for (n, person) in people.enumerate() {
  if n > 0 { pagebreak() }
  text(30pt)[Certificate of completion]
  parbreak()
  for words in person.words { text(12pt, words); parbreak() }
  place(bottom + right, image(bytes(person.qr), format: "svg", width: 85pt))
}
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        keys = KeyRing(folder / "keys")
        keys.key()
        printer = printer_of()
        out = folder / "all.pdf"
        begun = time.perf_counter()
        ours = seconds_of(lambda: write_certificates(printer, sealed(keys, PEOPLE), out), RUNS)
        by_the_clock = (time.perf_counter() - begun) / (RUNS + 1)
        pace = PEOPLE / statistics.median(ours)
        tell("Sealed certificates in one PDF", pace, "pages/s", "at least 800")
        tell("  by the clock", PEOPLE / by_the_clock, "pages/s", "on a quiet machine the same")
        plain = sealed(keys, PEOPLE)
        for options, said in ((ONE_PATTERN, "one pattern"), ({}, "eight patterns weighed")):
            fpdf = seconds_of(partial(with_fpdf, plain, options), RUNS)
            tell_ratio("  against", ours, fpdf, f"fpdf2, {said}")
            typst_took = seconds_of(partial(with_typst, plain, options), RUNS)
            tell_ratio("  against", ours, typst_took, f"Typst, {said}")
        tell("Resident growth, 1,000", growth_alone(folder, PEOPLE), "MB", "under 50")
        tell("Resident growth, 10,000", growth_alone(folder, MANY), "MB", "under 50")
        tell("PAdES, 100 files", signing(printer, keys, folder), "s", "under 10")


def sealed(keys: KeyRing, count: int) -> list[Certificate]:
    """Certificates of ``count`` people, each with an own name, serial and seal."""
    design = design_name(DESIGN.read_bytes())
    return [
        seal_certificate(
            replace(
                FACTS,
                serial=make_serial(2026, n),
                name=f"{NAMES[n % len(NAMES)]} {n}",
                design=design,
            ),
            keys,
        )
        for n in range(count)
    ]


def printer_of() -> CertificatePrinter:
    """A printer that finds the design that the certificates were issued with."""
    return CertificatePrinter(load_kit(), Path, lambda _name: DESIGN)


def with_fpdf(certificates: list[Certificate], options: dict[str, int]) -> None:
    """The peer: a standard font, the same words, the same symbol as a picture."""
    pdf = FPDF("L", "pt", "letter")
    for certificate in certificates:
        pdf.add_page()
        pdf.set_font("helvetica", size=12)
        for number, words in enumerate(facts(certificate)):
            pdf.text(212, 120 + 24 * number, words.encode("latin-1", "replace").decode("latin-1"))
        symbol = zxingcpp.create_barcode(
            certificate.seal, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **options
        )
        pdf.image(Image.fromarray(np.asarray(symbol.to_image(scale=1))), 652, 460, 85)
    pdf.output()


def with_typst(certificates: list[Certificate], options: dict[str, int]) -> None:
    """The peer: its own fonts, the same words, the same symbol as a drawing."""
    people = [
        {
            "words": facts(certificate),
            "qr": zxingcpp.create_barcode(
                certificate.seal, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **options
            ).to_svg(),
        }
        for certificate in certificates
    ]
    typst.compile(_TYPST.encode(), sys_inputs={"people": json.dumps(people)})


def facts(certificate: Certificate) -> list[str]:
    """What all draw."""
    return [
        certificate.name,
        certificate.training,
        f"{certificate.held_on}, {certificate.times}",
        f"{certificate.venue}, {certificate.city}",
        f"{certificate.hours:g} hours, {certificate.minutes} minutes of instruction",
        *certificate.objectives,
        certificate.facilitator,
        certificate.organisation,
        certificate.serial,
    ]


def growth_alone(folder: Path, count: int) -> float:
    """The growth in a program of its own: what was used before would hide it."""
    words = f"from tests.benchmarks.certificates import measure; measure({str(folder)!r}, {count})"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    return float(done.stdout)


def measure(folder: str, count: int) -> None:
    """Print the growth, after one certificate was written."""
    keys, printer = KeyRing(Path(folder) / "keys"), printer_of()
    out = Path(folder) / "growth.pdf"
    write_certificates(printer, sealed(keys, 14), out)
    print(growth(printer, keys, count, out))


def growth(printer: CertificatePrinter, keys: KeyRing, count: int, out: Path) -> float:
    """Megabytes by which the program is larger at its largest while it writes."""
    certificates = sealed(keys, count)
    process = psutil.Process()
    before = process.memory_info().rss
    largest = before

    def watch(done: int, _total: int) -> None:
        nonlocal largest
        if done % 200 == 0:
            largest = max(largest, process.memory_info().rss)

    write_certificates(printer, certificates, out, watch)
    largest = max(largest, process.memory_info().rss)
    return (largest - before) / 1e6


def signing(printer: CertificatePrinter, keys: KeyRing, folder: Path) -> float:
    """Seconds by the clock for a hundred signed files."""
    sign = own_signer(keys.file_key(), keys.public(), FACTS.organisation).sign
    certificates = sealed(keys, FILES)
    start = time.perf_counter()
    for certificate in certificates:
        path = folder / f"{certificate.serial}.pdf"
        write_certificates(printer, (certificate,), path, None, sign)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
