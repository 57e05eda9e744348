"""Accounts, transfers that fail, and a ledger with decimal sums."""
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from itertools import count


class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = auto()


class BankError(Exception):
    def __init__(self, account, message):
        super().__init__(account, message)
        self.account = account

    def __str__(self):
        return f"{self.account.owner}: {self.args[1]}"


class Overdrawn(BankError):
    pass


numbers = count(1000)


@dataclass(order=True)
class Entry:
    number: int
    kind: Kind = field(compare=False)
    amount: Decimal = field(compare=False)
    note: str = field(default="", compare=False, repr=False)


@dataclass
class Account:
    owner: str
    limit: Decimal = Decimal(0)
    entries: list[Entry] = field(default_factory=list, repr=False)

    @property
    def balance(self):
        return sum((e.amount for e in self.entries), Decimal("0.00"))

    def book(self, kind, amount, note=""):
        amount = Decimal(amount)
        if not amount.is_finite():
            raise BankError(self, f"no amount: {amount}")
        if self.balance + amount < -self.limit:
            raise Overdrawn(self, f"{amount:+.2f} with a balance of {self.balance:.2f}")
        self.entries.append(Entry(next(numbers), kind, amount, note))
        return self


def transfer(source, target, amount):
    source.book(Kind.TRANSFER, -Decimal(amount), f"to {target.owner}")
    try:
        target.book(Kind.TRANSFER, Decimal(amount), f"from {source.owner}")
    except BankError as error:
        source.entries.pop()
        error.add_note("the other side was undone")
        raise


class Closed(Account):
    def book(self, kind, amount, note=""):
        raise BankError(self, "closed")


ann, bob, eve = Account("Ann", Decimal(50)), Account("Bob"), Closed("Eve")
ann.book(Kind.DEPOSIT, "120.50").book(Kind.WITHDRAWAL, "-20.25", note="cash")
print(ann, ann.balance, ann.entries)
transfer(ann, bob, "100.10")
print(ann.balance, bob.balance, [e.note for e in ann.entries + bob.entries])
for source, target, amount in ((bob, ann, 1000), (ann, eve, 5), (ann, bob, "NaN"), (ann, bob, "many"), (ann, bob, "50.15"), (ann, bob, "0.01")):
    try:
        transfer(source, target, amount)
    except BankError as error:
        print(type(error).__name__, "|", error, "|", error.args[1], getattr(error, "__notes__", None))
    except InvalidOperation as error:
        print("not a number:", error)
    else:
        print("done:", source.balance, target.balance)
ledger = sorted((e for a in (ann, bob, eve) for e in a.entries), reverse=True)
for entry in ledger:
    print(f"{entry.number:>6} {entry.kind.name:<11}{entry.amount:>10,.2f}  {entry.note or '-'}")
by_kind = {}
for entry in ledger:
    by_kind.setdefault(entry.kind, []).append(entry.amount)
print({k.name: (len(v), sum(v)) for k, v in sorted(by_kind.items(), key=lambda kv: kv[0].value)})
