"""Two programs that spend one card at the same time: together never more than there is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from merchant_desk.core.changes import Changes
from merchant_desk.db.open import open_shop
from tests.prepaid.shop import Shop

ROOT = Path(__file__).parents[2]

SPEND = """
import sys
from pathlib import Path
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.open import open_shop
from tests.conftest import NOW
from tests.prepaid.shop import Shop

path, card, worker, gel, care, li, wang = sys.argv[1:]
clock = FixedClock(NOW)
shop = Shop(open_shop(Path(path), clock, Changes()), clock, worker, gel, care, li, wang)
print("ready", flush=True)
sys.stdin.readline()
spent = 0
while True:
    try:
        shop.spend(card, 7_00)
    except DeskError as error:
        assert error.code == "card_short", error
        break
    spent += 1
print(spent)
"""


def test_two_tills_spend_one_card(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(31_00), 200_00)
    path = shop.file.path
    shop.file.close()
    ids = (card, shop.worker, shop.gel, shop.care, shop.li, shop.wang)
    tills = [
        subprocess.Popen(
            [sys.executable, "-c", SPEND, str(path), *ids],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for till in tills:
        assert till.stdout is not None
        assert till.stdout.readline() == "ready\n"
    for till in tills:
        assert till.stdin is not None
        till.stdin.write("go\n")
        till.stdin.flush()
    spent = [int(till.communicate(timeout=60)[0]) for till in tills]
    assert [till.returncode for till in tills] == [0, 0]
    assert sum(spent) == 231_00 // 7_00
    file = open_shop(path, shop.clock, Changes())
    left = file.one(
        "SELECT sum(principal) AS principal, sum(bonus) AS bonus FROM card_entry WHERE card_id = :id", id=card
    )
    assert left is not None
    assert tuple(left) == (0, 0)
    numbers = [row[0] for row in file.all("SELECT number FROM sale ORDER BY number")]
    assert numbers == [f"20260820-{index:04d}" for index in range(1, len(numbers) + 1)]
    file.close()
