# Multibyte encodings in files and in source text.
import io, os, tempfile, runpy, tokenize, email.header

folder = tempfile.mkdtemp()
path = os.path.join(folder, "text.txt")
text = "日本語のテキスト\n二行目、ｶﾅ\n最後"
for encoding in "shift_jis", "euc_jp", "iso2022_jp_ext", "gb18030", "euc-jis-2004", "utf-8":
    with open(path, "w", encoding=encoding, newline="") as f:
        print(encoding, f.write(text), end=" ")
    with open(path, "rb") as f:
        print(len(f.read()), end=" ")
    with open(path, encoding=encoding) as f:
        print(ascii(f.readline()), f.tell(), end=" ")
        rest = f.read()
        f.seek(0)
        print(f.read() == text, f.readline() == "", len(rest))
    with open(path, "a+", encoding=encoding) as f:
        f.write("追加")
        f.seek(0)
        print(ascii(f.read()[-6:]))
with open(path, "wb") as f:
    f.write(b"abc\x81")
for errors in None, "replace", "surrogateescape":
    try:
        with open(path, encoding="shift_jis", errors=errors) as f:
            print(ascii(f.read()))
    except UnicodeDecodeError as e:
        print(e)

for encoding in "shift_jis", "euc_jp", "gbk", "big5", "euc_kr", "cp949", "iso2022_jp", "hz", "johab":
    word = {"euc_kr": "한글", "cp949": "똠방", "johab": "한글", "gbk": "中国", "hz": "中国", "big5": "中國"}.get(encoding, "表示ソ")
    source = f"# -*- coding: {encoding} -*-\nword = '{word}'\n名 = len(word)\nprint(ascii(word), 名)\n" if encoding not in ("euc_kr", "cp949", "johab") else f"# -*- coding: {encoding} -*-\nword = '{word}'\nprint(ascii(word))\n"
    data = source.encode(encoding)
    name = os.path.join(folder, "program.py")
    with open(name, "wb") as f:
        f.write(data)
    try:
        runpy.run_path(name)
        exec(compile(data, name, "exec"), {})
    except SyntaxError as e:
        print(encoding, e.msg)
    with open(name, "rb") as f:
        print(tokenize.detect_encoding(f.readline)[0], [t.string for t in tokenize.tokenize(io.BytesIO(data).readline)][1:4] if encoding != "hz" else "")
    try:
        exec(compile(data[:-3] + b"\x81\xff\n", "bad", "exec"), {})
    except (SyntaxError, UnicodeDecodeError) as e:
        print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)

header = email.header.Header("件名テスト", "iso-2022-jp")
print(header.encode(), email.header.decode_header(header.encode()))
