# ipaddress: addresses, networks, interfaces, arithmetic, summaries and messages.
import ipaddress as ip

for text in ["192.168.0.1", "::1", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "0.0.0.0", "255.255.255.255", "224.0.0.1", "127.1.2.3", "fc00::", "64:ff9b::1"]:
    a = ip.ip_address(text)
    print(repr(a), int(a), a.version, a.packed.hex(), a.compressed, a.reverse_pointer, [n for n in ("is_private", "is_global", "is_loopback", "is_link_local", "is_multicast", "is_reserved", "is_unspecified") if getattr(a, n)])
for bad in ["", "1.2.3", "1.2.3.256", "01.2.3.4", "a.b.c.d", "1.2.3.4/24", ":::", "1::2::3", "12345::", "::1.2.3", "1:2:3:4:5:6:7:8:9", "g::", "::%", 2 ** 128, -1, b"abc", None]:
    try:
        print(ip.ip_address(bad))
    except ValueError as error:
        print(repr(bad), error)
for function in (ip.IPv4Address, ip.IPv6Address, ip.IPv4Network, ip.IPv6Network, ip.ip_network):
    for bad in ("1.2.3.4.5", "::g", "10.0.0.1/8", "10.0.0.0/33", "::/129", "10.0.0.0/255.0.255.0"):
        try:
            print(function.__name__, bad, function(bad))
        except ValueError as error:
            print(function.__name__, bad, type(error).__name__, error)
n = ip.ip_network("192.0.2.0/28")
print(repr(n), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, n.prefixlen, list(n.hosts())[:3], n[5], n[-1], ip.ip_address("192.0.2.7") in n, n.with_netmask, n.with_hostmask)
print(list(n.subnets()), list(n.subnets(new_prefix=30))[-1], n.supernet(), n.supernet(new_prefix=24), n.overlaps(ip.ip_network("192.0.2.8/29")), n.subnet_of(ip.ip_network("192.0.0.0/16")), list(n.address_exclude(ip.ip_network("192.0.2.4/30"))))
print(ip.ip_network("10.0.0.5/8", strict=False), list(ip.ip_network("10.0.0.0/31").hosts()), list(ip.ip_network("10.0.0.1/32").hosts()), ip.ip_network(("10.0.0.0", 8)), ip.ip_network(167772160), ip.ip_network("::/0").num_addresses)
i = ip.ip_interface("10.1.2.3/16")
print(repr(i), i.network, i.ip, i.with_prefixlen, ip.ip_interface("2001::5/64").network, i + 1 if False else ip.ip_address("10.0.0.1") + 5, ip.ip_address("10.0.0.1") - 1)
print(list(ip.summarize_address_range(ip.ip_address("192.0.2.0"), ip.ip_address("192.0.2.130"))), list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), ip.ip_network("10.0.0.4/32")])))
print(sorted([ip.ip_address("10.0.0.2"), ip.ip_address("9.0.0.1")]), ip.ip_address("::1") == ip.ip_address("0.0.0.1"), ip.v4_int_to_packed(1), ip.get_mixed_type_key(n)[0], hash(ip.ip_address("::2")) == hash(ip.ip_address("::2")), format(ip.ip_address("1.2.3.4"), "_x"), f"{ip.ip_address('1.2.3.4'):b} {ip.ip_address('::5'):#X} {ip.ip_address('1.2.3.4')!s:>10}")
for action in [lambda: ip.ip_address("1.1.1.1") < ip.ip_address("::1"), lambda: ip.ip_address("255.255.255.255") + 1, lambda: n[16], lambda: list(n.subnets(new_prefix=20)), lambda: n.supernet(prefixlen_diff=40), lambda: list(ip.summarize_address_range(n[1], n[0])), lambda: ip.ip_address("1.1.1.1") < 3, lambda: n.overlaps(3) if False else n.subnet_of(ip.ip_network("::/0"))]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
m = ip.ip_address("::ffff:1.2.3.4")
print(m.ipv4_mapped, ip.ip_address("2002:102:304::").sixtofour, ip.ip_address("2001:0:4136:e378:8000:63bf:3fff:fdd2").teredo, ip.ip_address("fe80::1%3").scope_id, m.is_private)
