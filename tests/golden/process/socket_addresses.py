import socket

for text in ("127.0.0.1", "1.2.3", "0x7f.1", "255.255.255.255", "256.1.1.1", "", "1.2.3.4.5", "01.02.03.04", "a.b.c.d"):
    try:
        print(repr(text), socket.inet_aton(text).hex())
    except OSError as error:
        print(repr(text), error)
for text in ("::", "::1", "1::", "fe80::1:2", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::2::3", "12345::", ":::", "1:2:3:4:5:6:7", "g::"):
    try:
        packed = socket.inet_pton(socket.AF_INET6, text)
        print(text, packed.hex(), socket.inet_ntop(socket.AF_INET6, packed))
    except OSError as error:
        print(text, error)
print(socket.inet_ntoa(b"\x7f\0\0\x01"), socket.inet_ntop(socket.AF_INET, b"\1\2\3\4"))
print(socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(0x01020304))
for call in (lambda: socket.htons(-1), lambda: socket.htons(65536), lambda: socket.htonl(2**32), lambda: socket.inet_ntoa(b"abc"), lambda: socket.inet_ntop(99, b"abcd"), lambda: socket.inet_ntop(2, b"abc"), lambda: socket.inet_pton(2, "300.1.1.1")):
    try:
        print(call())
    except (OSError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4), socket.CMSG_SPACE(9), socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
print(socket.getdefaulttimeout())
print(socket.AF_INET, socket.SOCK_STREAM, socket.has_ipv6, issubclass(socket.gaierror, OSError), socket.timeout is TimeoutError)
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
