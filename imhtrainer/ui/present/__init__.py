"""Presenting: the console on the facilitator's screen and the window the room sees.

Where to begin reading::

    console     the page: wires everything below it together; its panes, bars, views and folding
    presenting  every key and button as a command to the session
    keys        which key means what, and the drawer that lists them
    stage       what the room sees: the audience window and on which screen it stands
    pages       slides laid out, painted ahead of time, and what is shown of one
    overview    all slides at a glance, found by typing
    hands       pointer, spotlight, pens and zoom on the console's slide
    outline     the list of sections and slides
    round       a checkpoint's vote: figures and advice (no Qt), card, buttons, words
    clock       the section's clock, the expected end, the advice, and both as blocks
    sign_in     who is here
    notes       the facilitator's notes
    buttons     the console's buttons and key caps; figures, figure_label, share_bar: its small parts
"""
