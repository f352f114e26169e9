"""Questions that are looked at, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imhtrainer.domain.deck import Slide
from imhtrainer.domain.quiz import Question
from imhtrainer.ui.importing.saying import Group

translate = QCoreApplication.translate


def question_of(group: Group) -> Question | None:
    """The question that a group adds."""
    new = group.changes[0].new
    return new.question if isinstance(new, Slide) else None


def kind_of(group: Group) -> str:
    """What kind of question it is: ``One right answer of 4``."""
    question = question_of(group)
    if question is None:
        return ""
    count, right = len(question.choices), sum(choice.right for choice in question.choices)
    match question.kind:
        case "single":
            return translate("QuestionsPage", "One right answer of {0}").format(count)
        case "multiple":
            return translate("QuestionsPage", "{0} right answers of {1}").format(right, count)
        case "truefalse":
            return translate("QuestionsPage", "True or false")
        case "rating":
            return translate("QuestionsPage", "A rating from 1 to 5")
        case "order":
            return translate("QuestionsPage", "{0} things to put in order").format(count)
        case "words":
            return translate("QuestionsPage", "In people’s own words")
