"""One small training of every kind of slide and item, said in another language."""

from pathlib import Path
from shutil import copytree

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.deck import Deck

_LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"

_DECK = """---
trainer: 1
title: "{title}"
lang: {lang}
theme: dawn
minutes: 30
objectives:
  - one: "{sentence}"
materials:
  - "{thing}"
sources:
  - "{sentence}"
---

# {title} {{#welcome minutes=10}}

## {title} {{#title layout=title}}

![{thing}](images/hands.svg)

::: notes
{sentence}
:::

## {thing} {{#points}}

- **{thing}** {sentence}
- {sentence}

![{thing}](images/hands.svg)

::: notes
{sentence}

- {thing}
:::

# {thing} {{#one minutes=15 point=1}}

## {thing} {{#part layout=section}}

{title}

## {title} {{#try}}

::: activity {{minutes=2 mode=pairs}}
1. {sentence}
2. {thing}

{thing}
:::

## {sentence} {{#q1 .checkpoint point=1 type=single}}

- [ ] {thing}
  > {sentence}
- [x] {title}
  > {sentence}

::: explain
{sentence}
:::

## {sentence} {{#q2 .checkpoint type=order}}

1. {title}
2. {thing}
3. {title} {thing}

::: explain
{sentence}
:::

## {sentence} {{#q3 .checkpoint type=words}}

## {sentence} {{#q4 .checkpoint type=rating}}

## {sentence} {{#q5 .checkpoint type=multiple}}

- [x] {title}
  > {sentence}
- [ ] {thing}
  > {sentence}
- [x] {title} 2
  > {sentence}
- [ ] {thing} 2
  > {sentence}

::: explain
{sentence}
:::

# {thing} {{#help minutes=5}}

## {title} {{#numbers layout=resources}}

- **988** {thing}
- **1-833-852-6262** {sentence}
"""

SAYINGS = {
    "ar": ("ننظر معًا", "الطفل ينظر إلينا ثم يبتعد قليلًا ليستريح.", "ورقة وقلم"),
    "es": ("Juntos", "El bebé nos mira y luego descansa.", "Papel"),
    "ht": ("Ansanm", "Tibebe a gade nou, epi li repoze.", "Papye"),
    "en": ("Together", "The baby looks at us, then rests a moment.", "Paper"),
}


def deck_in_language(lang: str, folder: Path) -> Deck:
    """The training in one of ``SAYINGS``' languages, written into ``folder``."""
    title, sentence, thing = SAYINGS[lang]
    folder.mkdir(exist_ok=True)
    copytree(_LITTLE / "images", folder / "images")
    text = _DECK.format(title=title, sentence=sentence, thing=thing, lang=lang)
    (folder / "deck.md").write_text(text, "utf-8")
    return read_deck(folder)
