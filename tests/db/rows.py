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


def sale(
    act: Act, number: str, lines: list[int], payments: list[int], total: int | None = None, **more: object
) -> str:
    made = act.insert(
        "sale",
        {
            "number": number,
            "sold_at": "2026-08-20T14:00",
            "day": "2026-08-20",
            "status": "open",
            "total": sum(lines) if total is None else total,
            "takings": sum(payments),
            **more,
        },
    )
    for seq, amount in enumerate(lines):
        act.insert(
            "sale_line",
            {"sale_id": made, "seq": seq, "title": "Gel", "unit_price": amount, "list_price": amount, "amount": amount},
        )
    for seq, amount in enumerate(payments):
        act.insert("payment", {"sale_id": made, "seq": seq, "at": "2026-08-20T14:00", "method": "cash", "amount": amount})
    act.update("sale", made, status="paid")
    return made
