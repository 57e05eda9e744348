"""Strings: splitting, joining, searching, replacing, case, stripping, translation, palindromes."""
TEXT = "The quick brown fox jumps over the lazy dog; pack my box with five dozen liquor jugs. "


def caesar(text, by):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + by) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def palindromes(text):
    count = 0
    n = len(text)
    for center in range(n):
        i, j = center - 1, center + 1
        while i >= 0 and j < n and text[i] == text[j]:
            count += 1
            i -= 1
            j += 1
    return count


def methods(n):
    total = 0
    for i in range(n):
        words = TEXT.split()
        line = " ".join(words)
        total += len(line.upper()) + line.find("dozen") + line.count("o")
        line = line.replace("fox", "cat").strip(".")
        if line.startswith("The") and line.endswith("jugs"):
            total += len(line.title().partition(";")[2])
        if words[i % len(words)].isalpha():
            total += 1
    return total


text = TEXT * 2500
for shift in range(8):
    text = caesar(text, shift)
table = str.maketrans("aeiou", "AEIOU")
print(palindromes(text * 20), methods(420_000), len(text.translate(table)), text[:20])
