# minidom, pulldom, SAX handlers and plain expat on the same document.
import io
import xml.sax
import xml.sax.handler
import xml.sax.saxutils
from xml.dom import minidom, pulldom, Node
import xml.dom
from xml.parsers import expat

SOURCE = """<?xml version="1.0"?>
<!DOCTYPE menu [
  <!ELEMENT menu (item*)>
  <!ATTLIST item kind (drink|food) "food" id ID #IMPLIED>
  <!ENTITY shop "The <i>Corner</i> Shop">
  <!NOTATION gif PUBLIC "-//GIF">
]>
<menu xmlns="urn:menu" xmlns:x="urn:x">
  <!-- today -->
  <item id="a" x:hot="yes">Soup<?cook slowly?></item>
  <item kind="drink">Tea &amp; milk, &shop;</item>
</menu>
"""
doc = minidom.parseString(SOURCE)
print(doc.documentElement.nodeName, doc.doctype.name, doc.doctype.internalSubset.count("\n"))
for item in doc.getElementsByTagName("item"):
    print(item.tagName, item.namespaceURI, sorted(item.attributes.items()), [n.nodeType for n in item.childNodes], item.firstChild)
print(doc.toxml()[-220:])
print(doc.documentElement.toprettyxml(indent="  ", newl="\n")[:200])
item = doc.getElementsByTagName("item")[0]
clone = item.cloneNode(True)
clone.setAttribute("id", "b&\"<")
clone.removeChild(clone.lastChild)
clone.appendChild(doc.createTextNode(" more"))
clone.normalize()
doc.documentElement.appendChild(clone)
print(clone.toxml(), clone.parentNode is doc.documentElement, clone.hasAttribute("id"), clone.getAttributeNS("urn:x", "hot"))
for action in [lambda: item.removeChild(clone), lambda: doc.appendChild(doc.createElement("second")), lambda: doc.createTextNode("x").splitText(5), lambda: doc.createComment("a--b").toxml()]:
    try:
        print(action())
    except (xml.dom.DOMException, ValueError) as error:
        print(type(error).__name__, getattr(error, "code", None), error)
new = minidom.getDOMImplementation().createDocument(None, "root", None)
new.documentElement.setAttribute("a", "1")
print(new.toxml(encoding="utf-8"), new.documentElement.getAttributeNode("a").nodeType == Node.ATTRIBUTE_NODE)

for event, node in pulldom.parseString(SOURCE):
    if event == pulldom.START_ELEMENT:
        print("pull", node.tagName, end=" ")
print()


class Handler(xml.sax.handler.ContentHandler, xml.sax.handler.DTDHandler):
    depth = 0

    def setDocumentLocator(self, locator):
        self.locator = locator

    def startElement(self, name, attrs):
        print("  " * self.depth + name, sorted(attrs.items()), self.locator.getLineNumber(), self.locator.getColumnNumber())
        self.depth += 1

    def endElement(self, name):
        self.depth -= 1

    def characters(self, content):
        if content.strip():
            print("  " * self.depth + repr(content))

    def processingInstruction(self, target, data):
        print("pi", target, data)

    def notationDecl(self, name, public, system):
        print("notation", name, public, system)


handler = Handler()
reader = xml.sax.make_parser()
reader.setContentHandler(handler)
reader.setDTDHandler(handler)
reader.parse(io.StringIO(SOURCE))
for bad in (b"<a><b></a>", b"", b"<a>&x;</a>"):
    try:
        xml.sax.parseString(bad, xml.sax.ContentHandler())
    except xml.sax.SAXParseException as error:
        print(error, error.getLineNumber(), error.getColumnNumber(), error.getMessage())
out = io.StringIO()
gen = xml.sax.saxutils.XMLGenerator(out, "utf-8", short_empty_elements=True)
xml.sax.parseString(b"<a b='&lt;'>t<c/></a>", gen)
print(out.getvalue())
print(xml.sax.saxutils.escape("<a & b>", {"b": "B"}), xml.sax.saxutils.unescape("&lt;&amp;&q;", {"&q;": "Q"}), xml.sax.saxutils.quoteattr("it's \"x\""))

parser = expat.ParserCreate(namespace_separator="|")
for name in ("StartElementHandler", "EndElementHandler", "CharacterDataHandler", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "CommentHandler", "XmlDeclHandler", "StartDoctypeDeclHandler",
             "EndDoctypeDeclHandler", "EntityDeclHandler", "AttlistDeclHandler", "ElementDeclHandler", "NotationDeclHandler"):
    setattr(parser, name, lambda *args, name=name: print(name[:-7], parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex, args))
print(parser.Parse(SOURCE, True))
for text in ("<a", "<a b='<'>", "<a>\n\n  <b>\n</a>", "<a xmlns:x=''/>"):
    parser = expat.ParserCreate(None, " ")
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code), parser.ErrorByteIndex)
print(expat.errors.XML_ERROR_SYNTAX, expat.errors.codes["syntax error"], expat.errors.messages[2], expat.model.XML_CTYPE_SEQ)
