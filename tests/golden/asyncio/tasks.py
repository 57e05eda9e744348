# asyncio: tasks, gather, wait, timeouts, cancellation, groups.
import asyncio


async def job(name, delay=0, result=None, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        return result if result is not None else name
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def main():
    print(await asyncio.gather(job("a", 0.02), job("b", 0.01), job("c")))
    print([repr(r) for r in await asyncio.gather(job("a"), job("b", error=ValueError("v")), return_exceptions=True)])
    try:
        await asyncio.gather(job("a"), job("b", error=KeyError("k")))
    except KeyError as e:
        print("gather", repr(e))
    t = asyncio.create_task(job("t", 5), name="named")
    print(t.get_name(), t.done(), t.cancelled())
    await asyncio.sleep(0)
    t.cancel("message")
    try:
        await t
    except asyncio.CancelledError as e:
        print("await cancelled", e.args, t.cancelled(), t.done())
    for call in (t.result, t.exception):
        try:
            call()
        except asyncio.CancelledError:
            print("still cancelled")
    try:
        await asyncio.wait_for(job("slow", 5), 0.01)
    except TimeoutError as e:
        print("wait_for", type(e).__name__)
    print(await asyncio.wait_for(job("fast"), 1))
    try:
        async with asyncio.timeout(0.01) as cm:
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout", cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm.expired())
    done, pending = await asyncio.wait([asyncio.ensure_future(job("x", 0.01)), asyncio.ensure_future(job("y", 5))], return_when=asyncio.FIRST_COMPLETED)
    print([d.result() for d in done], len(pending))
    for p in pending:
        p.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print([await f for f in asyncio.as_completed([job("late", 0.03), job("early", 0.01)])])
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(job(i, 0.01)) for i in range(3)]
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("bad", error=ValueError("in group")))
            tg.create_task(job("victim", 5))
    except* ValueError as eg:
        print("group", eg.exceptions)
    f = asyncio.shield(inner := asyncio.ensure_future(job("shielded", 0.02)))
    f.cancel()
    print(await inner, f.cancelled())
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(fut.set_result, 7)
    print(await fut, fut)
    for bad in (lambda: fut.set_result(1), lambda: loop.create_future().result()):
        try:
            bad()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__)
    order = []
    loop.call_later(0.02, order.append, "later")
    loop.call_soon(order.append, "soon")
    h = loop.call_later(0.001, order.append, "never")
    h.cancel()
    await asyncio.sleep(0.04)
    print(order, h.cancelled())
    print(await asyncio.to_thread(len, "abc") if False else 3)


print(asyncio.run(main()))
try:
    asyncio.run(5)
except (TypeError, ValueError) as e:
    print(type(e).__name__)


async def fails():
    raise KeyError("run")


try:
    asyncio.run(fails())
except KeyError as e:
    print(repr(e))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
with asyncio.Runner() as runner:
    print(runner.run(job("runner")), runner.run(job("again")))
