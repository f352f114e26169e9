"""By which rule a session credits hours, and what the certificate says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.award import Award, CreditRules
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.fields import Choice, NumberField, TextField, named_field
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label


class AwardFields(QWidget):
    """The rule with its source, what else it takes, the number and who signs; ``changed`` after each change.

    The hint says whether the certificate speaks of credit on the day, and why not.
    """

    changed = Signal()

    def __init__(self, look: Look, rules: Sequence[CreditRules]) -> None:
        super().__init__()
        self._award, self._day = Award(), ""
        self._offered = list(rules)
        self.rules = Choice(look, self.tr("Hours are credited by"))
        self.number = TextField(look, self.tr("Training number"))
        self.signatory = TextField(look, self.tr("Signed by, if not the facilitator"))
        self.signatory_credentials = TextField(look, self.tr("Credentials of who signs"))
        self.post_test = NumberField(self.tr("Last check right, at least"), 0, 100, " %")
        self.post_test.setSpecialValueText(self.tr("Not asked for"))
        self.evaluation = Choice(look, self.tr("Evaluation"))
        self.evaluation.addItems([self.tr("Not asked for"), self.tr("Must be handed in")])
        self._source = label("", "small", wrap=True)
        self.speaks = label("", "small", wrap=True)
        self._fill()
        self._lay_out()
        self.rules.activated.connect(lambda _index: self._choose())
        for field in (self.number, self.signatory, self.signatory_credentials):
            field.textEdited.connect(lambda _text: self.changed.emit())
        self.post_test.valueChanged.connect(lambda _value: self.changed.emit())
        self.evaluation.activated.connect(lambda _index: self.changed.emit())

    @property
    def award(self) -> Award:
        """What the fields say now."""
        return replace(
            self._award,
            post_test=self.post_test.value() / 100,
            evaluation=self.evaluation.currentIndex() == 1,
            rules=self._offered[max(self.rules.currentIndex(), 0)],
            number=self.number.text().strip(),
            signatory=self.signatory.text().strip(),
            signatory_credentials=self.signatory_credentials.text().strip(),
        )

    def show_award(self, award: Award, day: str) -> None:
        """Show what is known; ``day`` is the session's (ISO), on which the provider's dates are tried."""
        self._award, self._day = award, day
        if award.rules not in self._offered:
            # The rule as it was when the session chose it, though its file says otherwise now.
            self._offered.append(award.rules)
            self._fill()
        self.rules.setCurrentIndex(self._offered.index(award.rules))
        self.post_test.setValue(round(award.post_test * 100))
        self.evaluation.setCurrentIndex(int(award.evaluation))
        for name in ("number", "signatory", "signatory_credentials"):
            field: TextField = getattr(self, name)
            if field.text().strip() != getattr(award, name):
                field.setText(getattr(award, name))
                field.setCursorPosition(0)
        self._say()

    def _choose(self) -> None:
        self._say()
        self.changed.emit()

    def _fill(self) -> None:
        self.rules.clear()
        self.rules.addItems([rules.name for rules in self._offered])

    def _say(self) -> None:
        award = self.award
        self._source.setText(award.rules.source + ".")
        objection = award.provider.objection(self._day)
        if objection:
            words = self.tr("The certificate says nothing of credit: {0}.").format(objection)
        else:
            words = self.tr("The certificate carries the statement of provider {0}.").format(
                award.provider.number
            )
        self.speaks.setText(words)

    def _lay_out(self) -> None:
        inside = column(self, spacing=14)
        rule = named_field(self.rules.accessibleName(), self.rules)
        rule.addWidget(self._source)
        rule.addWidget(self.speaks)
        inside.addLayout(rule)
        asked = row(spacing=16)
        check = self.tr("Items at the end, answered by phone with a name.")
        asked.addLayout(named_field(self.post_test.accessibleName(), self.post_test, check), 1)
        form = self.tr("Marked in Wrap up, once somebody gave the form in.")
        asked.addLayout(named_field(self.evaluation.accessibleName(), self.evaluation, form), 1)
        inside.addLayout(asked)
        number = row(spacing=16)
        number.addLayout(named_field(self.number.accessibleName(), self.number), 1)
        number.addStretch(1)
        inside.addLayout(number)
        signing = row(spacing=16)
        for field in (self.signatory, self.signatory_credentials):
            signing.addLayout(named_field(field.accessibleName(), field), 1)
        inside.addLayout(signing)
