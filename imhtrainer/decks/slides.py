"""One slide as written to a domain Slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from imhtrainer.decks.attributes import Fields
from imhtrainer.decks.blocks import BlockReader, Simple, bare
from imhtrainer.decks.layouts import BUILDS, LAYOUTS, faults_of, infer_layout
from imhtrainer.decks.outline import Part, RawSlide, is_checkpoint
from imhtrainer.decks.problem import Findings
from imhtrainer.decks.questions import read_question
from imhtrainer.domain.deck import (
    Activity,
    Block,
    Build,
    Column,
    GroupMode,
    Layout,
    ListBlock,
    Paragraph,
    Slide,
    Text,
)
from imhtrainer.domain.quiz import Question

_KEYS = ("layout", "build", "minutes", "optional", "short")
_QUESTION_KEYS = (*_KEYS, "point", "phase", "type", "objective", "shuffle")
_MODES = ("alone", "pairs", "groups")
_MINUTES = {"title": 0.5, "section": 0.5, "closing": 0.5, "checkpoint": 2.0}


@dataclass(frozen=True, slots=True)
class SlideReader:
    """Reads slides one after another; whatever is wrong with one becomes a finding."""

    blocks: BlockReader
    findings: Findings

    def read(self, raw: RawSlide, identity: str, section_point: int) -> Slide:
        """The slide; ``section_point`` is the point of the section it stands in."""
        fields = Fields(raw.attributes, raw.line, self.findings)
        question = self._question(raw, fields, section_point)
        content = () if question else tuple(self._content(raw))
        layout: Layout = "checkpoint" if question else self._layout(fields, content)
        slide = Slide(
            id=identity,
            title=self.blocks.inline.read(raw.title, raw.line),
            layout=layout,
            line=raw.line,
            blocks=content,
            notes=tuple(self._notes(raw)),
            sources=tuple(self._sources(raw)),
            build=cast(Build, fields.one_of("build", BUILDS, "")),
            minutes=fields.number("minutes", planned_minutes(layout, content)),
            optional=fields.flag("optional"),
            short=fields.words("short"),
            question=question,
        )
        self._report_faults(slide)
        return slide

    def _question(self, raw: RawSlide, fields: Fields, section_point: int) -> Question | None:
        if not is_checkpoint(raw.attributes):
            fields.only("a slide", _KEYS, ("checkpoint",))
            return None
        fields.only("a checkpoint", _QUESTION_KEYS, ("checkpoint",))
        fields.one_of("layout", ("checkpoint",), "checkpoint")
        for part in raw.parts:
            if part.directive in ("left", "right", "activity"):
                self.findings.add(part.line, f"A checkpoint cannot show “::: {part.directive}”.")
        return read_question(self.blocks, raw.parts, fields, section_point)

    def _layout(self, fields: Fields, content: Sequence[Block]) -> Layout:
        return cast(Layout, fields.one_of("layout", LAYOUTS, infer_layout(content)))

    def _content(self, raw: RawSlide) -> list[Block]:
        soft = "\n" if raw.attributes.get("layout") == "resources" else " "
        content: list[Block] = []
        for part in raw.parts:
            match part.directive:
                case "":
                    content.extend(self.blocks.read(part.lines, part.first, soft))
                case "left" | "right":
                    content.append(self._column(part))
                case "activity":
                    content.append(self._activity(part))
                case "explain":
                    self.findings.add(part.line, "“::: explain” belongs on a .checkpoint slide.")
        return content

    def _column(self, part: Part) -> Column:
        side = cast(Literal["left", "right"], part.directive)
        Fields(part.attributes, part.line, self.findings).only(f"::: {side}", ())
        found = self.blocks.read(part.lines, part.first)
        blocks: list[Block] = [_as_head(block) for block in found[:1]]
        return Column(side, (*blocks, *found[1:]), part.line)

    def _activity(self, part: Part) -> Activity:
        fields = Fields(part.attributes, part.line, self.findings)
        fields.only("::: activity", ("minutes", "mode"))
        found = self.blocks.read(part.lines, part.first)
        steps: tuple[Text, ...] = ()
        choice: Text = ()
        for block in found:
            if isinstance(block, ListBlock) and block.ordered and not steps:
                steps = block.items
            elif isinstance(block, Paragraph) and block is found[-1]:
                choice = block.text
            else:
                self.findings.add(
                    block.line, "An activity holds one numbered list and one last paragraph."
                )
        mode = cast(GroupMode, fields.one_of("mode", _MODES, "alone"))
        return Activity(fields.number("minutes", 1.0), mode, steps, choice, part.line)

    def _notes(self, raw: RawSlide) -> list[Paragraph | ListBlock]:
        notes: list[Paragraph | ListBlock] = []
        for part in raw.parts:
            if part.directive != "notes":
                continue
            Fields(part.attributes, part.line, self.findings).only("::: notes", ())
            for block in self.blocks.read(part.lines, part.first):
                if isinstance(block, Paragraph | ListBlock):
                    notes.append(block)
                else:
                    self.findings.add(block.line, "Notes hold paragraphs and lists only.")
        return notes

    def _sources(self, raw: RawSlide) -> list[Text]:
        sources: list[Text] = []
        for part in raw.parts:
            if part.directive != "source":
                continue
            Fields(part.attributes, part.line, self.findings).only("::: source", ())
            blocks = self.blocks.read(part.lines, part.first)
            if not blocks:
                self.findings.add(part.line, "“::: source” is empty: name the source or remove it.")
            for block in blocks:
                if isinstance(block, Paragraph):
                    sources.append(block.text)
                else:
                    self.findings.add(block.line, "A source is one or two lines of plain text.")
        return sources

    def _report_faults(self, slide: Slide) -> None:
        if not slide.title:
            self.findings.add(slide.line, "The slide has no title: write one after ##.")
        for line, message in faults_of(slide):
            self.findings.add(line, message)


def planned_minutes(layout: Layout, content: Sequence[Block]) -> float:
    """The minutes of a slide that names none: its activity's, else what its layout usually takes."""
    activity = next((block for block in content if isinstance(block, Activity)), None)
    return activity.minutes if activity else _MINUTES.get(layout, 1.0)


def _as_head(block: Simple) -> Simple:
    if isinstance(block, Paragraph) and block.text and all(run.bold for run in block.text):
        return replace(block, text=bare(block.text), head=True)
    return block
