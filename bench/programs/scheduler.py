"""A small operating system: tasks with queues, priorities, devices and messages (in the manner of richards)."""


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.value = 0

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, system, number, priority, queue):
        self.system = system
        self.number = number
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = queue is None
        system.tasks.append(self)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
            if self.queue is None:
                self.waiting = True
        return packet

    def receive(self, packet):
        self.queue = packet.append_to(self.queue)
        self.waiting = False

    def is_ready(self):
        return not self.held and not self.waiting


class Idle(Task):
    def __init__(self, *args):
        super().__init__(*args)
        self.control = 1
        self.waiting = False

    def run(self):
        self.system.turns += 1
        if self.control & 1:
            self.control = (self.control >> 1) ^ 0xD008
            self.system.release(self.system.tasks[3])
        else:
            self.control >>= 1
            self.system.release(self.system.tasks[4])


class Worker(Task):
    def run(self):
        packet = self.take()
        if packet is None:
            return
        for i in range(4):
            packet.value = (packet.value * 31 + i) & 0xFFFF
        self.system.handled += 1
        target = self.system.tasks[2 if packet.kind == 0 else 1]
        packet.kind ^= 1
        target.receive(packet)


class Device(Task):
    def run(self):
        packet = self.take()
        if packet is None:
            self.held = True
            return
        self.system.sent += 1
        self.system.tasks[packet.owner].receive(packet)


class System:
    def __init__(self):
        self.tasks = []
        self.handled = self.sent = self.turns = 0

    def release(self, task):
        task.held = False

    def schedule(self, limit):
        tasks = self.tasks
        for turn in range(limit):
            best = None
            for task in tasks:
                if task.is_ready() and (best is None or task.priority >= best.priority):
                    best = task
            best.run()
            if turn % 5 == 0:
                tasks[3 + turn % 2].receive(Packet(None, 1 + turn % 2, turn & 1))
                tasks[1 + turn % 2].take()


def main():
    system = System()
    Idle(system, 0, 0, None)
    Worker(system, 1, 10, Packet(Packet(None, 3, 0), 4, 1))
    Worker(system, 2, 20, Packet(None, 3, 1))
    Device(system, 3, 30, Packet(None, 1, 0))
    Device(system, 4, 40, Packet(None, 2, 1))
    system.schedule(700_000)
    print(system.handled, system.sent, system.turns)


main()
