"""The local extension: one key, under which every object carries what OCDS has no place for."""

KEY = "supplierSelection"
"""On a release, a tender, a lot, a party, a bid and an award; its fields are those of the case (docs/ocds.md)."""

LOCAL_EXTENSION = "urn:supplier-selector:ocds-extension:1"
"""Stands for the folder ``extension`` beside this file, until a publisher serves it and says where."""

LOTS_EXTENSION = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json"
)
BID_EXTENSION = "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/master/extension.json"
