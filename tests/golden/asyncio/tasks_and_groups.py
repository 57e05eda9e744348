# asyncio: tasks, gather, groups, timeouts, queues, events, locks, cancellation, context, errors and how they print.
import asyncio
import contextlib
import contextvars
import traceback

var = contextvars.ContextVar("var", default="unset")


async def worker(name, delay, result=None, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        return result or name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "done")


async def basics():
    print(await asyncio.gather(worker("a", 0.02), worker("b", 0.01), worker("c", 0)))
    print(await asyncio.gather(worker("x", 0, error=ValueError("bad")), worker("y", 0.01), return_exceptions=True))
    task = asyncio.create_task(worker("t", 10), name="task-t")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancelled(), task.cancel("because"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error.args, task.cancelled(), task.done())
    for call in (task.result, task.exception):
        try:
            call()
        except BaseException as error:
            print(type(error).__name__, error)
    pending = asyncio.get_running_loop().create_future()
    for call in (pending.result, pending.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    pending.set_result(5)
    try:
        pending.set_result(6)
    except asyncio.InvalidStateError as error:
        print(error)
    print(await pending, pending)


async def groups():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("g1", 5))
            group.create_task(worker("g2", 0, error=KeyError("k")))
            group.create_task(worker("g3", 0, error=ValueError("v")))
    except* ValueError as caught:
        print(repr(caught))
    except* KeyError as caught:
        print(repr(caught))
    try:
        async with asyncio.timeout(0.01):
            await worker("slow", 5)
    except TimeoutError as error:
        print("timeout", error.args, type(error.__cause__).__name__)
    try:
        await asyncio.wait_for(worker("late", 5), 0.01)
    except TimeoutError:
        print("wait_for timed out")
    done, waiting = await asyncio.wait([asyncio.ensure_future(worker("w1", 0)), asyncio.ensure_future(worker("w2", 1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(waiting), [t.result() for t in done])
    for task in waiting:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*waiting)
    for coro in asyncio.as_completed([worker("s2", 0.02), worker("s1", 0)]):
        print("completed", await coro)
    print(await asyncio.shield(worker("shielded", 0)))


async def tools():
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for i in range(5):
            await queue.put(i)
            print("put", i, queue.qsize())
        queue.shutdown()

    async def consume():
        while True:
            try:
                item = await queue.get()
            except asyncio.QueueShutDown:
                return print("queue was shut down")
            print("got", item)
            queue.task_done()

    await asyncio.gather(produce(), consume())
    lock, event, semaphore, barrier = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Barrier(3)
    active = 0

    async def user(n):
        nonlocal active
        async with semaphore:
            active += 1
            print("active", active)
            await asyncio.sleep(0)
            active -= 1
        position = await barrier.wait()
        async with lock:
            if position == 0:
                event.set()
        await event.wait()
        return n

    print(await asyncio.gather(*[user(n) for n in range(3)]))
    print(lock.locked(), event.is_set(), semaphore.locked(), barrier.n_waiting)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    priority = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        priority.put_nowait(item)
    print([priority.get_nowait() for _ in range(3)], priority.empty())
    try:
        priority.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    condition = asyncio.Condition()

    async def waiter():
        async with condition:
            await condition.wait_for(lambda: var.get() == "unset")
            return "condition met"

    print(await waiter())


async def contexts():
    var.set("outer")

    async def child():
        before = var.get()
        var.set("inner")
        return before, var.get()

    print(await asyncio.create_task(child()), var.get())
    print(await asyncio.create_task(child(), context=contextvars.Context()), var.get())
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0.01, order.append, "later")
    handle = loop.call_later(0.005, order.append, "never")
    handle.cancel()
    await asyncio.sleep(0.02)
    print(order, handle.cancelled())


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("generator closed")


async def streams():
    print([i async for i in numbers(3)], {i: i * i async for i in numbers(2)})
    async for i in numbers(5):
        if i == 1:
            break
    async with contextlib.aclosing(numbers(9)) as gen:
        print(await anext(gen), await anext(gen))


async def failing():
    await inner_failing()


async def inner_failing():
    await asyncio.sleep(0)
    raise RuntimeError("deep")


async def shows_errors():
    task = asyncio.create_task(failing())
    try:
        await task
    except RuntimeError as error:
        print([entry.name for entry in traceback.extract_tb(error.__traceback__)])
    try:
        await 3
    except TypeError as error:
        print(error)
    try:
        asyncio.run(basics())
    except RuntimeError as error:
        print(error)


for main in (basics, groups, tools, contexts, streams, shows_errors):
    print("==", main.__name__)
    asyncio.run(main())
for bad in (lambda: asyncio.run(3), lambda: asyncio.get_running_loop(), lambda: asyncio.run(worker), lambda: asyncio.Semaphore(-1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
with asyncio.Runner() as runner:
    print(runner.run(worker("r", 0, result=7)), runner.get_loop().is_running())
try:
    asyncio.run(failing())
except RuntimeError as error:
    print([entry.name for entry in traceback.extract_tb(error.__traceback__) if entry.filename == __file__])
