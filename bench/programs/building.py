"""String building: concatenation in loops, join of comprehensions, slices, StringIO, bytes and bytearray."""
import io


def concat(n):
    s = ""
    for i in range(n):
        s += "ab"
        if len(s) > 5000:
            s = s[-10:]
    return s


def run_lengths(text):
    out = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + str(j - i)
        i = j
    return out


def stream(n):
    f = io.StringIO()
    for i in range(n):
        f.write("line ")
        f.write(str(i))
        f.write("\n")
    return len(f.getvalue())


def encode(n):
    data = bytearray()
    for i in range(n):
        data.append(i & 255)
        data += b"xy"
    return len(bytes(data)), data.count(b"x"), sum(data[:1000])


print(len(concat(8_000_000)), len(run_lengths("aaabbbbccd" * 150_000)), stream(1_000_000), encode(2_000_000))
print(len("".join([hex(i)[2:] for i in range(1_500_000)])))
