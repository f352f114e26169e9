"""Prints what a PowerPoint export costs and how it looks in LibreOffice: python -m tests.benchmarks.pptx.

Whole processes are measured by their processor seconds, children of this one and in turns, so a busy
machine does not change the ratio to pandoc much; the first run, which writes our bytecode, does not count.
Pictures: LibreOffice's PDF and our screen, both at 4K and reduced to 960 x 540. At 1080 lines our screen
sets every baseline on a whole pixel, up to a quarter of a point away, which no page of LibreOffice does.
What is left is LibreOffice 7.4's: it sets text in whole pixels of 600 dpi, Gelasio Bold 0.2 % too narrow.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from openxml_audit import validate_pptx
from PIL import Image
from pypdfium2 import PdfDocument
from skimage.metrics import structural_similarity

from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.render.pptx import write_pptx
from imhtrainer.render.pptx.lint import package_faults
from imhtrainer.resources import resource_path, slides_path
from tests.benchmarks.figures import seconds_of, tell, tell_ratio

TRAINING = slides_path() / "it-starts-on-day-1"
SIZE, WIDTH = (960, 540), 3840
AS_INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has its bytecode; where Python may not keep it, each run would compile us again."""

RUNS, TURNS = 3, 9
ITEMS = (
    "Notice the cue: a look, a sound, a turn away",
    "Answer, then watch what your baby does next",
    "Come back after a miss; most of the time is enough",
)
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Georgia</family><prefer><family>Gelasio</family></prefer></alias>
<alias binding="same"><family>Calibri</family><prefer><family>Carlito</family></prefer></alias>
</fontconfig>
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        tell_processes(folder)
        tell_growth()
        tell_checks(folder)
        tell_looks(folder)


def tell_processes(folder: Path) -> None:
    """100 text slides, from one text each to a file, in a process of its own."""
    ours, theirs = folder / "ours", folder / "theirs.md"
    ours.mkdir()
    (ours / "deck.md").write_text(our_text(100), "utf-8")
    theirs.write_text(pandoc_text(100), "utf-8")
    export = [sys.executable, "-m", "imhtrainer", "export", "pptx"]
    out = str(folder / "out.pptx")
    commands = ([*export, str(ours), "-o", out], ["pandoc", str(theirs), "-o", out])
    cpu_seconds(commands[0])
    pairs = [tuple(map(cpu_seconds, commands)) for _ in range(TURNS)]
    mine, peer = map(list, zip(*pairs, strict=True))
    tell("100 text slides, whole process", statistics.median(mine), "s")
    tell_ratio("  against the same words", mine, peer, "pandoc (aim 0.8)")
    tell("  the quickest of each", min(mine) / min(peer), "x", "pandoc")
    tell(
        "  peak memory, the training",
        peak_megabytes([*export, str(TRAINING), "-o", out]),
        "MB",
        "< 200",
    )


def tell_growth() -> None:
    """The writer alone: 700 slides against 100."""
    kit = load_kit()
    pages = compose_deck(read_deck(TRAINING), Context(), kit)
    few, many = repeated(pages, 100), repeated(pages, 700)
    hundred = seconds_of(lambda: write_pptx(few, BytesIO(), DocumentMeta("x"), kit.theme), RUNS)
    seven = seconds_of(lambda: write_pptx(many, BytesIO(), DocumentMeta("x"), kit.theme), RUNS)
    growth = statistics.median(seven) / statistics.median(hundred) / 7
    tell("700 slides, the writer alone", statistics.median(seven), "s")
    tell("  a slide of 700 against one of 100", growth, "x", "at most 1")


def tell_checks(folder: Path) -> None:
    """Our own look through the file, and the audit that tests run as well."""
    kit = load_kit()
    pages = compose_deck(read_deck(TRAINING), Context(), kit)
    out = folder / "training.pptx"
    write_pptx(pages, out, DocumentMeta("x"), kit.theme)
    blob = out.read_bytes()
    whole = seconds_of(lambda: write_pptx(pages, BytesIO(), DocumentMeta("x"), kit.theme), RUNS)
    own = seconds_of(lambda: package_faults(BytesIO(blob)), RUNS)
    audit = seconds_of(lambda: validate_pptx(out), RUNS)
    tell("The training: writing and looking through", statistics.median(whole), "s")
    tell("  of it our own look", statistics.median(own), "s")
    tell_ratio("  openxml-audit instead", audit, own, "our own look")


def tell_looks(folder: Path) -> None:
    """Every slide of the training in LibreOffice beside our screen."""
    shown = office_pictures(folder / "training.pptx", folder)
    own = own_pictures(folder / "own")
    scores = [likeness(*pair) for pair in zip(shown, own, strict=True)]
    worst = sorted(range(len(scores)), key=scores.__getitem__)[:5]
    tell("LibreOffice against our screen, mean SSIM", statistics.mean(scores), "")
    tell("  lowest", min(scores), "", "at least 0.97")
    tell("  slides below 0.97", sum(score < 0.97 for score in scores), f"of {len(scores)}")
    print("  lowest five:", ", ".join(f"{n + 1} ({scores[n]:.3f})" for n in worst))


def our_text(slides: int) -> str:
    """A deck of text slides with notes."""
    head = "---\ntrainer: 1\ntitle: A\nminutes: 100\n---\n\n# One {minutes=100}\n\n"
    items = "\n".join(f"- {item}" for item in ITEMS)
    return head + "".join(
        f"## Slide {n}\n\n{items}\n\n::: notes\nSay it.\n:::\n\n" for n in range(slides)
    )


def pandoc_text(slides: int) -> str:
    """The same words for pandoc."""
    items = "\n".join(f"- {item}" for item in ITEMS)
    return "---\ntitle: A\n---\n\n" + "".join(
        f"# Slide {n}\n\n{items}\n\n::: notes\nSay it.\n:::\n\n" for n in range(slides)
    )


def repeated(pages: Sequence[Page], count: int) -> list[Page]:
    """So many pages, each with an id of its own."""
    endless = (pages[n % len(pages)] for n in range(count))
    return [replace(page, slide_id=f"{page.slide_id}-{n}") for n, page in enumerate(endless)]


def cpu_seconds(command: Sequence[str]) -> float:
    """Processor seconds of a process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_megabytes(command: Sequence[str]) -> float:
    """The largest resident size of a process, measured from a process that has no other child."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=2);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True
    )
    return int(done.stdout.split()[-1]) / 1024


def office_pictures(deck: Path, folder: Path) -> Iterator[Image.Image]:
    """The slides as LibreOffice shows them, with our fonts in the place of Office's.

    It counts in hundredths of a millimetre, so that its page is a trifle wider than ours.
    """
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(fonts=resource_path("fonts"), cache=folder / "cache"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)],
        check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )  # fmt: skip
    with PdfDocument(deck.with_suffix(".pdf")) as shown:
        for page in shown:
            picture = page.render(scale=WIDTH / page.get_width()).to_pil()
            yield picture.crop((0, 0, WIDTH, WIDTH * SIZE[1] // SIZE[0]))


def own_pictures(folder: Path) -> Iterator[Image.Image]:
    """The slides as our screen shows them."""
    command = ["export", "png", str(TRAINING), "-o", str(folder), "--width", str(WIDTH)]
    subprocess.run([sys.executable, "-m", "imhtrainer", *command], check=True, capture_output=True)
    return map(Image.open, sorted(folder.glob("*.png")))


def likeness(first: Image.Image, second: Image.Image) -> float:
    """SSIM of two pictures in grey (Wang et al., 2004; windows of 7 pixels)."""
    pair = (
        np.asarray(picture.convert("L").resize(SIZE, Image.Resampling.BOX))
        for picture in (first, second)
    )
    similar: Callable[..., float] = structural_similarity
    return float(similar(*pair, data_range=255))


if __name__ == "__main__":
    main()
