"""The sentences for what was found before the doors open."""

from PySide6.QtCore import QCoreApplication

from imhtrainer.services.preflight.finding import Finding, Judged

translate = QCoreApplication.translate


def sentences() -> dict[str, str]:
    """Each key's sentence, with places for its values."""
    return {
        "mains": translate("Doors", "This computer runs on mains power."),
        "plugged": translate("Doors", "Plugged in, the battery is at {0} %."),
        "battery": translate("Doors", "The laptop runs on its battery, at {0} %. Plug it in."),
        "unwritable": translate("Doors", "Nothing can be written in {0}: {1}"),
        "full": translate(
            "Doors", "Only {0} GB are free on the disk. Make room before the training."
        ),
        "written": translate("Doors", "Written to the journal and read back; {0} GB are free."),
        "awake": translate(
            "Doors", "Sleep and the screen saver are held off while the training runs."
        ),
        "sleepy": translate(
            "Doors",
            "This system does not let the program hold sleep off. Set the laptop’s sleep and screen saver "
            "to “Never” until the training is over.",
        ),
        "mirrored": translate(
            "Doors",
            "{0} and {1} show the same picture, so the room would see your notes. "
            "Choose “Extend” in the system’s display settings (Windows key + P).",
        ),
        "one screen": translate(
            "Doors",
            "{0} is the only screen. Plug in the projector, or present with the strip: no notes then.",
        ),
        "projector": translate(
            "Doors", "{0} at {1} % is the projector; {2} at {3} % is your own screen."
        ),
        "few pixels": translate(
            "Doors",
            "{0} at {1} % is the projector; {2} at {3} % is your own screen. The projector shows few pixels: "
            "look whether the back row can read.",
        ),
    }


def put_in_words(judged: Judged) -> Finding:
    """What was found, as a person reads it."""
    sentence = sentences()[judged.key].format(*judged.values)
    button = translate("Doors", "Test picture") if judged.action == "picture" else ""
    return Finding(judged.verdict, sentence, judged.action, button)
