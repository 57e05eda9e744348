# ElementTree: building, searching, namespaces, serializing, incremental parsing, errors.
import io
import xml.etree.ElementTree as ET

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!-- a catalogue -->
<catalogue xmlns:p="urn:prices" version="2">
  <book id="b1" lang="en"><title>Trees &amp; Forests</title><p:price currency="EUR">12.50</p:price></book>
  <book id="b2"><title>Größe</title><p:price currency="USD">7</p:price><note/></book>
  <shelf><book id="b3" lang="de"><title><![CDATA[<raw> & "cooked"]]></title>tail</book></shelf>
</catalogue>"""
root = ET.fromstring(SOURCE)
print(root.tag, root.attrib, len(root), root.text.strip() == "", root.tail)
for book in root.iter("book"):
    print(book.get("id"), book.get("lang", "?"), book.findtext("title"), repr(book.findtext("none")), book.findtext("note", "no note"))
names = {"p": "urn:prices"}
for path in ["book", "./book/title", ".//book", "book[@lang]", "book[@lang='en']", "book[2]", "book[last()]", "book[title='Größe']", "*", ".//p:price", "{urn:prices}price", ".//{*}price", ".//title/..", "shelf//title", "book[note]", "book[@id!='b1']", ".//price"]:
    print(path, [(e.tag, e.get("id")) for e in root.findall(path, names)])
for bad in ["book[", "book[0]", "book[@]", "q:price"]:
    try:
        print(bad, root.findall(bad, names))
    except (SyntaxError, KeyError, TypeError) as error:
        print(bad, type(error).__name__, error)

top = ET.Element("top", {"z": "1", "a": "2"}, extra="<&\">\n")
child = ET.SubElement(top, "child")
child.text = "a < b & c > d"
child.tail = "\n"
top.append(ET.Comment(" note "))
top.append(ET.ProcessingInstruction("target", "some data"))
ET.SubElement(top, "{urn:one}ns", {"{urn:two}attr": "v"})
top.insert(0, ET.Element("first"))
print(ET.tostring(top, encoding="unicode"))
print(ET.tostring(top))
print(ET.tostring(top, encoding="utf-8", short_empty_elements=False, xml_declaration=True, default_namespace=None))
print(ET.tostring(ET.fromstring("<a>é€</a>"), "us-ascii"), ET.tostring(ET.fromstring("<a>é</a>"), "latin-1"))
ET.register_namespace("uno", "urn:one")
ET.indent(top, "    ")
print(ET.tostring(top, "unicode"))
for method in ("text", "html", "c14n"):
    try:
        print(method, ET.tostring(top, "unicode", method=method))
    except ValueError as error:
        print(method, error)
print(ET.canonicalize("<a  b='2' a='1'><!-- c --><b/> x </a>", strip_text=True), ET.canonicalize("<a b='2' a='1'><!-- c --></a>", with_comments=True))
tree = ET.ElementTree(top)
out = io.BytesIO()
tree.write(out, encoding="utf-16", xml_declaration=True)
print(out.getvalue()[:20], ET.parse(io.BytesIO(out.getvalue())).getroot().tag)
top.remove(child)
print([e.tag if isinstance(e.tag, str) else e.tag.__name__ for e in top], list(top.itertext())[:3], sorted(top.keys()), sorted(top.items()))
del top[0]
top[:] = [ET.Element("only")]
print(len(top), top[0].tag, top.find("only") is top[0], ET.iselement(top), ET.iselement("x"))
top.clear()
print(top.attrib, len(top), ET.tostring(top))

print("== incremental")
for event, element in ET.iterparse(io.StringIO(SOURCE), events=("start", "end", "start-ns", "end-ns", "comment")):
    print(event, element if isinstance(element, tuple) or element is None else element.tag if isinstance(element.tag, str) else element.text, end="; ")
print()
pull = ET.XMLPullParser(["end"])
pull.feed("<a><b>1</b>")
pull.feed("<b>2</b></a>")
pull.close()
print([(event, e.tag, e.text) for event, e in pull.read_events()])


class Target:
    def start(self, tag, attrib):
        print("start", tag, attrib)

    def end(self, tag):
        print("end", tag)

    def data(self, data):
        print("data", repr(data))

    def comment(self, text):
        print("comment", text)

    def pi(self, target, data):
        print("pi", target, data)

    def close(self):
        return "closed"


parser = ET.XMLParser(target=Target())
parser.feed("<a x='1'>line<!--c--><?p d?>&#65;")
parser.feed("</a>")
print(parser.close())
print("== errors")
for bad in ["", "<a>", "<a></b>", "<a b=1/>", "<a>&unknown;</a>", "<a/><b/>", "<a b='1' b='2'/>", "<x:a/>", "text", "<a>\x01</a>", "<a>]]></a>", "\n<?xml version='1.0'?><a/>"]:
    try:
        ET.fromstring(bad)
    except ET.ParseError as error:
        print(repr(bad), "->", error, error.code, error.position)
print(ET.fromstring("<!DOCTYPE a [<!ENTITY e 'value'><!ATTLIST a d CDATA 'default'>]><a>&e;</a>").attrib)
print(ET.XML("<a>x</a>").text, sorted(ET.XMLID("<a id='1'><b id='2'/></a>")[1]), ET.fromstringlist(["<a", ">", "t</a>"]).text)
ET.dump(ET.fromstring("<a><b>c</b></a>"))
