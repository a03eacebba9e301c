"""The smallest rows that the database's own tests need."""

from __future__ import annotations

from merchant_desk.db.records import Act


def customer(act: Act, name: str = "Ana", **more: object) -> str:
    return act.insert("customer", {"name": name, **more})


def chair(act: Act) -> tuple[str, str]:
    """A worker and a service; gives their ids."""
    worker = act.insert("worker", {"name": "Momo"})
    return worker, act.insert("service", {"name": "Gel", "minutes": 60, "price": 100})


def appointment(act: Act, who: str, worker: str, service: str, start: str, end: str, **more: object) -> str:
    made = act.insert("appointment", {"customer_id": who, "status": more.pop("status", "booked")})
    act.insert(
        "appointment_line",
        {
            "appointment_id": made,
            "seq": 1,
            "service_id": service,
            "worker_id": worker,
            "start": start,
            "end": end,
            "busy_from": start,
            "busy_to": end,
            **more,
        },
    )
    return made


def number(count: int, day: str = "2026-08-20") -> str:
    """The number of a day's sale."""
    return f"{day.replace('-', '')}-{count:04d}"


def sale(
    act: Act,
    count: int,
    lines: list[int],
    payments: list[int],
    total: int | None = None,
    *,
    at: str = "2026-08-20T14:00",
    **more: object,
) -> str:
    """A paid sale of amounts, in cash; `count` is its number on the day of `at`."""
    made = open_sale(
        act, count, total=sum(lines) if total is None else total, takings=sum(payments), at=at, **more
    )
    for seq, amount in enumerate(lines):
        line(act, made, seq, amount)
    for seq, amount in enumerate(payments):
        payment(act, made, seq, amount, at=at)
    act.update("sale", made, status="paid")
    return made


def open_sale(act: Act, count: int, *, at: str = "2026-08-20T14:00", **more: object) -> str:
    born = {"number": number(count, at[:10]), "sold_at": at, "day": at[:10], "status": "open"}
    return act.insert("sale", {**born, **more})


def line(act: Act, sale_id: str, seq: int, amount: int, **more: object) -> str:
    row = {"sale_id": sale_id, "seq": seq, "title": "Gel", "quantity": 1, "unit_price": amount}
    return act.insert("sale_line", {**row, "list_price": amount, "amount": amount, **more})


def payment(
    act: Act, sale_id: str, seq: int, amount: int, *, at: str = "2026-08-20T14:00", **more: object
) -> str:
    row = {"sale_id": sale_id, "seq": seq, "at": at, "method": "cash", "amount": amount}
    return act.insert("payment", {**row, **more})
