"""Prints how long decks of several sizes take to parse: python tests/benchmarks/parse_decks.py."""

import argparse
import cProfile
import pstats
import time
from pathlib import Path

from imhtrainer.decks.parser import parse

FRONT = """---
trainer: 1
title: A long training
minutes: {minutes}
objectives:
  - define: Define infant mental health
---
"""

TEACHING = """
## Slide {n}: babies speak with their bodies {{build=list}}

- **Eyes** that look, and look away when it is enough
- **Hands** that open, reach, or come to the mouth
- A voice that coos, fusses, and *waits* for yours
- See [the first slide](#slide-0) once more

![A father holds his baby and looks at her face](images/hands.svg)

::: source
National Scientific Council on the Developing Child (2004). *Young children develop in relationships.*
:::

::: notes
**Say.** Nobody answers every signal, and nobody has to. What counts is that somebody comes back.

**Ask.** When did a baby last surprise you? Take two or three answers, thank everyone, and go on.

**Watch for.** People who go quiet: this may be close to home. Remind the room that they may pass.
:::
"""

CHECKPOINT = """
## A tired father misreads his baby, notices, and comforts her. What is slide {n}? {{.checkpoint}}

- [ ] Harm that is already done
  > Misses happen every day. What follows counts more.
- [x] A repair that builds trust
  > Yes. Noticing and coming back is how trust grows.
- [ ] A sign to leave her alone
  > A calm, close adult is what she looks for.

::: explain
Mismatch is ordinary; repair is what an infant learns to count on.
:::

::: notes
**Ask.** Hands up for A, B, C. Count slowly; nobody has to answer.
:::
"""


def make_deck(slides: int) -> str:
    """The text of a deck of that many slides, every tenth a checkpoint."""
    parts = [FRONT.format(minutes=slides)]
    for n in range(slides):
        if n % 20 == 0:
            parts.append(f"\n# Section {n // 20} {{minutes={min(20, slides - n)}}}\n")
        kind = CHECKPOINT if n % 10 == 9 else TEACHING
        identity = " {#slide-0 build=list}" if n == 0 else ""
        text = kind.format(n=n)
        parts.append(text.replace(" {build=list}", identity, 1) if n == 0 else text)
    return "".join(parts)


def seconds(text: str, repeats: int) -> tuple[float, float]:
    """The fastest of several parses in seconds: by the clock, and of the processor alone."""
    clock, processor = [], []
    for _ in range(repeats):
        start, busy = time.perf_counter(), time.process_time()
        deck, problems = parse(text, Path(), "deck.md")
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - busy)
        if deck is None or problems:
            raise SystemExit(f"the generated deck is wrong: {problems[:3]}")
    return min(clock), min(processor)


def main() -> None:
    """Print one line for each size, and a profile where asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--repeats", type=int, default=7)
    arguments.add_argument("--profile", action="store_true", help="also profile 500 slides")
    chosen = arguments.parse_args()
    for slides in (50, 500, 2000):
        text = make_deck(slides)
        clock, processor = seconds(text, chosen.repeats)
        print(
            f"{slides:5d} slides {len(text.encode()) / 1000:6.0f} kB {clock * 1000:7.1f} ms "
            f"({processor * 1000:.1f} ms of the processor) {clock / slides * 1e6:5.0f} us a slide"
        )
    if chosen.profile:
        text = make_deck(500)
        profile = cProfile.Profile()
        profile.runcall(parse, text, Path(), "deck.md")
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
