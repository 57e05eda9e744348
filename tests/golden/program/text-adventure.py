import cmd, io, shlex
ROOMS = {"hall": ("A dusty hall.", {"north": "library", "east": "cellar"}, ["lamp"]), "library": ("Shelves of books.", {"south": "hall"}, ["book", "key"]), "cellar": ("It is dark.", {"west": "hall", "down": "vault"}, [])}
class GameOver(Exception): pass
class Adventure(cmd.Cmd):
    prompt, intro, use_rawinput = "", "Welcome. Type help.", False
    def __init__(self, script, out): super().__init__(stdin=io.StringIO(script), stdout=out); self.room, self.bag, self.moves = "hall", set(), 0; self.rooms = {k: (d, dict(e), list(i)) for k, (d, e, i) in ROOMS.items()}
    def say(self, *a): print(*a, file=self.stdout)
    def do_look(self, arg):
        "Look around."
        text, exits, items = self.rooms[self.room]
        if self.room == "cellar" and "lamp" in self.bag: text = "A door with a lock leads down."
        self.say(f"[{self.room}] {text} Exits: {', '.join(sorted(exits))}." + (f" You see: {', '.join(items)}." if items else ""))
    def do_go(self, arg):
        "go DIRECTION"
        match self.room, arg:
            case _, "": return self.say("Where?")
            case "cellar", "down" if "key" not in self.bag: return self.say("It is locked.")
            case "cellar", "down": raise GameOver(f"You found the vault in {self.moves} moves!")
            case room, d if d in self.rooms[room][1]: self.room = self.rooms[room][1][d]; self.moves += 1; self.do_look("")
            case _: self.say(f"You cannot go {arg!r}.")
    def do_take(self, arg):
        "take ITEM..."
        for item in shlex.split(arg):
            try: self.rooms[self.room][2].remove(item)
            except ValueError as e: self.say("No", item, f"({e})")
            else: self.bag.add(item); self.say("Taken:", item)
    def do_bag(self, arg): self.say("You carry:", ", ".join(sorted(self.bag)) or "nothing")
    def do_quit(self, arg): "Leave."; return True
    def default(self, line): self.say(f"I do not know {line.split()[0]!r}.")
    def emptyline(self): self.say("...")
    def precmd(self, line): self.say(">", line); return line
    do_EOF = do_quit
out = io.StringIO()
try: Adventure("look\nhelp\nhelp go\nhelp bag\n\ndance now\ntake lamp book\ngo\ngo up\ngo east\nlook\ngo down\ngo west\ngo north\ntake 'key' \"book\"\nbag\ngo south\ngo east\ngo down\nlook\n", out).cmdloop()
except GameOver as e: out.write(f"{e}\n")
print(out.getvalue())
g = Adventure("", io.StringIO()); g.cmdloop(); print(g.stdout.getvalue(), g.completenames("g"), g.parseline("go north"), g.parseline("!x"), g.parseline("?go"), g.onecmd("quit"))
