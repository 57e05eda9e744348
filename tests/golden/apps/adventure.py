# A text adventure: rooms, items, a parser of commands, saved games as JSON, and a scripted session.
import json
import shlex
import textwrap
from dataclasses import dataclass, field, asdict
from enum import Enum, auto


class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    EAST = auto()
    WEST = auto()

    @property
    def opposite(self):
        return {self.NORTH: self.SOUTH, self.SOUTH: self.NORTH, self.EAST: self.WEST, self.WEST: self.EAST}[self]

    @classmethod
    def parse(cls, word):
        for member in cls:
            if member.name.lower().startswith(word.lower()):
                return member
        raise GameError(f"{word!r} is no direction")


class GameError(Exception):
    pass


@dataclass
class Item:
    name: str
    weight: int = 1
    fixed: bool = False
    opens: str | None = None


@dataclass
class Room:
    name: str
    text: str
    exits: dict = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    locked: bool = False

    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[direction.opposite] = self
        return other

    def describe(self):
        yield self.name
        yield "-" * len(self.name)
        yield from textwrap.wrap(self.text, 50)
        if self.items:
            yield "You see: " + ", ".join(sorted(item.name for item in self.items))
        yield "Exits: " + (", ".join(d.name.lower() for d in sorted(self.exits, key=lambda d: d.value)) or "none")


class Game:
    limit = 5

    def __init__(self):
        hall = Room("Hall", "A large hall with a marble floor. Dust lies on everything, and somewhere a clock ticks although no clock is to be seen.")
        kitchen = hall.connect(Direction.EAST, Room("Kitchen", "Pots and pans.", items=[Item("knife"), Item("stove", 50, fixed=True)]))
        cellar = kitchen.connect(Direction.SOUTH, Room("Cellar", "It is dark here.", items=[Item("gold", 4)], locked=True))
        hall.connect(Direction.NORTH, Room("Attic", "Cobwebs.", items=[Item("key", opens="Cellar"), Item("box", 2)]))
        self.rooms = {room.name: room for room in (hall, kitchen, cellar, hall.exits[Direction.NORTH])}
        self.here = hall
        self.bag = []
        self.turns = 0

    def do_look(self):
        """look: describe the room"""
        return "\n".join(self.here.describe())

    def do_go(self, where):
        """go DIRECTION: walk"""
        direction = Direction.parse(where)
        try:
            room = self.here.exits[direction]
        except KeyError:
            raise GameError(f"You cannot go {direction.name.lower()}.") from None
        if room.locked:
            raise GameError(f"The {room.name} is locked.")
        self.here = room
        return self.do_look()

    def find(self, name, items):
        for item in items:
            if item.name == name:
                return item
        raise GameError(f"There is no {name} here.")

    def do_take(self, *names):
        """take ITEM...: put things into the bag"""
        out = []
        for name in names:
            item = self.find(name, self.here.items)
            if item.fixed:
                raise GameError(f"The {name} does not move.")
            if sum(i.weight for i in self.bag) + item.weight > self.limit:
                raise GameError(f"The {name} is too heavy.")
            self.here.items.remove(item)
            self.bag.append(item)
            out.append(f"Taken: {name}")
        return "\n".join(out)

    def do_drop(self, name):
        """drop ITEM: leave something"""
        item = self.find(name, self.bag)
        self.bag.remove(item)
        self.here.items.append(item)
        return f"Dropped: {name}"

    def do_use(self, name):
        """use ITEM: use something"""
        item = self.find(name, self.bag)
        for room in self.here.exits.values():
            if item.opens == room.name and room.locked:
                room.locked = False
                return f"The {room.name} is open now."
        return "Nothing happens."

    def do_help(self):
        """help: this text"""
        return "\n".join(sorted(getattr(self, name).__doc__ for name in dir(self) if name.startswith("do_")))

    def do_save(self):
        """save: show the state as JSON"""
        return json.dumps({"here": self.here.name, "bag": [asdict(i) for i in self.bag], "turns": self.turns, "locked": [r.name for r in self.rooms.values() if r.locked]}, sort_keys=True)

    def command(self, line):
        self.turns += 1
        try:
            verb, *args = shlex.split(line) or ["look"]
            method = getattr(self, f"do_{verb}", None)
            if method is None:
                raise GameError(f"I do not know how to {verb!r}.")
            return method(*args)
        except GameError as error:
            return f"! {error}"
        except (TypeError, ValueError) as error:
            return f"? {type(error).__name__}: {error}"


game = Game()
for line in ["look", "help", "dance", "go north", "take key box rope", "take key", "take 'key", "go up", "go", "go s", "go e", "take stove", "go south", "use", "use key", "go south", "take gold", "drop box", "take gold", "", "save", "go north", "go west west"]:
    print(">", line)
    print(game.command(line))
