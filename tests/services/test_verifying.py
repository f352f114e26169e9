"""A certificate on paper, in a file or as text is checked without any server, and says what is wrong."""

import asyncio
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import RenderError, SigningError
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.services.certificate_files import write_certificates
from imhtrainer.services.check_page import check_page
from imhtrainer.services.verifying import verify_pdf, verify_text
from imhtrainer.signing.facts import sealed_facts
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.pades import own_signer
from imhtrainer.signing.seal import check_seal, seal_certificate
from imhtrainer.signing.withdrawals import Notice, write_list
from tests.signing.test_seal import FACTS


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("home") / "keys")


@pytest.fixture(scope="module")
def printer(kit: Kit) -> CertificatePrinter:
    return CertificatePrinter(kit, Path)


@pytest.fixture(scope="module")
def sealed(keys: KeyRing) -> Certificate:
    return seal_certificate(FACTS, keys)


@pytest.fixture(scope="module")
def paper(
    keys: KeyRing,
    printer: CertificatePrinter,
    sealed: Certificate,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A signed file with one certificate."""
    out = tmp_path_factory.mktemp("paper") / "Ana.pdf"
    sign = own_signer(keys.file_key(), keys.public(), FACTS.organisation).sign
    write_certificates(printer, (sealed,), out, None, sign)
    return out


def test_a_signed_file_is_valid_and_gives_its_facts(
    paper: Path, keys: KeyRing, sealed: Certificate
) -> None:
    done = verify_pdf(paper, keys.known(), {})
    assert done.valid
    assert done.pages[0].checked.facts == sealed_facts(sealed)
    assert "Common Name: IMH Trainer issuer" in done.signature


def test_other_peoples_tools_accept_the_file_and_its_signature(paper: Path) -> None:
    (page,) = PdfReader(paper, strict=True).pages
    assert "Ana Lucía Fuentes Marrero" in page.extract_text()
    assert (
        subprocess.run(["qpdf", "--check", paper], check=False, capture_output=True).returncode == 0
    )
    said = subprocess.run(["pdfsig", paper], check=False, capture_output=True, text=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    with paper.open("rb") as stream:
        (signature,) = PdfFileReader(stream).embedded_signatures
        trusted = ValidationContext(trust_roots=[signature.signer_cert])
        status = asyncio.run(async_validate_pdf_signature(signature, trusted))
    assert status.bottom_line


def test_the_file_says_whose_it_is_and_by_which_number(paper: Path) -> None:
    metadata = PdfReader(paper).xmp_metadata
    assert metadata is not None
    assert metadata.dc_title == {"x-default": FACTS.name}
    assert metadata.dc_subject == [FACTS.serial]


def test_written_again_the_signed_file_is_the_same_byte_by_byte(
    paper: Path, keys: KeyRing, kit: Kit, sealed: Certificate, tmp_path: Path
) -> None:
    again = KeyRing(keys._folder)
    sign = own_signer(again.file_key(), again.public(), FACTS.organisation).sign
    write_certificates(CertificatePrinter(kit, Path), (sealed,), tmp_path / "b.pdf", None, sign)
    assert (tmp_path / "b.pdf").read_bytes() == paper.read_bytes()


@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.65, 0.72])
def test_a_changed_byte_in_the_file_is_found(
    share: float, paper: Path, keys: KeyRing, tmp_path: Path
) -> None:
    content = bytearray(paper.read_bytes())
    content[int(len(content) * share)] ^= 1
    (tmp_path / "changed.pdf").write_bytes(content)
    try:
        done = verify_pdf(tmp_path / "changed.pdf", keys.known(), {})
    except (RenderError, SigningError):
        return
    assert not done.valid
    assert "changed" in done.signature


def test_a_valid_code_on_a_paper_in_another_name_is_found(
    printer: CertificatePrinter, sealed: Certificate, keys: KeyRing, tmp_path: Path
) -> None:
    forged = replace(sealed, name="Somebody Else Entirely")
    write_certificates(printer, (forged,), tmp_path / "forged.pdf")
    (page,) = verify_pdf(tmp_path / "forged.pdf", keys.known(), {}).pages
    assert page.checked.verdict == "altered"
    assert [str(difference) for difference in page.differences] == [
        "Name: the page says “Somebody Else Entirely”, its seal says “Ana Lucía Fuentes Marrero”"
    ]


@pytest.mark.parametrize(
    "name",
    ["محمد عبد الرحمن", "Dr محمد (2) PhD", "שָׂרָה לֵוִי", "श्रीकृष्ण त्रिपाठी", "Nguyễn Thị Ánh Tuyết"],
)
def test_names_in_every_script_are_found_on_their_own_paper(
    name: str, printer: CertificatePrinter, keys: KeyRing, tmp_path: Path
) -> None:
    certificate = seal_certificate(replace(FACTS, name=name), keys)
    write_certificates(printer, (certificate,), tmp_path / "name.pdf")
    assert verify_pdf(tmp_path / "name.pdf", keys.known(), {}).valid


def test_a_file_without_a_certificate_and_one_that_is_no_pdf_are_told(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_text("hello", "utf-8")
    with pytest.raises(RenderError, match=r"note\.pdf cannot be read"):
        verify_pdf(tmp_path / "note.pdf", (), {})
    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    document.save(str(tmp_path / "blank.pdf"))
    with pytest.raises(SigningError, match="holds no certificate"):
        verify_pdf(tmp_path / "blank.pdf", (), {})


def scanned(path: Path, dpi: int, degrees: float, blur: float) -> Image.Image:
    """The page as printed at 600 and scanned at ``dpi``, a little askew and out of focus."""
    with pdfium.PdfDocument(path) as document:
        printed = document[0].render(scale=600 / 72, grayscale=True).to_pil()
    turned = printed.rotate(degrees, Image.Resampling.BICUBIC, True, fillcolor=255)
    small = turned.resize(
        (round(turned.width * dpi / 600), round(turned.height * dpi / 600)), Image.Resampling.BOX
    )
    noise = np.random.default_rng(1).normal(0, 6, (small.height, small.width))
    soft = np.asarray(small.filter(ImageFilter.GaussianBlur(blur)), dtype=float)
    return Image.fromarray(np.clip(soft * 0.85 + 20 + noise, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("degrees", [0.0, 2.5, -7.0, 90.0])
def test_the_code_is_read_after_print_and_scan_at_150_dots_an_inch(
    degrees: float, paper: Path, sealed: Certificate
) -> None:
    found = zxingcpp.read_barcodes(scanned(paper, 150, degrees, 0.6))
    assert [code.text for code in found] == [sealed.seal]
    assert found[0].ec_level == "M"


def test_a_text_is_checked_as_a_file_is(keys: KeyRing, sealed: Certificate) -> None:
    assert verify_text(sealed.seal, keys.known(), {}).valid
    revoked = {FACTS.serial: Notice("A", True, date(2026, 12, 1))}
    assert not verify_text(sealed.seal, keys.known(), revoked).valid
    assert not verify_text(sealed.seal[:-9], keys.known(), {}).valid


NODE = shutil.which("node") or shutil.which("nodejs")


@pytest.fixture(scope="module")
def page(keys: KeyRing) -> str:
    listed = write_list(
        {"IMH-2026-000124-4": Notice("A", True, date(2026, 12, 1))},
        datetime(2026, 12, 2, tzinfo=UTC),
        keys,
    )
    return check_page(keys.known(), "</script> & Söhne", listed).decode()


def test_the_page_is_one_file_that_asks_nothing_of_any_network(page: str) -> None:
    assert "default-src 'none'" in page
    assert page.count("</script>") == 5
    assert "src=" not in page.replace("default-src", "")
    assert "{nacl}" not in page


def seals(keys: KeyRing, other: KeyRing) -> dict[str, str]:
    """Seals of every kind, each to be judged alike here and on the page."""
    good = seal_certificate(FACTS, keys).seal
    kinds = {
        "good": good,
        "long": seal_certificate(
            replace(
                FACTS, name="Dr محمد (2) PhD, 李小龙 😀", minutes=1234, credited=20.57, ceu=2.1
            ),
            keys,
        ).seal,
        "one minute": seal_certificate(replace(FACTS, minutes=1, credited=0.02), keys).seal,
        "second revision": seal_certificate(replace(FACTS, revision="B"), keys).seal,
        "unknown": seal_certificate(FACTS, other).seal,
        "no seal": "hello",
        "odd letters": "IMH1:äöü",
        "broken over lines": f"{good[:50]}\r\n{good[50:]}\n",
    }
    for place in range(6, len(good), 23):
        kinds[f"changed at {place}"] = (
            good[:place] + ("A" if good[place] != "A" else "B") + good[place + 1 :]
        )
        kinds[f"cut at {place}"] = good[:place]
    return kinds


@pytest.mark.skipif(NODE is None, reason="node runs the page's script here")
def test_the_page_judges_as_the_program_does(keys: KeyRing, tmp_path: Path) -> None:
    cases = seals(keys, KeyRing(tmp_path / "other"))
    notices = {FACTS.serial: Notice("B", False, date(2026, 12, 1))}
    listed = write_list(notices, datetime(2026, 12, 2, tzinfo=UTC), keys)
    ours = {}
    for name, text in cases.items():
        checked = check_seal(text, keys.known(), notices)
        rows = dict(checked.facts.words()) if checked.facts else {}
        ours[name] = [checked.verdict, checked.said, rows.get("Name", ""), rows.get("Hours", "")]
    folder = Path("resources/check-page")
    script = f"""
    globalThis.self = globalThis;
    const module = undefined;
    {(folder / "nacl.js").read_text("utf-8")}
    {(folder / "check.js").read_text("utf-8")}
    const issuers = {json.dumps([k.hex() for k in keys.known()])}.map(fromHex);
    const list = readList({json.dumps(listed.decode())}, issuers);
    if (readList({json.dumps(listed.decode().replace("2026-12-01", "2026-12-03"))}, issuers)) throw 1;
    const answers = {{}};
    for (const [name, text] of Object.entries({json.dumps(cases)})) {{
      const answer = checkSeal(text, issuers, list.notices);
      const rows = Object.fromEntries(answer.facts ? words(answer.facts) : []);
      const said = answer.said.replace("to this page", "here");
      answers[name] = [answer.verdict, said, rows.Name || "", rows.Hours || ""];
    }}
    console.log(JSON.stringify(answers));
    """
    (tmp_path / "run.js").write_text(script, "utf-8")
    assert NODE is not None
    ran = subprocess.run([NODE, tmp_path / "run.js"], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert json.loads(ran.stdout) == ours
    assert {verdict for verdict, *_ in ours.values()} >= {
        "valid",
        "superseded",
        "altered",
        "cut short",
        "unknown issuer",
        "no seal",
    }
