"""Questions in other programs' formats: GIFT (Moodle), Aiken, and tables.

Every reader gives ``Reading``: the items it understood, and a message with its line for whatever it did not.
"""
