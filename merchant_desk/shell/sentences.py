"""The table of sentences behind notices.py: for each code the wordings, the one that says most first.

A wording is taken when all facts that it names are there; the last one of each code names none.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import calendar_sentences, money_sentences


def sentences() -> dict[str, tuple[str, ...]]:
    """All of them in the language in use now."""
    parts = (
        _general,
        _file,
        _disk,
        _shop,
        _codes,
        *calendar_sentences.PARTS,
        *money_sentences.PARTS,
        _files_in,
    )
    return {code: wordings for part in parts for code, wordings in part().items()}


def _general() -> dict[str, tuple[str, ...]]:
    return {
        "other": (QCoreApplication.translate("notices", "This could not be done ({code})."),),
        "gone": (
            QCoreApplication.translate("notices", "This is not there any more. Look at the page again."),
        ),
        "in_use": (
            QCoreApplication.translate("notices", "This cannot be removed: other records belong to it."),
        ),
        "rule_broken": (QCoreApplication.translate("notices", "The shop's file refused this."),),
        "nothing_to_undo": (QCoreApplication.translate("notices", "There is nothing to undo."),),
        "nothing_to_redo": (QCoreApplication.translate("notices", "There is nothing to do again."),),
        "cannot_undo": (QCoreApplication.translate("notices", "This cannot be undone."),),
        "undo_stands_on": (
            QCoreApplication.translate(
                "notices",
                "“{act}” cannot be undone: “{later}” came after it and builds on it. Undo that first.",
            ),
            QCoreApplication.translate("notices", "This cannot be undone: something later builds on it."),
        ),
        "undo_is_kept": (
            QCoreApplication.translate(
                "notices", "This cannot be undone: a void sale names it, and is kept."
            ),
        ),
        "trail_is_kept": (QCoreApplication.translate("notices", "The history is never changed."),),
        "wrong_thread": (
            QCoreApplication.translate("notices", "The shop's file is in use elsewhere in the program."),
        ),
        "bad_time": (
            QCoreApplication.translate("notices", "“{text}” is no time. Write it like 14:30."),
            QCoreApplication.translate("notices", "This is no time. Write it like 14:30."),
        ),
        "bad_day": (
            QCoreApplication.translate("notices", "“{text}” is no day. Write it like 2026-03-01."),
            QCoreApplication.translate("notices", "This is no day. Write it like 2026-03-01."),
        ),
        "bad_amount": (
            QCoreApplication.translate("notices", "“{text}” is no amount. Write it like 128 or 128.50."),
            QCoreApplication.translate("notices", "This is no amount. Write it like 128 or 128.50."),
        ),
        "end_before_start": (QCoreApplication.translate("notices", "The end must be after the start."),),
        "over_midnight": (
            QCoreApplication.translate(
                "notices", "A day's hours end at midnight. Split them over the two days."
            ),
        ),
        "cancelled": (QCoreApplication.translate("notices", "Cancelled. Nothing was changed."),),
    }


def _file() -> dict[str, tuple[str, ...]]:
    return {
        "newer_file": (
            QCoreApplication.translate(
                "notices",
                "This shop's file was made by a newer version of Merchant Desk. Install that version on"
                " this PC; the file was not touched.",
            ),
        ),
        "not_a_shop": (QCoreApplication.translate("notices", "This is not a shop's file of Merchant Desk."),),
        "damaged": (
            QCoreApplication.translate(
                "notices", "The shop's file is damaged. Go back to a backup; the damaged file is kept."
            ),
        ),
        "cannot_open": (
            QCoreApplication.translate(
                "notices", "Opening it failed. The log says why; the file was not touched."
            ),
        ),
        "network_share": (
            QCoreApplication.translate(
                "notices",
                "The shop's file lies on a network drive, where bookings can get lost."
                " Move it to a folder on this PC.",
            ),
        ),
        "cloud_folder": (
            QCoreApplication.translate(
                "notices",
                "The shop's file lies in a folder that {service} keeps in step, where bookings can get lost."
                " Move it to a folder that is only on this PC.",
            ),
            QCoreApplication.translate(
                "notices",
                "The shop's file lies in a cloud folder, where bookings can get lost."
                " Move it to a folder that is only on this PC.",
            ),
        ),
        "read_only_folder": (
            QCoreApplication.translate(
                "notices", "Nothing can be written to {path}. Allow writing there, or choose another folder."
            ),
            QCoreApplication.translate(
                "notices", "Nothing can be written to this folder. Choose another one."
            ),
        ),
    }


def _disk() -> dict[str, tuple[str, ...]]:
    return {
        "disk_full": (
            QCoreApplication.translate(
                "notices", "The disk is full. Make room and do it again; what was confirmed before is safe."
            ),
        ),
        "disk_error": (
            QCoreApplication.translate(
                "notices", "The disk reported an error. Make a backup to another disk before you go on."
            ),
        ),
        "locked": (
            QCoreApplication.translate(
                "notices", "Another program is using the shop's file. Close it, or try again in a moment."
            ),
        ),
        "no_such_file": (
            QCoreApplication.translate("notices", "There is no file {path}."),
            QCoreApplication.translate("notices", "There is no such file."),
        ),
        "file_exists": (
            QCoreApplication.translate("notices", "There is a file already: {path}. Choose another name."),
            QCoreApplication.translate(
                "notices", "There is a file of this name already. Choose another name."
            ),
        ),
    }


def _shop() -> dict[str, tuple[str, ...]]:
    return {
        "no_shop": (QCoreApplication.translate("notices", "The shop is not set up yet."),),
        "bad_period": (
            QCoreApplication.translate("notices", "The period must end on or after the day it begins."),
        ),
        "no_name": (QCoreApplication.translate("notices", "A name is needed."),),
        "no_title": (QCoreApplication.translate("notices", "A title is needed."),),
        "no_minutes": (QCoreApplication.translate("notices", "It must take at least one minute."),),
        "bad_minutes": (
            QCoreApplication.translate("notices", "{minutes} minutes is too long; {most} is the most."),
            QCoreApplication.translate("notices", "This is too long."),
        ),
        "name_taken": (
            QCoreApplication.translate("notices", "There is a “{name}” already. Choose another name."),
            QCoreApplication.translate("notices", "This name is taken. Choose another one."),
        ),
        "bad_phone": (
            QCoreApplication.translate(
                "notices", "“{phone}” is no phone number. Check it, or leave it empty."
            ),
            QCoreApplication.translate("notices", "This is no phone number. Check it, or leave it empty."),
        ),
        "masked_phone": (
            QCoreApplication.translate(
                "notices", "“{phone}” hides digits behind stars. Ask for the whole number, or leave it empty."
            ),
            QCoreApplication.translate("notices", "This number hides digits behind stars."),
        ),
        "phone_taken": (
            QCoreApplication.translate("notices", "This number belongs to {name} already."),
            QCoreApplication.translate("notices", "This number belongs to another customer already."),
        ),
        "bad_birthday": (
            QCoreApplication.translate(
                "notices", "“{text}” is no birthday. Write it like 1995-08-20, or 08-20 without the year."
            ),
            QCoreApplication.translate(
                "notices", "This is no birthday. Write it like 1995-08-20, or 08-20 without the year."
            ),
        ),
        "refers_to_self": (
            QCoreApplication.translate("notices", "A customer cannot be their own referrer."),
        ),
    }


def _codes() -> dict[str, tuple[str, ...]]:
    return {
        "unknown_code": (
            QCoreApplication.translate(
                "notices",
                "No content has the code word “{typed}”. Did you mean {nearest}, “{nearest_title}”?",
            ),
            QCoreApplication.translate(
                "notices", "No content has the code word “{typed}”. Did you mean {nearest}?"
            ),
            QCoreApplication.translate("notices", "No content has the code word “{typed}”."),
            QCoreApplication.translate("notices", "No content has this code word."),
        ),
        "no_code_left": (
            QCoreApplication.translate(
                "notices", "All code words are in use. Archive old contents to set some free."
            ),
        ),
    }


def _files_in() -> dict[str, tuple[str, ...]]:
    return {
        "not_recognised": (
            QCoreApplication.translate(
                "notices", "{file} is none of the files this desk can read. Its columns: {headers}"
            ),
            QCoreApplication.translate("notices", "{file} is none of the files this desk can read."),
            QCoreApplication.translate("notices", "This is none of the files this desk can read."),
        ),
        "not_what_its_name_says": (
            QCoreApplication.translate(
                "notices", "{file} is not what its name says, or it is damaged. Export it again."
            ),
            QCoreApplication.translate(
                "notices", "The file is not what its name says, or it is damaged. Export it again."
            ),
        ),
        "broken_text": (
            QCoreApplication.translate(
                "notices",
                "The Chinese text in {file} was lost before it came here (it reads “????”). Export it again.",
            ),
            QCoreApplication.translate(
                "notices", "The text in this file was lost before it came here. Export it again."
            ),
        ),
        "empty_file": (
            QCoreApplication.translate("notices", "There are no rows in {file}."),
            QCoreApplication.translate("notices", "There are no rows in this file."),
        ),
        "cannot_read": (
            QCoreApplication.translate(
                "notices", "{file} could not be read. Close it in other programs, and try again."
            ),
            QCoreApplication.translate("notices", "The file could not be read. Close it in other programs."),
        ),
        "lost_digits": (
            QCoreApplication.translate(
                "notices",
                "The numbers in the column “{header}” of {file} lost digits ({text})."
                " Export the file again and do not save it from a spreadsheet.",
            ),
            QCoreApplication.translate(
                "notices",
                "Long numbers in this file lost digits. Export it again; do not save it from a spreadsheet.",
            ),
        ),
        "needs_password": (
            QCoreApplication.translate("notices", "The file is locked with a password. Save it without one."),
        ),
        "too_large": (
            QCoreApplication.translate("notices", "The file is too large. Export a shorter period."),
        ),
    }
