"""The XMP packet that tells other programs that a picture was made by a model (IPTC digital source type)."""

from typing import Literal

KEY = "XML:com.adobe.xmp"
"""The keyword of the PNG text chunk that holds XMP (XMP specification part 3, section 1.1.5)."""

SourceType = Literal["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmp:CreatorTool="{tool}"
    Iptc4xmpExt:DigitalSourceType="{address}"/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def packet(source_type: SourceType, tool: str) -> str:
    """Return the packet: wholly made by a model, or made by a model from a picture that was not."""
    return _PACKET.format(tool=tool.replace("&", "&amp;").replace('"', "&quot;"), address=_VOCABULARY + source_type)
