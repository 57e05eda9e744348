import asyncio, warnings
warnings.simplefilter("ignore")
async def work(name, steps, fail=None):
    for i in range(steps):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)
        if fail == i: raise ValueError(name)
    return name * 2
async def main():
    print(await asyncio.gather(work("a", 2), work("b", 3), work("c", 1)))
    print(await asyncio.gather(work("a", 2), work("x", 3, 1), return_exceptions=True))
    try: await asyncio.gather(work("y", 3, 0), work("z", 1))
    except ValueError as e: print("gathered", e)
    t = asyncio.create_task(work("t", 5), name="named"); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args, t.cancelled(), t.done(), t.get_name())
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(work("g", 3)); tg.create_task(work("h", 3, 1)); tg.create_task(work("i", 2, 1))
    except* ValueError as eg: print(repr(eg), [str(e) for e in eg.exceptions])
    async with asyncio.TaskGroup() as tg: ts = [tg.create_task(work(n, 1)) for n in "jk"]
    print([t.result() for t in ts])
    try:
        async with asyncio.timeout(0.001): await asyncio.sleep(5)
    except TimeoutError as e: print("timeout", repr(e))
    try: await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError as e: print("wait_for", repr(e))
    done, pending = await asyncio.wait([asyncio.create_task(work("w", 1)), asyncio.create_task(asyncio.sleep(9))], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending)); [p.cancel() for p in pending]
    q = asyncio.Queue(2)
    async def produce():
        for i in range(4): await q.put(i); print("put", i, end=" ")
        await q.put(None)
    async def consume():
        while (x := await q.get()) is not None: print("got", x, end=" "); q.task_done()
        print()
    await asyncio.gather(produce(), consume())
    lock, order = asyncio.Lock(), []
    async def locked(n):
        async with lock: order.append(f"in{n}"); await asyncio.sleep(0); order.append(f"out{n}")
    await asyncio.gather(*(locked(i) for i in range(3))); print(order, lock.locked())
    event = asyncio.Event()
    async def waiter(n): await event.wait(); return n
    ws = [asyncio.create_task(waiter(i)) for i in range(2)]; await asyncio.sleep(0); event.set(); print(await asyncio.gather(*ws))
    sem = asyncio.Semaphore(2); running = peak = 0
    async def limited():
        nonlocal running, peak
        async with sem: running += 1; peak = max(peak, running); await asyncio.sleep(0); running -= 1
    await asyncio.gather(*(limited() for _ in range(6))); print("peak", peak)
    f = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_soon(f.set_result, "later"); print(await f, f.done())
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print("invalid state")
    async for r in as_done([asyncio.create_task(work("p", 2)), asyncio.create_task(work("q", 1))]): print(r)
    try: asyncio.run(work("r", 1))
    except RuntimeError as e: print(e)
    cond = asyncio.Condition()
    async def waits():
        async with cond: await cond.wait(); return "notified"
    wt = asyncio.create_task(waits()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    print(await wt)
    b = asyncio.Barrier(2); print(sorted(await asyncio.gather(b.wait(), b.wait())))
    return "end"
async def as_done(cs):
    for f in asyncio.as_completed(cs): yield await f
print(asyncio.run(main()))
for bad in (5, None, main): 
    try: asyncio.run(bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, str(e).split(" at 0x")[0])
with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 1)), r.run(asyncio.sleep(0, 2)))
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
