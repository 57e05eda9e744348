class InsufficientFunds(Exception):
    def __init__(self, need, have): super().__init__(f"need {need:.2f}, have {have:.2f}"); self.need, self.have = need, have
class Account:
    number = 1000
    def __init__(self, owner, balance=0): Account.number += 1; self.id, self.owner, self._balance, self.history = Account.number, owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError(f"bad amount: {amount!r}")
        self._balance += amount; self.history.append(("deposit", amount))
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(amount, self._balance)
        self._balance -= amount; self.history.append(("withdraw", amount))
    def __repr__(self): return f"<{type(self).__name__} {self.id} {self.owner}: {self.balance:,.2f}>"
    def __lt__(self, other): return self.balance < other.balance
class Savings(Account):
    rate = 0.05
    def interest(self): self.deposit(round(self.balance * self.rate, 2))
class Bank:
    def __init__(self): self.accounts = {}
    def open(self, kind, *args): a = kind(*args); self.accounts[a.id] = a; return a
    def transfer(self, a, b, amount):
        try: a.withdraw(amount)
        except InsufficientFunds as e: raise RuntimeError(f"transfer {a.id}->{b.id} failed") from e
        else: b.deposit(amount)
        finally: print("log", a, b)
    def __iter__(self): return iter(self.accounts.values())
    def __contains__(self, owner): return any(a.owner == owner for a in self)
bank = Bank(); ann, bob = bank.open(Account, "Ann", 100), bank.open(Savings, "Bob", 2500.5)
bank.transfer(bob, ann, 1000); bob.interest()
for bad in (lambda: bank.transfer(ann, bob, 1e6), lambda: ann.deposit(-1), lambda: setattr(ann, "balance", 5), lambda: ann.deposit("x"), lambda: bank.open(Savings)):
    try: bad()
    except Exception as e: print(type(e).__name__, e, "|", repr(e.__cause__))
print(sorted(bank), "Ann" in bank, "Eve" in bank, ann < bob, max(bank).owner, ann.history)
print(f"{'owner':<10}{'balance':>12}"); [print(f"{a.owner:<10}{a.balance:>12,.2f}") for a in bank]
