"""A whole training with made-up people, through the real session, journal, certificates and exports."""

from imhtrainer.services.rehearsal.rehearse import Rehearsal, rehearse

__all__ = ["Rehearsal", "rehearse"]
