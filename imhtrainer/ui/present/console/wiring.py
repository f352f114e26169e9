"""Which button of the console leads where."""

from imhtrainer.ui.present.clock.acts import TimeAct
from imhtrainer.ui.present.console.desks import ConsoleDesks, Stage
from imhtrainer.ui.present.console.ending import EndDesk
from imhtrainer.ui.present.console.kept import Kept
from imhtrainer.ui.present.console.keys import ConsoleKeys
from imhtrainer.ui.present.console.parts import ConsoleParts
from imhtrainer.ui.present.console.projector_desk import ProjectorDesk
from imhtrainer.ui.present.console.tab_order import order_choices
from imhtrainer.ui.present.presenting import Presenting


def connect_bars(parts: ConsoleParts, presenting: Presenting) -> None:
    """What waits for a word and what went wrong; answers to questions."""
    bars = parts.bars
    presenting.refused.connect(bars.refuse)
    presenting.asked.connect(bars.ask_to_leave)
    presenting.written.connect(bars.say_saving)
    bars.leave_wanted.connect(presenting.leave)
    bars.stay_wanted.connect(presenting.stay)
    bars.end_confirmed.connect(presenting.end)
    bars.dismissed.connect(presenting.forget_question)


def connect_top(
    parts: ConsoleParts, keys: ConsoleKeys, projector: ProjectorDesk, end: EndDesk
) -> None:
    """The top bar."""
    bar = parts.bar
    bar.end_wanted.connect(end.ask)
    bar.people_wanted.connect(keys.panes.show_people)
    bar.phones_wanted.connect(keys.panes.show_phones)
    bar.keys_wanted.connect(keys.panes.show_keys)
    bar.projector_wanted.connect(projector.say_where)
    bar.swap_wanted.connect(keys.swap)


def connect_strip(stage: Stage, keys: ConsoleKeys, end: EndDesk) -> None:
    """The strip under the slides where there is one screen."""
    strip = stage.strip
    strip.next_wanted.connect(keys.steps.next)
    strip.back_wanted.connect(keys.steps.back)
    strip.notes_wanted.connect(stage.projector.float)
    strip.end_wanted.connect(end.ask)
    strip.vote.close_wanted.connect(stage.presenting.close_round)
    strip.vote.reveal_wanted.connect(stage.presenting.reveal)


def connect_transport(desks: ConsoleDesks, keys: ConsoleKeys) -> None:
    """The buttons that never move, and the clock's."""
    parts, transport = desks.parts, desks.parts.transport
    transport.next_wanted.connect(keys.steps.next)
    transport.back_wanted.connect(keys.steps.back)
    transport.screen_wanted.connect(keys.show)
    transport.question_wanted.connect(lambda: keys.time.act(TimeAct.QUESTION))
    transport.draw.clicked.connect(desks.hands.toggle_strip)
    transport.overview.clicked.connect(desks.overview.toggle)
    parts.slide.clock.row.asked.connect(keys.time.act)
    parts.bars.break_wanted.connect(keys.time.start_break)


def connect_panes(
    parts: ConsoleParts, presenting: Presenting, keys: ConsoleKeys, kept: Kept
) -> None:
    """Outline, slide and the right column."""

    def look_at(slide: int) -> None:
        last = len(presenting.state.plan.slides) - 1
        presenting.look_at(min(max(slide, 0), last))

    def show_looked() -> None:
        if presenting.looked_at is not None:
            presenting.go_to(presenting.looked_at)

    parts.outline.list.looked.connect(look_at)
    parts.outline.list.chosen.connect(presenting.go_to)
    parts.slide.show_wanted.connect(show_looked)
    parts.slide.return_wanted.connect(keys.number.back_again)
    parts.slide.film.volume_wanted.connect(kept.volume)
    parts.side.notes.sized.connect(kept.notes_size)
    parts.side.keys.scheme_wanted.connect(kept.scheme)
    parts.side.keys.ease_wanted.connect(presenting.ease)


def connect_round(parts: ConsoleParts, presenting: Presenting) -> None:
    """A vote's rows and buttons."""
    panel, buttons, side = parts.round, parts.round.buttons, parts.side
    panel.counted.connect(presenting.count)
    panel.typed.connect(presenting.count)
    panel.passed.connect(presenting.pass_word)
    panel.voided.connect(presenting.void_round)
    panel.card.more.sitting_wanted.connect(presenting.sit)
    panel.card.rows_made.connect(lambda: order_choices(panel.card))
    panel.phones_off.why_wanted.connect(lambda: side.open("phones"))
    buttons.undo_wanted.connect(presenting.undo_count)
    buttons.paper_wanted.connect(lambda: side.open("paper"))
    buttons.again_wanted.connect(presenting.vote_again)
    buttons.reveal_wanted.connect(presenting.reveal)
    buttons.close_wanted.connect(presenting.close_round)
