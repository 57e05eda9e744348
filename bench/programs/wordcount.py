"""Counting words: text generation, splitting, Counter, defaultdict, ranking."""
from collections import Counter, defaultdict

SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu"]


def make_text(n):
    words = []
    x = 7
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        words.append(SYLLABLES[x % 10] + SYLLABLES[x // 10 % 10] + (SYLLABLES[x // 100 % 10] if x & 64 else ""))
    lines = [" ".join(words[i : i + 12]) for i in range(0, n, 12)]
    return "\n".join(lines)


text = make_text(900_000)
counts = {}
for line in text.split("\n"):
    for word in line.split():
        counts[word] = counts.get(word, 0) + 1
by_length = defaultdict(list)
for word, n in counts.items():
    by_length[len(word)].append((n, word))
letters = Counter(text)
again = Counter(word for line in text.splitlines() for word in line.split(" "))
ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
print(ranked[:3], len(counts), {k: max(v) for k, v in sorted(by_length.items())})
print(letters.most_common(3), again == counts, sum(again.values()))
vowels = sum(1 for c in text if c in "aeiou")
print(vowels, text.count("ba"), len([w for w in again if w[0] == "z" and w.endswith("u")]))
