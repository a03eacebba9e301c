"""The commands, run in this process through click's runner, and once for real."""

import io
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from merchant_desk import __version__, cli
from merchant_desk.__main__ import Window, window_only
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.open import create_shop

SAMPLES = Path(__file__).parents[1] / "samples"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.commands, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sample shop; tests that change it take a copy."""
    target = tmp_path_factory.mktemp("cli") / "sample.desk"
    done = run("demo", "--months", "3", "--sales", "200", "--seed", "4", target)
    assert done.exit_code == 0, done.output
    return target


@pytest.fixture
def shop(made: Path, tmp_path: Path) -> Path:
    target = tmp_path / "shop.desk"
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def test_demo_makes_a_shop_and_says_how_large(tmp_path: Path) -> None:
    target = tmp_path / "new" / "demo.desk"
    done = run("demo", "--months", "2", "--sales", "60", target)
    assert done.exit_code == 0
    with closing(sqlite3.connect(target)) as conn:
        sales = conn.execute("SELECT count(*) FROM sale").fetchone()[0]
    assert f"{sales} sales over 2 months" in done.stdout


def test_demo_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "mine.desk"
    target.write_text("mine")
    done = run("demo", target)
    assert done.exit_code == 1
    assert f"{target} is there already" in done.stderr
    assert target.read_text() == "mine"


@pytest.mark.parametrize("wrong", [["--months", "0"], ["--sales", "0"], ["--seed", "x"], []])
def test_demo_wrongly_asked(tmp_path: Path, wrong: list[str]) -> None:
    target = [str(tmp_path / "x.desk")] if wrong else []
    assert run("demo", *wrong, *target).exit_code == 2
    assert not (tmp_path / "x.desk").exists()


def test_check_of_a_whole_file(made: Path) -> None:
    done = run("check", "--shop", made)
    assert done.exit_code == 0, done.output
    assert "all well" in done.stdout
    assert "¥" in done.stdout


def test_check_names_what_is_wrong(shop: Path) -> None:
    with closing(sqlite3.connect(shop)) as conn:
        conn.execute("DROP TRIGGER sale_adds_up")
        number = conn.execute("SELECT number FROM sale WHERE status = 'paid' LIMIT 1").fetchone()[0]
        conn.execute("DROP TRIGGER sale_is_final")
        conn.execute("UPDATE sale SET total = total + 1 WHERE number = ?", (number,))
        conn.commit()
    done = run("check", "--shop", shop)
    assert done.exit_code == 1
    assert f"sale_does_not_add_up: {number}" in done.stdout
    assert "rule_missing: sale_adds_up" in done.stdout
    # A look mends nothing.
    assert run("check", "--shop", shop).stdout == done.stdout


def test_check_of_a_broken_reference(shop: Path) -> None:
    with closing(sqlite3.connect(shop)) as conn:
        conn.execute("UPDATE touch SET content_id = 'gone' WHERE content_id IS NOT NULL")
        conn.commit()
    done = run("check", "--shop", shop)
    assert done.exit_code == 1
    assert "broken_reference: touch" in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "There is no file"), (b"hello", "is damaged"), (b"", "is damaged")],
)
def test_check_of_what_is_no_shop(tmp_path: Path, content: bytes | None, said: str) -> None:
    target = tmp_path / "other.desk"
    if content is not None:
        target.write_bytes(content)
    done = run("check", "--shop", target)
    assert done.exit_code == 1
    assert said in done.stderr
    assert target.exists() == (content is not None)


def test_backup_is_a_whole_shop(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.desk"
    done = run("backup", "--shop", made, target)
    assert done.exit_code == 0, done.output
    said = [run("check", "--shop", path).stdout.partition(": ")[2] for path in (made, target)]
    assert said[0] == said[1] != ""


def test_backup_never_overwrites(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.desk"
    target.write_text("older")
    done = run("backup", "--shop", made, target)
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert target.read_text() == "older"


CUSTOMERS = "姓名,手机,来源\n周小满,138-0000-9991,抖音\n林小暑,138****8000,路过\n"


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    target = tmp_path / "顾客名单.csv"
    target.write_text(CUSTOMERS, encoding="gb18030")
    return target


def known(shop: Path) -> int:
    with closing(sqlite3.connect(shop)) as conn:
        found: int = conn.execute("SELECT count(*) FROM customer WHERE phone = '+8613800009991'").fetchone()[
            0
        ]
        return found


def test_import_takes_in_what_it_can_and_names_the_rest(shop: Path, customers: Path) -> None:
    done = run("import", "--shop", shop, customers)
    assert done.exit_code == 0, done.output
    assert "1 added, 0 updated, 0 known, 1 unused" in done.stdout
    assert "row 3: masked_phone, phone: 138****8000" in done.stdout
    assert known(shop) == 1
    again = json.loads(run("import", "--shop", shop, "--json", customers).stdout)
    assert [(one["added"], one["known"]) for one in again] == [(0, 1)]
    assert known(shop) == 1
    assert run("check", "--shop", shop).exit_code == 0


def test_import_dry_run_changes_nothing(shop: Path, customers: Path) -> None:
    done = run("import", "--shop", shop, "--dry-run", customers)
    assert "1 added" in done.stdout
    assert "Nothing was changed." in done.stdout
    assert known(shop) == 0
    (told,) = json.loads(run("import", "--shop", shop, "--dry-run", "--json", customers).stdout)
    assert (told["file_name"], told["added"], told["unused"][0]["row"]) == ("顾客名单.csv", 1, 3)
    assert told["unused"][0]["raw"]["姓名"] == "林小暑"
    assert known(shop) == 0


def test_import_completes_a_calendar_with_what_is_said(tmp_path: Path) -> None:
    made = tmp_path / "made.desk"
    run("demo", made, "--sales", "1")
    with closing(sqlite3.connect(made)) as conn:
        (service,) = conn.execute("SELECT name FROM service LIMIT 1").fetchone()
        (worker,) = conn.execute("SELECT name FROM worker LIMIT 1").fetchone()
    calendar = SAMPLES / "预约.ics"
    done = run("import", "--shop", made, "--service", service, "--worker", worker, "--squeeze", calendar)
    assert done.stdout.startswith("预约.ics: 33 added, 0 updated, 0 known, 0 unused")
    (told,) = json.loads(run("import", "--shop", made, "--json", calendar).stdout)
    assert told["known"] + len(told["unused"]) == 33
    refused = run("import", "--shop", made, "--service", "nothing like it", calendar)
    assert refused.exit_code == 2
    assert "there is no service called nothing like it" in refused.stderr


def test_import_is_all_or_nothing(shop: Path, customers: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "other.csv"
    wrong.write_text("red,blue\n1,2\n")
    done = run("import", "--shop", shop, customers, wrong)
    assert done.exit_code == 1
    assert "other.csv: none of the known tables. Its first row says: red, blue." in done.stderr
    assert known(shop) == 0


def test_import_needs_a_shop_that_is_there(customers: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.desk"
    done = run("import", "--shop", missing, customers)
    assert done.exit_code == 1
    assert "There is no file" in done.stderr
    assert not missing.exists()


def test_report_adds_up_to_the_books(made: Path) -> None:
    with closing(sqlite3.connect(made)) as conn:
        first, last, takings = conn.execute(
            "SELECT min(day), max(day), sum(takings) FROM sale WHERE status = 'paid'"
        ).fetchone()
    done = run("report", "--shop", made, "--from", first, "--to", last, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["shop"], told["currency"], told["from"], told["to"]) == ("小满美甲", "CNY", first, last)
    assert told["figures"]["takings"] == takings
    assert sum(row["takings"] for row in told["takings_by_source"]) == takings
    assert [row["kind"] for row in told["growth_by_kind"]] == ["short_video", "live_stream", "grass_post"]
    assert {"title", "code", "roas", "return_low", "views"} <= set(told["contents"][0])
    assert {"rate", "low", "high"} <= set(told["figures"]["returns"])
    readable = run("report", "--shop", made, "--from", first, "--to", last).stdout
    assert f"takings ¥{takings / 100:,.0f}" in readable
    assert told["contents"][0]["title"] in readable


def test_report_without_days_is_of_this_month(made: Path) -> None:
    told = json.loads(run("report", "--shop", made, "--json").stdout)
    assert told["from"][:7] == told["to"][:7]
    assert told["from"][8:] == "01"


def test_report_of_an_impossible_period(made: Path) -> None:
    done = run("report", "--shop", made, "--from", "2025-03-02", "--to", "2025-03-01")
    assert done.exit_code == 1
    assert "ends before it begins: 2025-03-02 to 2025-03-01" in done.stderr
    assert run("report", "--shop", made, "--from", "2.3.2025").exit_code == 2


def test_report_of_a_file_without_a_shop(tmp_path: Path) -> None:
    target = tmp_path / "empty.desk"
    create_shop(target, SystemClock(), Changes()).close()
    done = run("report", "--shop", target)
    assert done.exit_code == 1
    assert "no shop in it yet" in done.stderr


def test_version_and_help() -> None:
    assert __version__ in run("--version").stdout
    told = run("--help").stdout
    for name in ("demo", "import", "check", "backup", "report"):
        assert name in told


@pytest.mark.parametrize(
    "wrong", [["nonsense"], ["--shop", "x.desk", "check"], ["check", "--shop"], ["--wrong"]]
)
def test_wrong_usage(wrong: list[str]) -> None:
    assert run(*wrong).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], Window(None, time_start=False)),
        (["--shop", "a.desk"], Window(Path("a.desk"), time_start=False)),
        (["--shop=a b.desk", "--time-start"], Window(Path("a b.desk"), time_start=True)),
        (["--time-start"], Window(None, time_start=True)),
        (["--help"], None),
        (["--version"], None),
        (["check"], None),
        (["--shop"], None),
        (["--shop", "--time-start"], None),
        (["--shop", "a.desk", "check"], None),
    ],
)
def test_what_opens_the_window(arguments: list[str], opened: Window | None) -> None:
    assert window_only(arguments) == opened


def test_a_refusal_without_a_sentence_says_its_code_and_facts() -> None:
    assert cli.sentence(DeskError("odd_thing", name="Ana", rows=[1, 2])) == (
        "This could not be done (odd_thing; name: Ana; rows: 1, 2)."
    )


def test_a_sentence_with_fewer_facts_is_still_one() -> None:
    assert cli.sentence(DeskError("empty_file")) == "the file holds no rows."


def test_a_console_of_one_code_page_gets_question_marks_and_no_fault() -> None:
    raw = io.BytesIO()
    console = io.TextIOWrapper(raw, encoding="cp1252")
    console.isatty = lambda: True  # type: ignore[method-assign]
    cli.speak_unicode(console, None)
    console.write("小满 é")
    console.flush()
    assert raw.getvalue() == b"?? \xe9"


def test_a_pipe_gets_utf8() -> None:
    raw = io.BytesIO()
    pipe = io.TextIOWrapper(raw, encoding="cp1252")
    cli.speak_unicode(pipe)
    pipe.write("小满")
    pipe.flush()
    assert raw.getvalue().decode() == "小满"


def test_for_real_and_without_qt(made: Path, tmp_path: Path) -> None:
    """Every command that opens no window works without Qt being imported, and without a screen."""
    watch = (
        "import sys; sys.argv[0] = 'merchant-desk'\n"
        "from merchant_desk.__main__ import main\n"
        "code = main()\n"
        "loaded = {name.partition('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'matplotlib'}\n"
        "assert not loaded, loaded\n"
        "sys.exit(code)\n"
    )
    for arguments in (
        ["--version"],
        ["demo", "--sales", "30", "--months", "1", str(tmp_path / "real.desk")],
        ["check", "--shop", str(made)],
        ["backup", "--shop", str(made), str(tmp_path / "copy.desk")],
        ["report", "--shop", str(made), "--json"],
        ["books", "--shop", str(made), "--month", "2026-01", "--xlsx", str(tmp_path / "books.xlsx")],
        ["import", "--shop", str(made), "--dry-run", str(tmp_path / "customers.csv")],
    ):
        (tmp_path / "customers.csv").write_text(CUSTOMERS, encoding="gb18030")
        done = subprocess.run([sys.executable, "-c", watch, *arguments], capture_output=True, check=False)
        assert done.returncode == 0, (arguments, done.stderr.decode())
        assert not done.stderr


def test_the_module_is_the_command(made: Path) -> None:
    command = [sys.executable, "-m", "merchant_desk", "check", "--shop", str(made)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0
    assert "all well" in done.stdout.decode()


@pytest.mark.parametrize(
    "module",
    ["db/open", "db/backup", "db/faults", "exchange/reader", "exchange/encoding", "exchange/recognise"],
)
def test_what_files_are_refused_for_has_a_sentence(module: str) -> None:
    source = (Path(cli.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'DeskError\(\s*"(\w+)"', source)) | set(re.findall(r'": "([a-z]+_\w+)"', source))
    told_elsewhere = {"rule_broken", "in_use", "phone_taken"}  # no command writes what could break these
    unsaid = [code for code in codes - told_elsewhere if "could not be done" in cli.sentence(DeskError(code))]
    assert codes
    assert unsaid == []
