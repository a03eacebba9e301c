"""The command line: the sample shop, import, check, backup and report; all without a screen."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from merchant_desk import __version__
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import format_money
from merchant_desk.core.paths import default_shop
from merchant_desk.db.open import open_shop
from merchant_desk.db.shop_file import ShopFile

# The window has its own sentences in two languages; these are for terminals and logs.
_SENTENCES = {
    "no_such_file": "There is no file {path}.",
    "file_exists": "{path} is there already; name another file.",
    "not_a_shop": "{path} is not a shop's file.",
    "newer_file": "{path} was made by a newer Merchant Desk; update this one.",
    "damaged": "{path} is damaged; restore a backup of it.",
    "network_share": "{path} lies on a network share, where bookings get lost; keep it on this PC.",
    "cloud_folder": "{path} lies in a folder that {service} keeps in step; keep it elsewhere.",
    "read_only_folder": "{path} cannot be written to.",
    "disk_full": "The disk is full; nothing was changed.",
    "disk_error": "The disk could not be read or written; nothing was changed.",
    "locked": "{path} is busy; try again in a moment.",
    "not_recognised": "{file}: none of the known tables. Its first row says: {headers}.",
    "broken_text": "{file}: its text was already broken when it was saved; export it again.",
    "not_what_its_name_says": "{file} is not what its name says: it is {found}.",
    "empty_file": "{file} holds no rows.",
    "cannot_read": "{file} cannot be read.",
    "needs_password": "{file} is locked with a password; save it without one.",
    "too_large": "{file} is too large to be a table.",
    "lost_digits": "{file}: {header} holds numbers like {text} whose last digits are lost; export it again.",
    "cancelled": "Cancelled; nothing was changed.",
    "no_shop": "{path} has no shop in it yet; open it in the window once.",
    "bad_day": "{text} is no month; write it like 2026-03.",
    "cannot_write": "{file} cannot be written there.",
    "bad_period": "The period ends before it begins: {start} to {end}.",
}

_CONTENTS_TOLD = 20
_DAY = click.DateTime(formats=["%Y-%m-%d"])
_FILE = click.Path(path_type=Path, dir_okay=False)


class _Told(dict[str, str]):
    """Facts written out; one that is not there is the file that the command was about."""

    def __missing__(self, name: str) -> str:
        return "the file"


def sentence(error: DeskError) -> str:
    """One line in English for a refusal; a code without one says itself and its facts."""
    facts = _Told({name: _fact(value) for name, value in error.facts.items()})
    if error.code in _SENTENCES:
        return _SENTENCES[error.code].format_map(facts)
    told = "".join(f"; {name}: {value}" for name, value in facts.items())
    return f"This could not be done ({error.code}{told})."


def _fact(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_fact(part) for part in value)
    return str(value)


def speak_unicode(*streams: TextIO | None) -> None:
    """Let streams take any text: a console that knows only its code page gets question marks.

    A windowed program has no streams at all.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


class _Commands(click.Group):
    """A group whose commands' refusals become one sentence on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except DeskError as error:
            raise click.ClickException(sentence(error)) from error


def _shop_option() -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--shop", type=_FILE, default=default_shop, show_default="this user's own", help="The shop's file."
    )


@click.group(cls=_Commands, invoke_without_command=True)
@click.option("--shop", type=_FILE, help="The shop's file to open.")
@click.option("--time-start", is_flag=True, help="Open, paint today's board, print the milliseconds, leave.")
@click.version_option(__version__, prog_name="merchant-desk")
@click.pass_context
def commands(ctx: click.Context, shop: Path | None, time_start: bool) -> None:
    """Merchant Desk: the counter, the books and the charts of a small shop.

    Without a command the window opens.
    """
    if ctx.invoked_subcommand is None:
        from merchant_desk.app import run

        ctx.exit(run(shop=shop, time_start=time_start))
    if shop is not None or time_start:
        raise click.UsageError("Name the shop behind the command: merchant-desk check --shop FILE.")


@commands.command()
@click.argument("file", type=_FILE)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, another shop.")
@click.option("--months", type=click.IntRange(1, 240), default=24, show_default=True)
@click.option("--sales", type=click.IntRange(min=1), default=6000, show_default=True)
def demo(file: Path, seed: int, months: int, sales: int) -> None:
    """Make a sample shop in FILE, which must not exist yet."""
    from merchant_desk.sample.make import make_sample_shop

    make_sample_shop(file, seed=seed, months=months, sales=sales)
    with _opened(file) as shop:
        made = shop.value("SELECT count(*) FROM sale")
    click.echo(f"{file}: a nail and lash salon with {made:,} sales over {months} months.")


@commands.command()
@_shop_option()
def check(shop: Path) -> None:
    """Look whether a shop's file is whole: pages, references, rules, money."""
    from merchant_desk.db.health import check as problems_of

    with _opened(shop) as file:
        problems = problems_of(file)
        sales = file.value("SELECT count(*) FROM sale WHERE status = 'paid'")
        takings = file.value("SELECT coalesce(sum(takings), 0) FROM sale WHERE status = 'paid'")
        currency = _currency(file)
    for problem in problems:
        click.echo(f"{problem.code}: {problem.detail}")
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(f"{shop}: all well; {sales:,} paid sales, {format_money(takings, currency)}.")


@commands.command()
@click.argument("to", type=_FILE)
@_shop_option()
def backup(to: Path, shop: Path) -> None:
    """Copy a shop's file to TO and check the copy; works while the window is open."""
    from merchant_desk.db.backup import back_up

    if to.exists():
        raise DeskError("file_exists", path=str(to))
    with _opened(shop):
        written = back_up(shop, to)
    click.echo(f"{written}: copied and checked.")


@commands.command()
@_shop_option()
@click.option("--from", "from_day", type=_DAY, help="First day, 2026-03-01; else the month's first.")
@click.option("--to", "to_day", type=_DAY, help="Last day; else today.")
@click.option("--json", "as_json", is_flag=True, help="All numbers as JSON, money in minor units.")
def report(shop: Path, from_day: dt.datetime | None, to_day: dt.datetime | None, as_json: bool) -> None:
    """The charts' numbers for a period, both days included."""
    from merchant_desk.shop.store import shop as facts_of

    with _opened(shop) as file:
        facts = facts_of(file)
        if facts is None:
            raise DeskError("no_shop", path=str(shop))
        today = SystemClock(facts.zone).today()
        last = to_day.date() if to_day else today
        first = from_day.date() if from_day else last.replace(day=1)
        if last < first:
            raise DeskError("bad_period", start=first, end=last)
        told = _numbers(file, first, last, min(today, last))
    told = {"shop": facts.name, "currency": facts.currency, "from": first, "to": last, **told}
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo("\n".join(_lines(told)))


def _numbers(file: ShopFile, first: dt.date, last: dt.date, until: dt.date) -> dict[str, Any]:
    """What the charts show of a period, as plain lists and dictionaries; money in minor units."""
    from merchant_desk.insights import queries

    figures = queries.figures(file, first, last, until)
    contents = queries.best_contents(file, first, last, until)
    return {
        "figures": _plain(figures.now),
        "figures_before": {"from": figures.before_from, "to": figures.before_to, **_plain(figures.before)},
        "takings_by_source": [_plain(row) for row in queries.takings_by_source(file, first, last)],
        "growth_by_kind": [_plain(row) for row in queries.growth_by_kind(file, first, last)],
        "contents": [_plain(row) for row in contents],
    }


def _plain(row: Any) -> dict[str, Any]:
    """A frozen row with its worked-out numbers beside its fields."""
    worked_out = (name for name, value in vars(type(row)).items() if isinstance(value, property))
    told = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    told.update((name, getattr(row, name)) for name in worked_out)
    return {name: _plain(value) if dataclasses.is_dataclass(value) else value for name, value in told.items()}


def _lines(told: dict[str, Any]) -> Iterator[str]:
    """A report for reading in a terminal."""

    def money(minor: int | None) -> str:
        return "-" if minor is None else format_money(minor, told["currency"], "never")

    def share(part: float | None) -> str:
        return "-" if part is None else f"{part:+.0%}"

    now = told["figures"]
    yield f"{told['shop']}, {told['from']} to {told['to']}"
    yield f"takings {money(now['takings'])}, visits {now['visits']:,}, new customers {now['new_customers']:,}"
    yield f"content cost {money(now['content_cost'])}, each new customer {money(now['cost_per_new'])}"
    yield ""
    for row in told["takings_by_source"]:
        yield f"{row['bucket']:<11}{row['kind']:<14}{money(row['takings']):>12}{row['visits']:>7,} visits"
    yield ""
    for row in told["growth_by_kind"]:
        own, industry = share(row["growth"]), share(row["industry"])
        yield f"{row['kind']:<14}{own:>8} on last year, the industry {industry}"
    yield ""
    for row in told["contents"][:_CONTENTS_TOLD]:
        yield f"{row['code']:<7}{money(row['takings']):>10}{row['new_customers']:>5} new  {row['title']}"


@commands.command()
@_shop_option()
@click.option("--month", required=True, help="The month, 2026-03.")
@click.option("--xlsx", "to", type=_FILE, required=True, help="The file to write.")
@click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True)
def books(shop: Path, month: str, to: Path, language: str) -> None:
    """Write a month of the books for the accountant: a summary, and every row behind it."""
    from merchant_desk.exchange.books_out import month_book, month_of, save_month

    if to.exists():
        raise DeskError("file_exists", path=str(to))
    first = month_of(month)
    with _opened(shop) as file:
        book = month_book(file, first, language)
    save_month(to, book)
    rows = {table.title: len(list(table.rows)) for table in book.tables[1:]}
    click.echo(f"{to}: {book.first} to {book.last}; " + ", ".join(f"{n} {name}" for name, n in rows.items()))


@commands.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_shop_option()
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="What came of each file, as JSON.")
@click.option("--worker", help="Calendars: who does what names no worker; else whoever is free.")
@click.option("--service", help="Calendars: what dates are that name no service; else they are left out.")
@click.option(
    "--squeeze", is_flag=True, help="Calendars: take in dates whose time is taken, over the others."
)
def import_files(
    files: tuple[Path, ...],
    shop: Path,
    dry_run: bool,
    as_json: bool,
    worker: str | None,
    service: str | None,
    squeeze: bool,
) -> None:
    """Take in platform exports, lists and calendars (.ics): all FILES in one act, or nothing.

    A file is recognised by what is in it. Rows that cannot be used are listed with the reason.
    """
    from merchant_desk.exchange.calendar_in import CalendarChoice
    from merchant_desk.exchange.imports import ImportActs

    with _opened(shop, read_only=False) as file:
        choice = CalendarChoice(_named(file, "worker", worker), _named(file, "service", service), squeeze)
        reports = ImportActs(file).run(files, _progress, dry_run=dry_run, choice=choice)
    if as_json:
        told = [dataclasses.asdict(report) for report in reports]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return
    for report in reports:
        counts = f"{report.added:,} added, {report.updated:,} updated, {report.known:,} known"
        click.echo(f"{report.file_name}: {counts}, {len(report.unused):,} unused")
        for row in report.unused:
            told_facts = "".join(f", {name}: {_fact(value)}" for name, value in row.facts.items())
            click.echo(f"  row {row.row}: {row.reason_code}{told_facts}")
    if dry_run:
        click.echo("Nothing was changed.")


def _named(file: ShopFile, table: str, name: str | None) -> str | None:
    """The id of the worker or service of that name."""
    if name is None:
        return None
    found: str | None = file.value(
        f"SELECT id FROM {table} WHERE name = :name AND archived_at IS NULL", name=name
    )
    if found is None:
        raise click.BadParameter(f"there is no {table} called {name}", param_hint=f"--{table}")
    return found


def _progress(done: int, whole: int) -> None:
    """How far it is, for somebody who watches; a log gets none of it."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r{done * 100 // max(whole, 1):3d} %\r", nl=False, err=True)


@contextmanager
def _opened(path: Path, *, read_only: bool = True) -> Iterator[ShopFile]:
    """The shop's file, as a rule for reading only: a look must not mend or change anything."""
    file = open_shop(path, SystemClock(), Changes(), read_only=read_only)
    try:
        yield file
    finally:
        file.close()


def _currency(file: ShopFile) -> str:
    from merchant_desk.shop.store import shop as facts_of

    facts = facts_of(file)
    return facts.currency if facts else "CNY"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code: 0 fine, 1 refused or problems found, 2 wrong usage."""
    speak_unicode(sys.stdout, sys.stderr)
    try:
        code = commands.main(args=list(arguments or ()), prog_name="merchant-desk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    return code if isinstance(code, int) else 0
