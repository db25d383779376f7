"""Links that tell who follows them, or who sent them on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.verify.patterns.codes import Rule
from answerkit.verify.patterns.hit import Hit

_NAMES = (
    "utm_[a-z_]+ fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh"
    " mc_eid mc_cid mkt_tok _hsenc _hsmi __hs[a-z]+ vero_id vero_conv wickedid oly_enc_id oly_anon_id"
    " rb_clickid s_cid ml_subscriber(?:_hash)? icid trk_[a-z]+ _openstat ns_campaign ef_id at_campaign cmpid"
)
_PARAMETER = re.compile(rf"[?&;#](?:amp;)?({'|'.join(_NAMES.split())})=", re.IGNORECASE)
_WRAPPED = re.compile(
    r"//[\w.-]*(?:safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|l\.facebook\.com)/",
    re.IGNORECASE,
)
"""Services that wrap a link, and keep the receiver's address in it."""


def tracking_hits(text: str) -> Iterator[Hit]:
    """Parameters and wrappings of links in a text."""
    for pattern in (_PARAMETER, _WRAPPED):
        for found in pattern.finditer(text):
            yield Hit(Rule.P105, found[0])
