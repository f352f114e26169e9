"""The certificate as it looks: every page of both designs on both papers beside a picture that was looked at.

python -m tests.documents.test_certificate_pictures draws the pictures anew; look at each before it is kept.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from skimage.metrics import structural_similarity

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import Certificate
from imhtrainer.layout.kit import load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.render.pdf import write_pdf
from tests.documents.test_certificate import FACTS, PROVIDER

PICTURES = Path(__file__).parent / "pictures"
DOTS_AN_INCH = 72
ALIKE = 0.99
"""Structural similarity: another release of poppler stays above, facts moved by a point do not."""

WHOLE = replace(
    FACTS,
    license="MH 12345",
    profession="Licensed Mental Health Counselor",
    number="IMH-101",
    signature="signature.png",
    logo="logo.png",
    second_page=True,
    agenda=(
        ("Welcome, and why day 1 matters", 10.0),
        ("Serve and return: what babies tell us before words", 20.0),
        ("Crying that will not stop", 25.0),
        ("Close", 20.0),
    ),
    competencies=("Theoretical foundations", "Direct service skills"),
)
SCENES: dict[str, Certificate] = {
    **{
        f"{template}-{paper}": replace(WHOLE, template=template, paper=paper)
        for template in ("professionals", "parents")
        for paper in ("letter", "a4")
    },
    "revision": replace(
        WHOLE,
        revision="B",
        second_page=False,
        name="Rosa María de los Ángeles Villavicencio Echeverría",
        signatory="Dr. Rosa Quintero",
        signatory_credentials="PhD, LMHC-QS",
        provider=PROVIDER,
        training="Infant Mental Health – It Starts on Day 1, for home visitors and child-care teams",
    ),
    "rehearsal": replace(WHOLE, second_page=False, rehearsal=True),
}


def pages(printer: CertificatePrinter, scene: str) -> Iterator[tuple[str, Page]]:
    """The pages of a scene with the names of their pictures."""
    certificate = SCENES[scene]
    for number, page in enumerate(printer.pages(certificate), 1):
        yield f"{scene}-{number}.png", page
    if scene == "professionals-letter":
        yield f"{scene}-overlay.png", printer.overlay(certificate)


def draw(page: Page, folder: Path) -> Path:
    """The page's PDF as poppler draws it."""
    file = folder / "page.pdf"
    with file.open("wb") as out:
        write_pdf([page], out, DocumentMeta("A page"))
    subprocess.run(
        [
            "pdftoppm",
            "-png",
            "-singlefile",
            "-r",
            str(DOTS_AN_INCH),
            str(file),
            str(folder / "page"),
        ],
        check=True,
    )
    return folder / "page.png"


def pixels(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def make_printer(folder: Path) -> CertificatePrinter:
    """With a logo and a signature, both drawn here."""
    logo = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((0, 0, 399, 399), fill="#0F5C63")
    logo.save(folder / "logo.png")
    signature = Image.new("RGBA", (900, 280), (0, 0, 0, 0))
    curve = [(20 + 40 * n, 140 + (-1) ** n * (130 - 6 * n)) for n in range(22)]
    ImageDraw.Draw(signature).line(curve, fill="#1F2A37", width=9, joint="curve")
    signature.save(folder / "signature.png")
    return CertificatePrinter(load_kit(), lambda name: folder / name)


@pytest.fixture(scope="module")
def printer(tmp_path_factory: pytest.TempPathFactory) -> CertificatePrinter:
    return make_printer(tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("scene", SCENES)
def test_each_page_looks_as_it_did_when_it_was_looked_at(
    printer: CertificatePrinter, scene: str, tmp_path: Path
) -> None:
    for name, page in pages(printer, scene):
        drawn, kept = pixels(draw(page, tmp_path)), pixels(PICTURES / name)
        assert drawn.shape == kept.shape
        alike = structural_similarity(drawn, kept, channel_axis=2)  # type: ignore[no-untyped-call]
        assert alike >= ALIKE, name


def test_facts_moved_by_a_point_would_show() -> None:
    kept = pixels(PICTURES / "parents-letter-1.png")
    moved = kept.copy()
    moved[315:370] = np.roll(kept[315:370], 1, axis=0)
    assert structural_similarity(moved, kept, channel_axis=2) < ALIKE  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        made = make_printer(Path(scratch))
        for name in SCENES:
            for file_name, shown in pages(made, name):
                with Image.open(draw(shown, Path(scratch))) as picture:
                    picture.convert("RGB").quantize(64).save(PICTURES / file_name, optimize=True)
