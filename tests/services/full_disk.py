"""Writes certificates onto a disk until it is full, and prints as JSON what was said and what is there.

The test runs it in a namespace of its own, on a small file system that is gone afterwards.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import make_serial
from imhtrainer.domain.errors import StoreError
from imhtrainer.layout.kit import load_kit
from imhtrainer.services.certificate_files import write_certificates, write_signed
from imhtrainer.signing.keys import KeyRing
from imhtrainer.signing.pades import own_signer
from imhtrainer.signing.pades_check import check_signature
from imhtrainer.signing.seal import seal_certificate
from tests.documents.test_certificate import FACTS

PEOPLE = 100


def main(disk: Path, keys_folder: Path) -> None:
    """One file each until there is no room, then all in one file over an old one."""
    keys = KeyRing(keys_folder)
    sign = own_signer(keys.file_key(), keys.public(), "Harborlight").sign
    people = [
        seal_certificate(replace(FACTS, serial=make_serial(2026, n), name=f"Ana Ruiz {n}"), keys)
        for n in range(PEOPLE)
    ]
    printer = CertificatePrinter(load_kit(), Path)
    old = disk / "all.pdf"
    write_certificates(printer, people[:1], old)
    before = old.read_bytes()
    said = []
    for attempt in (
        lambda: write_signed(printer, people, disk / "each", None, lambda _certificate: sign),
        lambda: write_certificates(printer, people, old),
    ):
        try:
            attempt()
        except StoreError as error:
            said.append(str(error))
    each = sorted((disk / "each").iterdir())
    found = {
        "said": said,
        "names": [path.name for path in each],
        "pages": [len(PdfReader(path).pages) for path in each],
        "sound": [check_signature(path)[1] for path in each],
        "old is as it was": old.read_bytes() == before,
        "left over": [path.name for path in disk.rglob(".*")],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
