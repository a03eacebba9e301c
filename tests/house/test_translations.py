"""Every sentence of the program is translated, with nothing left out and nothing left over."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from build_scripts import translations
from build_scripts.environment import Environment
from tests.house.tree import parsed, python_files, shown

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%L?\d+|%n")


def messages(ts: Path) -> list[tuple[str, ET.Element]]:
    """(context, message) of each sentence in a .ts file; none where there is no file."""
    if not ts.exists():
        return []
    found = []
    for context in ET.parse(ts).getroot().iter("context"):
        found += [(context.findtext("name", ""), message) for message in context.iter("message")]
    return found


def sentences(ts: Path) -> set[tuple[str, str, str]]:
    """The (context, source, comment) of every sentence in a .ts file."""
    return {
        (context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in messages(ts)
    }


def unfinished(ts: Path) -> list[str]:
    """Sentences not translated yet, no longer in the source, or translated by nothing."""
    found = []
    for context, message in messages(ts):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is None or translation.get("type"):
            state = "missing" if translation is None else translation.get("type")
            found.append(f"{ts.name}: {context}: {source!r} is {state}")
        elif not all(form.strip() for form in forms(translation)):
            found.append(f"{ts.name}: {context}: {source!r} is translated by nothing")
    return found


def lost_placeholders(ts: Path) -> list[str]:
    """Sentences whose translation holds other placeholders than the source."""
    found = []
    for context, message in messages(ts):
        source = message.findtext("source", "")
        wanted = Counter(PLACEHOLDER.findall(source))
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            continue
        lost = [form for form in forms(translation) if Counter(PLACEHOLDER.findall(form)) != wanted]
        found += [f"{ts.name}: {context}: {source!r} became {form!r}" for form in lost]
    return found


def forms(translation: ET.Element) -> list[str]:
    """The texts of a translation: one, or one for each plural."""
    plurals = [form.text or "" for form in translation.iter("numerusform")]
    return plurals or [translation.text or ""]


def spoken(name: str, tree: ast.Module) -> list[tuple[str, str, str]]:
    """(file and line, context, sentence) of each self.tr("...") and translate("...", "...") in a module."""
    found = []

    def read(node: ast.AST, inside: str) -> None:
        if isinstance(node, ast.ClassDef):
            inside = node.name
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "tr":
                found.append((f"{name}:{node.lineno}", inside, _literal(node.args[:1])))
            elif called == "translate" and len(node.args) > 1:
                found.append((f"{name}:{node.lineno}", _literal(node.args[:1]), _literal(node.args[1:2])))
        for below in ast.iter_child_nodes(node):
            read(below, inside)

    read(tree, "")
    return found


def _literal(arguments: list[ast.expr]) -> str:
    first = arguments[0] if arguments else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the .ts files as lupdate makes them from today's source."""
    folder = tmp_path_factory.mktemp("translations")
    translations.update(Environment(), folder)
    return folder


@pytest.mark.parametrize("name", [translations.CHINESE, translations.ENGLISH])
def test_our_translations_are_finished(name: str) -> None:
    assert unfinished(translations.folder(Environment()) / name) == []


@pytest.mark.parametrize("name", [translations.CHINESE, translations.ENGLISH])
def test_our_translations_keep_the_placeholders(name: str) -> None:
    assert lost_placeholders(translations.folder(Environment()) / name) == []


@pytest.mark.parametrize("name", [translations.CHINESE, translations.ENGLISH])
def test_our_translations_are_those_of_the_source(gathered: Path, name: str) -> None:
    """Mended by: python3 build_scripts/translations.py update."""
    ours = sentences(translations.folder(Environment()) / name)
    todays = sentences(gathered / name)
    assert {"not gathered yet": todays - ours, "no longer said": ours - todays} == {
        "not gathered yet": set(),
        "no longer said": set(),
    }


def test_lupdate_understands_every_sentence(gathered: Path) -> None:
    """Its reading of Python is a rough one: what it skips would stay English without a word."""
    known = {(context, source) for context, source, _ in sentences(gathered / translations.CHINESE)}
    said = [entry for file in python_files("merchant_desk") for entry in spoken(shown(file), parsed(file))]
    assert [entry for entry in said if (entry[1], entry[2]) not in known] == []


class Elsewhere(Environment):
    """A tree of its own that uses our tools."""

    def command(self, name: str) -> Path:
        return Environment().command(name)


def _ts(folder: Path, *entries: str) -> Path:
    ts = folder / "planted.ts"
    body = "".join(f"<message>{entry}</message>" for entry in entries)
    ts.write_text(f"<TS><context><name>Page</name>{body}</context></TS>", encoding="utf-8")
    return ts


@pytest.mark.parametrize(
    "planted",
    [
        '<source>Save</source><translation type="unfinished"></translation>',
        '<source>Save</source><translation type="unfinished">保存</translation>',
        '<source>Save</source><translation type="vanished">保存</translation>',
        '<source>Save</source><translation type="obsolete">保存</translation>',
        "<source>Save</source><translation> </translation>",
        "<source>Save</source>",
        "<source>%n visits</source><translation><numerusform></numerusform></translation>",
    ],
)
def test_unfinished_sentences_are_caught(tmp_path: Path, planted: str) -> None:
    assert len(unfinished(_ts(tmp_path, planted))) == 1


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Hello {name}", "你好"),
        ("Hello {name}", "你好 {nmae}"),
        ("{a} of {b}", "{a} / {a}"),
        ("%1 of %2", "%1"),
        ("%n visits", "<numerusform>来访</numerusform>"),
    ],
)
def test_lost_placeholders_are_caught(tmp_path: Path, source: str, translation: str) -> None:
    planted = f"<source>{source}</source><translation>{translation}</translation>"
    assert len(lost_placeholders(_ts(tmp_path, planted))) == 1


def test_a_good_translation_is_let_through(tmp_path: Path) -> None:
    ts = _ts(
        tmp_path,
        "<source>{a} of {b}</source><translation>{b} 之 {a}</translation>",
        "<source>%n visits</source><translation><numerusform>%n 次来访</numerusform></translation>",
    )
    assert unfinished(ts) == []
    assert lost_placeholders(ts) == []
    assert sentences(ts) == {("Page", "{a} of {b}", ""), ("Page", "%n visits", "")}


def test_gathering_keeps_what_is_translated_and_drops_what_is_gone(tmp_path: Path) -> None:
    """The real lupdate, on a made-up tree."""
    source = tmp_path / "merchant_desk" / "page.py"
    source.parent.mkdir()

    def say(*texts: str) -> None:
        lines = "".join(f"        self.tr({text!r})\n" for text in texts)
        plural = '        self.tr("%n visits", "", 2)\n'
        source.write_text(f"class Page:\n    def show(self):\n{lines}{plural}", encoding="utf-8")
        translations.update(Elsewhere(tmp_path))

    say("Save", "Leave")
    chinese, english = (
        tmp_path / "resources/translations" / name for name in (translations.CHINESE, translations.ENGLISH)
    )
    assert sentences(chinese) == {("Page", "Save", ""), ("Page", "Leave", ""), ("Page", "%n visits", "")}
    assert sentences(english) == {("Page", "%n visits", "")}
    text = chinese.read_text(encoding="utf-8")
    done = "<source>Save</source>\n        <translation>保存</translation>"
    chinese.write_text(
        re.sub(r"<source>Save</source>\s*<translation[^>]*></translation>", done, text), encoding="utf-8"
    )
    say("Save", "Stay")
    assert sentences(chinese) == {("Page", "Save", ""), ("Page", "Stay", ""), ("Page", "%n visits", "")}
    assert len(unfinished(chinese)) == 2
    assert "保存" in chinese.read_text(encoding="utf-8")


def test_compiling_is_done_once(tmp_path: Path) -> None:
    """The real lrelease; a .qm is made when missing or older than its .ts, and not otherwise."""
    elsewhere = Elsewhere(tmp_path)
    translations.folder(elsewhere).mkdir(parents=True)
    ts = _ts(translations.folder(elsewhere), "<source>Save</source><translation>保存</translation>")
    assert [made.name for made in translations.compile_stale(elsewhere)] == ["planted.qm"]
    assert translations.compile_stale(elsewhere) == []
    in_use = translations.folder(elsewhere) / "in_use"
    in_use.hardlink_to(ts.with_suffix(".qm"))
    old = in_use.read_bytes()
    ts.write_text(ts.read_text(encoding="utf-8").replace("保存", "存"), encoding="utf-8")
    assert [made.name for made in translations.compile_stale(elsewhere)] == ["planted.qm"]
    assert in_use.read_bytes() == old != ts.with_suffix(".qm").read_bytes(), (
        "an open window keeps the old one"
    )
