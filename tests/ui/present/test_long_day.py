"""A long day in short: slides, rounds and screens leave nothing behind."""

from imhtrainer.ui.style.look import Look
from tests.benchmarks.soak import presenting, soak, take_stock


def test_slides_rounds_and_screens_leave_no_widget_thread_or_file_and_no_memory(look: Look) -> None:
    before, after = soak(look, changes=400, rounds=20, screens=20)
    assert after.widgets == before.widgets
    assert after.threads <= before.threads
    assert after.files == before.files
    assert after.megabytes - before.megabytes < 20


def test_a_console_that_is_put_away_takes_everything_with_it(look: Look) -> None:
    with presenting(look):
        pass
    before = take_stock()
    for _ in range(3):
        with presenting(look):
            pass
    after = take_stock()
    assert (after.widgets, after.files) == (before.widgets, before.files)
    assert after.threads <= before.threads
