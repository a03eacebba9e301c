"""Sentences about a time or a place that somebody else has: whose, with what around it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _joined(*parts: str) -> str:
    """Sentences one after the other, as the language sets them."""
    text = parts[0]
    for part in parts[1:]:
        text = QCoreApplication.translate("notices", "{first} {then}").replace("{first}", text)
        text = text.replace("{then}", part)
    return text


def taken() -> dict[str, tuple[str, ...]]:
    """Whose time or whose chair it is; what else is in the way of it, and when it is free next."""
    worker = QCoreApplication.translate(
        "notices", "{worker} already has {customer} ({service}) from {start} to {end}."
    )
    place = QCoreApplication.translate(
        "notices", "{place} is taken by {customer} ({service}) from {start} to {end}."
    )
    theirs_after = QCoreApplication.translate(
        "notices", "With what comes after, that takes until {busy_until}."
    )
    theirs_before = QCoreApplication.translate(
        "notices", "With what comes before, that begins at {busy_since}."
    )
    own_before = QCoreApplication.translate(
        "notices", "With what comes before, this one begins at {needs_from}."
    )
    own_after = QCoreApplication.translate(
        "notices", "With what comes after, this one takes until {needs_until}."
    )
    around = (
        (theirs_after, own_before),
        (theirs_before, own_after),
        (theirs_after,),
        (theirs_before,),
        (own_before,),
        (own_after,),
        (),
    )
    next_free = QCoreApplication.translate("notices", "Next free: {next_free}.")

    def told(who: str) -> tuple[str, ...]:
        return tuple(_joined(who, *why, *end) for why in around for end in ((next_free,), ()))

    return {
        "clash": (
            *told(worker),
            QCoreApplication.translate("notices", "This time is taken already. Choose another one."),
        ),
        "place_full": (
            *told(place),
            QCoreApplication.translate("notices", "{place} is taken at this time. Choose another one."),
            QCoreApplication.translate(
                "notices", "The room or chair is taken at this time. Choose another one."
            ),
        ),
        "no_place": (
            QCoreApplication.translate(
                "notices",
                "“{service}” needs a place of the kind “{kind}”, and there is none."
                " Add one under Services & Team, or squeeze it in.",
            ),
            QCoreApplication.translate("notices", "There is no room or chair for this service."),
        ),
        "place_archived": (
            QCoreApplication.translate("notices", "{place} is not in use any more. Choose another place."),
            QCoreApplication.translate("notices", "This room or chair is not in use any more."),
        ),
    }
