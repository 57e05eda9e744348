# An ORM over descriptors and a metaclass: declared fields, validation, queries, relations, migrations as text.
import re
from datetime import date
from weakref import WeakValueDictionary


class ValidationError(ValueError):
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field = field


class Field:
    counter = 0
    sql = "TEXT"

    def __init__(self, *, default=None, null=False, check=None):
        self.default, self.null, self.check = default, null, check
        Field.counter += 1
        self.order = Field.counter

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = f"_{name}"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        if value is None:
            if not self.null:
                raise ValidationError(self.name, "must not be empty")
        else:
            value = self.convert(value)
            if self.check and not self.check(value):
                raise ValidationError(self.name, f"{value!r} is not allowed")
        setattr(instance, self.slot, value)

    def convert(self, value):
        return value

    def __eq__(self, other):
        return Query(lambda row: getattr(row, self.name) == other, f"{self.name} = {other!r}")

    def __gt__(self, other):
        return Query(lambda row: getattr(row, self.name) > other, f"{self.name} > {other!r}")

    __hash__ = object.__hash__


class Text(Field):
    def __init__(self, length=None, **options):
        super().__init__(**options)
        self.length = length

    def convert(self, value):
        if not isinstance(value, str):
            raise ValidationError(self.name, f"text wanted, not {type(value).__name__}")
        if self.length and len(value) > self.length:
            raise ValidationError(self.name, f"longer than {self.length}")
        return value


class Integer(Field):
    sql = "INTEGER"

    def convert(self, value):
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise ValidationError(self.name, "not a number") from error


class Day(Field):
    sql = "DATE"

    def convert(self, value):
        return date.fromisoformat(value) if isinstance(value, str) else value


class Reference(Field):
    sql = "INTEGER REFERENCES"

    def __init__(self, target, **options):
        super().__init__(**options)
        self.target = target

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        key = getattr(instance, self.slot, None)
        return None if key is None else Model.registry[self.target].get(key)

    def convert(self, value):
        return value.id if isinstance(value, Model) else value


class Query:
    def __init__(self, test, text):
        self.test, self.text = test, text

    def __and__(self, other):
        return Query(lambda r: self.test(r) and other.test(r), f"({self.text} AND {other.text})")

    def __or__(self, other):
        return Query(lambda r: self.test(r) or other.test(r), f"({self.text} OR {other.text})")

    def __invert__(self):
        return Query(lambda r: not self.test(r), f"NOT {self.text}")


class ModelMeta(type):
    def __new__(meta, name, bases, space, table=None, **kwargs):
        cls = super().__new__(meta, name, bases, space, **kwargs)
        cls.fields = sorted((f for base in reversed(cls.__mro__) for f in vars(base).values() if isinstance(f, Field)), key=lambda f: f.order)
        cls.table = table or re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
        cls.rows = {}
        cls.cache = WeakValueDictionary()
        if bases:
            Model.registry[name] = cls
        return cls

    def __iter__(cls):
        return iter(cls.rows.values())

    def __len__(cls):
        return len(cls.rows)

    def __bool__(cls):
        return True

    def __getitem__(cls, query):
        return [row for row in cls if query.test(row)]


class Model(metaclass=ModelMeta):
    registry = {}
    id = Integer(null=True)

    def __init__(self, **values):
        unknown = values.keys() - {f.name for f in self.fields}
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        for field in self.fields:
            if field.name != "id":
                setattr(self, field.name, values.get(field.name, field.default))

    def save(self):
        if self.id is None:
            self.id = len(type(self).rows) + 1
        type(self).rows[self.id] = self
        return self

    @classmethod
    def get(cls, key):
        return cls.rows[key]

    @classmethod
    def create_table(cls):
        columns = [f"{f.name} {f.sql}{' ' + f.target if isinstance(f, Reference) else ''}{'' if f.null else ' NOT NULL'}" for f in cls.fields]
        return f"CREATE TABLE {cls.table} ({', '.join(columns)});"

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(f'{f.name}={getattr(self, f.slot, f.default)!r}' for f in self.fields)}>"


class Author(Model):
    name = Text(20)
    born = Day(null=True)


class BookEntry(Model, table="books"):
    title = Text(check=str.strip)
    pages = Integer(default=100, check=lambda n: n > 0)
    author = Reference("Author", null=True)


class Ebook(BookEntry):
    url = Text(default="http://x")


for model in (Author, BookEntry, Ebook):
    print(model.create_table())
ann = Author(name="Ann", born="1950-02-03").save()
bob = Author(name="Bob").save()
for title, pages, author in [("Short", 50, ann), ("Long", "900", ann), ("Middle", 300, bob), ("Nobody's", 5, None)]:
    BookEntry(title=title, pages=pages, author=author).save()
print(len(BookEntry), list(Author), BookEntry.get(2).author.name, Ebook(title="E").save(), sorted(Model.registry))
query = (BookEntry.pages > 100) & ~(BookEntry.title == "Long") | (BookEntry.title == "Short")
print(query.text, BookEntry[query], [b.author and b.author.name for b in BookEntry])
for bad in [lambda: Author(), lambda: Author(name=3), lambda: Author(name="x" * 21), lambda: BookEntry(title="  "), lambda: BookEntry(title="t", pages="many"), lambda: BookEntry(title="t", pages=-1), lambda: Author(name="A", born="tomorrow"), lambda: Author(nam="A"), lambda: setattr(ann, "name", None), lambda: BookEntry.get(99), lambda: type("Sub", (Author,), {}, tables="x")]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error, "| cause", repr(error.__cause__))
