"""Presenting: the console on the facilitator's screen and the window the room sees.

Where to begin reading::

    console          the page: wires everything below it together
    presenting       every key and button as a command to the session
    console_*        its parts, what they show (views), what keys do, how columns fold
    key_*, keys_*    which key means what, and the drawer that lists them
    projector        on which screen the room's window stands (screens: the rules, no Qt)
    audience         that window; room_screen, room_state: what it shows, said in pictures and words
    deck_pages       slides laid out; page_pictures: painted ahead of time; shown: what is on one
    outline_*        the list of sections and slides
    round_*          a checkpoint's vote: figures and advice (no Qt), card, buttons, words
    clock_*, pace_*  the section's clock, the expected end and the advice; timeline: both as blocks
    sign_in_*        who is here
    notes_pane, next_pane, side_pane, slide_pane, top_bar, transport: the panes themselves
"""
