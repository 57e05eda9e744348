// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "_queue": [null, "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly."],
  "_queue.Empty": [null, "Exception raised by Queue.get(block=0)/get_nowait()."],
  "_queue.SimpleQueue": ["()", "Simple, unbounded, reentrant FIFO queue."],
  "_queue.SimpleQueue.__class_getitem__": ["($type, object, /)", "SimpleQueues are generic over the type of their contents"],
  "_queue.SimpleQueue.empty": ["($self, /)", "Return True if the queue is empty, False otherwise (not reliable!)."],
  "_queue.SimpleQueue.get": ["($self, /, block=True, timeout=None)", "Remove and return an item from the queue.\n\nIf optional args 'block' is true and 'timeout' is None (the\ndefault), block if necessary until an item is available.  If\n'timeout' is a non-negative number, it blocks at most 'timeout'\nseconds and raises the Empty exception if no item was available\nwithin that time.\nOtherwise ('block' is false), return an item if one is immediately\navailable, else raise the Empty exception ('timeout' is ignored\nin that case)."],
  "_queue.SimpleQueue.get_nowait": ["($self, /)", "Remove and return an item from the queue without blocking.\n\nOnly get an item if one is immediately available. Otherwise\nraise the Empty exception."],
  "_queue.SimpleQueue.put": ["($self, /, item, block=True, timeout=None)", "Put the item on the queue.\n\nThe optional 'block' and 'timeout' arguments are ignored, as this\nmethod never blocks.  They are provided for compatibility with the\nQueue class."],
  "_queue.SimpleQueue.put_nowait": ["($self, /, item)", "Put an item into the queue without blocking.\n\nThis is exactly equivalent to `put(item)` and is only provided\nfor compatibility with the Queue class."],
  "_queue.SimpleQueue.qsize": ["($self, /)", "Return the approximate size of the queue (not reliable!)."],
};
