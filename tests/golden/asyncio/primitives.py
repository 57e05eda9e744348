# asyncio: queues, locks, events, conditions, semaphores, barriers.
import asyncio


async def queues():
    q = asyncio.Queue(2)
    log = []

    async def producer():
        for i in range(4):
            await q.put(i)
            log.append(("put", i, q.qsize()))

    async def consumer():
        while True:
            item = await q.get()
            log.append(("got", item))
            q.task_done()

    c = asyncio.create_task(consumer())
    await producer()
    await q.join()
    c.cancel()
    print(sorted(map(str, log)), q.empty(), q.full())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(type(e).__name__)
    p = asyncio.PriorityQueue()
    for v in (3, 1, 2):
        p.put_nowait(v)
    print([p.get_nowait() for _ in range(3)])
    s = asyncio.LifoQueue()
    for v in (3, 1, 2):
        s.put_nowait(v)
    print([await s.get() for _ in range(3)])
    try:
        q.task_done()
        q.task_done()
        q.task_done()
        q.task_done()
        q.task_done()
    except ValueError as e:
        print(e)
    q2 = asyncio.Queue()
    getter = asyncio.create_task(q2.get())
    await asyncio.sleep(0)
    q2.shutdown()
    try:
        await getter
    except asyncio.QueueShutDown:
        print("shut down")


async def locks():
    lock = asyncio.Lock()
    order = []

    async def user(n):
        async with lock:
            order.append(f"in {n}")
            await asyncio.sleep(0)
            order.append(f"out {n}")

    await asyncio.gather(*(user(i) for i in range(3)))
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        return "woken"

    tasks = [asyncio.create_task(waiter()) for _ in range(2)]
    await asyncio.sleep(0)
    print(event.is_set(), event.set(), await asyncio.gather(*tasks))
    event.clear()
    print(event.is_set())
    cond = asyncio.Condition()
    ready = []

    async def wait_for_item():
        async with cond:
            await cond.wait_for(lambda: ready)
            return ready.pop()

    tasks = [asyncio.create_task(wait_for_item()) for _ in range(2)]
    await asyncio.sleep(0)
    async with cond:
        ready.extend([1, 2])
        cond.notify_all()
    print(await asyncio.gather(*tasks))
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)
    sem = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(5)))
    print("peak", peak, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))), barrier.n_waiting, barrier.broken)


async def gens():
    async def ticker(n):
        try:
            for i in range(n):
                yield i
                await asyncio.sleep(0)
        finally:
            print("ticker closed")

    print([i async for i in ticker(3)])
    async for i in ticker(5):
        if i == 1:
            break
    from contextlib import aclosing, asynccontextmanager, AsyncExitStack

    async with aclosing(ticker(3)) as t:
        print(await anext(t))

    @asynccontextmanager
    async def cm(name):
        print("enter", name)
        try:
            yield name
        except ValueError as e:
            print("suppressed", e)
        finally:
            print("exit", name)

    async with cm("a") as a:
        raise ValueError(a)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(cm("b")), await stack.enter_async_context(cm("c")))
        stack.push_async_callback(asyncio.sleep, 0)


async def streams():
    reader = asyncio.StreamReader()
    reader.feed_data(b"line one\nline two\nrest")
    reader.feed_eof()
    print(await reader.readline(), await reader.readuntil(b"two"), await reader.read(3), await reader.read(), reader.at_eof())
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)


import contextvars

var = contextvars.ContextVar("var", default="default")


async def contexts():
    async def child():
        before = var.get()
        var.set("child")
        await asyncio.sleep(0)
        return before, var.get()

    var.set("parent")
    print(await asyncio.create_task(child()), var.get(), await child(), var.get())
    ctx = contextvars.copy_context()
    print(await asyncio.create_task(child(), context=ctx), ctx[var])


for f in (queues, locks, gens, streams, contexts):
    print("==", f.__name__)
    asyncio.run(f())
