# Every multibyte codec: checksums of what it decodes and encodes, with places of errors.
import codecs, zlib

NAMES = """gb2312 gbk gb18030 hz big5hkscs iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3
iso2022_jp_ext shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 euc_jisx0213 shift_jisx0213 euc_kr cp949 johab big5 cp950""".split()
SAMPLE = "aé½Ωж、。〇ぁァ亜中国華語한글힝漢字髙﨑丂龥鿿｡ｱ￥‾~\\€𠀋𪚲か゚Ê̄ê̌"
for name in NAMES:
    sums = []
    for lead in range(0x81, 0xff, 7):
        answers = []
        for trail in range(0x21, 0xff, 5):
            data = bytes([lead, trail])
            try:
                answers.append(data.decode(name))
            except UnicodeDecodeError as e:
                answers.append((e.start, e.end, e.reason))
        sums.append(zlib.crc32(repr(answers).encode()) & 0xffff)
    print(name, *sums)
    for errors in "replace", "ignore", "xmlcharrefreplace", "backslashreplace", "namereplace":
        data = SAMPLE.encode(name, errors)
        print("  ", errors, len(data), hex(zlib.crc32(data)), ascii(data.decode(name))[:70])
    for c in SAMPLE:
        try:
            c.encode(name)
        except UnicodeEncodeError as e:
            print("  ", e)
            break
    print("  ", codecs.lookup(name).name, codecs.lookup(name.upper().replace("_", "-")).name)
