"""Sentences can be translated, and every package says at its door what lives there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, parsed, python_files, shown

TRANSLATES = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1, "QT_TR_NOOP": 0}


def sentence_offences(name: str, tree: ast.Module) -> list[str]:
    """Calls that hand a translator anything but a plain literal: it would never match its translation."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called not in TRANSLATES or _is_str_translate(called, node):
            continue
        if called == "tr" and not (isinstance(node.func, ast.Attribute) and _is_self(node.func.value)):
            found.append(f"{name}:{node.lineno}: tr() of self only: lupdate knows no other context")
        needed = node.args[: TRANSLATES[called] + 1]
        if len(needed) <= TRANSLATES[called] or not all(_is_literal(argument) for argument in needed):
            found.append(f"{name}:{node.lineno}: {called}() takes plain literals only")
        elif called == "translate" and "%n" in ast.literal_eval(needed[1]):
            found.append(f"{name}:{node.lineno}: lupdate finds plurals in tr() only")
    return found


def _is_str_translate(called: str, node: ast.Call) -> bool:
    return called == "translate" and len(node.args) + len(node.keywords) == 1


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def door_offences(name: str, tree: ast.Module) -> list[str]:
    """Whether an __init__.py is a sign of two to five lines and nothing else."""
    sign = ast.get_docstring(tree)
    lines = len([line for line in (sign or "").splitlines() if line.strip()])
    found = [] if 2 <= lines <= 5 else [f"{name}: {lines} lines of door sign, two to five wanted"]
    rest = tree.body[1:] if sign is not None else tree.body
    if name == "merchant_desk/__init__.py":
        rest = [node for node in rest if not _is_version(node)]
    return found + [f"{name}:{node.lineno}: code at the door" for node in rest]


def _is_version(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [
        "__version__"
    ]


def test_our_sentences_are_literals() -> None:
    files = python_files("merchant_desk")
    assert [said for file in files for said in sentence_offences(shown(file), parsed(file))] == []


def test_our_doors_have_signs() -> None:
    doors = [file for file in python_files("merchant_desk", "build_scripts") if file.name == "__init__.py"]
    assert doors
    assert [said for file in doors for said in door_offences(shown(file), parsed(file))] == []


def test_every_package_has_a_door() -> None:
    folders = {file.parent for file in python_files("merchant_desk")}
    without = [shown(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()]
    assert PACKAGE in folders
    assert without == []


@pytest.mark.parametrize(
    "planted",
    [
        'self.tr(f"Hello {name}")',
        "self.tr(text)",
        'self.tr("Hello " + name)',
        'self.tr("Hello {}".format(name))',
        "self.tr()",
        'QCoreApplication.translate("words", f"{x}")',
        'QCoreApplication.translate(context, "Hello")',
        'translate("words", text)',
        'QT_TRANSLATE_NOOP("words", text)',
        'QCoreApplication.translate("board", "%n sale(s)", "", count)',
    ],
)
def test_sentences_that_never_match_are_caught(planted: str) -> None:
    assert sentence_offences("a.py", ast.parse(planted)) != []


@pytest.mark.parametrize(
    "innocent",
    [
        'self.tr("Hello {name}").format(name=name)',
        'self.tr("%n visits", "", count)',
        'self.tr("Hello, "\n        "you")',
        'QCoreApplication.translate("words", "Hello")',
        "text.translate(table)",
        'text.translate(str.maketrans("", "", "-"))',
    ],
)
def test_sentences_that_match_are_let_through(innocent: str) -> None:
    assert sentence_offences("a.py", ast.parse(innocent)) == []


@pytest.mark.parametrize(
    "planted",
    [
        "",
        '"""One line."""',
        '"""One.\n\nTwo.\n"""\nfrom merchant_desk.sales.acts import SaleActs\n',
        '"""1.\n2.\n3.\n4.\n5.\n6.\n"""',
        '"""One.\n\nTwo.\n"""\n__version__ = "1"\n',
    ],
)
def test_wrong_doors_are_caught(planted: str) -> None:
    assert door_offences("merchant_desk/sales/__init__.py", ast.parse(planted)) != []


def test_a_door_with_a_sign_is_let_through() -> None:
    sign = '"""What was sold.\n\nNot what was booked: that is appointments.\n"""\n'
    assert door_offences("merchant_desk/sales/__init__.py", ast.parse(sign)) == []
    assert door_offences("merchant_desk/__init__.py", ast.parse(sign + '__version__ = "1"\n')) == []
    assert Path(PACKAGE / "__init__.py").read_text(encoding="utf-8").count("__version__") == 1


def test_files_are_chosen_in_one_place() -> None:
    """The system's dialogs look into the files of a folder, and the shop's own loses its locks by it."""
    asking = {
        shown(file) for file in python_files("merchant_desk") if "QFileDialog" in file.read_text("utf-8")
    }
    assert asking == {"merchant_desk/shell/choose_file.py"}
