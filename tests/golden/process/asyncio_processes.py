import asyncio

async def main():
    p = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, err = await p.communicate(b"through asyncio")
    print(out, err, p.returncode)
    p = await asyncio.create_subprocess_shell("echo shell; exit 4", stdout=asyncio.subprocess.PIPE)
    print(await p.stdout.readline(), await p.wait())
    async def handle(reader, writer):
        line = await reader.readline()
        writer.write(line.upper())
        await writer.drain()
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"echo me\n")
    print(await reader.readline())
    writer.close()
    server.close()
    await server.wait_closed()
    results = await asyncio.gather(*(asyncio.sleep(0.01 * (3 - i), i) for i in range(3)))
    print(results)
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.02)
    except TimeoutError as error:
        print(type(error).__name__)

asyncio.run(main())
