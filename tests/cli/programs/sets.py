def known(x):
    return x in {"name", "value", "key", "items", "self", "get", "error", "path"} or x in {1, 2.5, None, b"x", (1, "a"), 1000}
