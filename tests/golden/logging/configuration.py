# dictConfig, fileConfig, filters, formatters in three styles, propagation, adapters, handlers.
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

stream = io.StringIO()


class OnlyEven(logging.Filter):
    def __init__(self, name="", start=0):
        super().__init__(name)
        self.count = start

    def filter(self, record):
        self.count += 1
        record.count = self.count
        return self.count % 2 == 0


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(levelname)-8s|%(name)s|%(message)s"},
        "brace": {"format": "{levelname:>8}:{name}:{message}:{count}", "style": "{"},
        "dollar": {"format": "$levelname <$name> ${message} [$tag]", "style": "$", "defaults": {"tag": "none"}},
        "shout": {"()": Shout, "fmt": "%(message)s"},
    },
    "filters": {"even": {"()": OnlyEven, "start": 1}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": stream, "formatter": "plain", "level": "INFO"},
        "even": {"class": "logging.StreamHandler", "stream": stream, "formatter": "brace", "filters": ["even"]},
        "tagged": {"class": "logging.StreamHandler", "stream": stream, "formatter": "dollar", "level": "ERROR"},
        "loud": {"class": "logging.StreamHandler", "stream": stream, "formatter": "shout", "level": logging.CRITICAL},
    },
    "loggers": {
        "app": {"handlers": ["even"], "level": "DEBUG"},
        "app.db": {"handlers": ["tagged"], "propagate": False},
        "app.net": {"handlers": ["loud"], "level": "WARNING"},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
})


def show(title):
    print("==", title)
    print(stream.getvalue(), end="")
    stream.seek(0)
    stream.truncate()


for name in ("app", "app.db", "app.net", "app.other", "elsewhere"):
    logger = logging.getLogger(name)
    logger.debug("debug %s", name)
    logger.info("info %d items", 3)
    logger.warning("warning %(a)s and %(b)r", {"a": 1, "b": "x"})
    logger.error("error without arguments")
    logger.critical("critical %5.2f", 3.14159)
    show(name)
print([logging.getLogger(n).getEffectiveLevel() for n in ("app", "app.db", "app.net", "x")])
print(logging.getLogger("app.db"), logging.getLogger("app").handlers[0], logging.root)
print(sorted(x.name for x in logging.getLogger("app").getChildren()))
print(logging.getHandlerNames(), logging.getLevelNamesMapping())

logger = logging.getLogger("plain")
logger.propagate = False
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(message)s %(levelno)d %(funcName)s %(lineno)d %(module)s %(process)s", "%H"))
logging.logProcesses = False
logger.addHandler(handler)
logger.setLevel(1)


def work():
    logger.log(25, "custom level")
    logging.addLevelName(25, "NOTICE")
    logger.log(25, "again", stacklevel=1)
    try:
        {}["missing"]
    except KeyError:
        handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        logger.exception("it failed")
        logger.warning("with text", exc_info=False)


work()
show("records")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(7), logging.getLevelName("NONE"))
adapter = logging.LoggerAdapter(logger, {"user": "ann"})
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
adapter.warning("hello %s", "you")
merging = logging.LoggerAdapter(logger, {"user": "bob"}, merge_extra=True)
merging.warning("hi", extra={"more": 1})
print(adapter)
show("adapters")

memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=handler)
handler.setFormatter(logging.Formatter("%(message)s"))
logger.handlers = [memory]
for i in range(4):
    logger.info("buffered %d", i)
print(len(memory.buffer))
logger.error("flushes")
print(len(memory.buffer))
show("memory")
q = queue.Queue()
logger.handlers = [logging.handlers.QueueHandler(q)]
logger.warning("queued %s", [1, 2])
record = q.get()
print(record.msg, record.args, record.levelname, record)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "log.txt")
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
    logger.handlers = [rotating]
    for i in range(10):
        logger.info("line number %d", i)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        print(name, open(os.path.join(folder, name)).read().splitlines())
for bad in ({}, {"version": 2}, {"version": 1, "root": {"handlers": ["nope"]}}, {"version": 1, "handlers": {"h": {"class": "logging.Nothing"}}},
            {"version": 1, "formatters": {"f": {"format": "%(x", "style": "?"}}}, {"version": 1, "loggers": {"x": {"level": "LOUD"}}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as error:
        cause = error.__cause__
        print(error, "|", type(cause).__name__, cause)
for fmt, style in (("%(message)z", "%"), ("no field", "%"), ("{message!x}", "{"), ("{message", "{"), ("$", "$"), ("none", "$"), ("x", "!")):
    try:
        logging.Formatter(fmt, style=style)
        print("fine", fmt)
    except ValueError as error:
        print(error)
logging.raiseExceptions = False
logger.handlers = [handler]
logger.info("too %d many", 1, 2)
show("quiet")
logging.disable(logging.ERROR)
print(logger.isEnabledFor(logging.ERROR), logger.isEnabledFor(logging.CRITICAL))
