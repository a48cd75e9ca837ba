"""Which areas border on each other: read off a map of the area teams of 2013, by land."""

from collections.abc import Iterable

from selector.examples.england_2013.ccgs import Ccg

_CUMBRIA, _DURHAM = "Cumbria, Northumberland, Tyne and Wear", "Durham, Darlington and Tees"
_LANCASHIRE, _MANCHESTER, _MERSEYSIDE = "Lancashire", "Greater Manchester", "Merseyside"
_CHESHIRE = "Cheshire, Warrington and Wirral"
_WEST_YORKSHIRE, _SOUTH_YORKSHIRE = "West Yorkshire", "South Yorkshire and Bassetlaw"
_HUMBER = "North Yorkshire and Humber"
_DERBYSHIRE, _LINCOLNSHIRE = "Derbyshire and Nottinghamshire", "Leicestershire and Lincolnshire"
_STAFFORDSHIRE, _BIRMINGHAM = "Shropshire and Staffordshire", "Birmingham and the Black Country"
_ARDEN = "Arden, Herefordshire and Worcestershire"
_EAST_ANGLIA, _ESSEX, _HERTFORDSHIRE = "East Anglia", "Essex", "Hertfordshire and the South Midlands"
_LONDON, _KENT, _SUSSEX = "London", "Kent and Medway", "Surrey and Sussex"
_THAMES, _WESSEX = "Thames Valley", "Wessex"
_WILTSHIRE = "Bath, Gloucestershire, Swindon and Wiltshire"
_BRISTOL = "Bristol, North Somerset, Somerset and South Gloucestershire"
_DEVON = "Devon, Cornwall and Isles of Scilly"

_BORDERS: dict[str, tuple[str, ...]] = {
    _CUMBRIA: (_DURHAM, _HUMBER, _LANCASHIRE, _WEST_YORKSHIRE),
    _DURHAM: (_HUMBER,),
    _LANCASHIRE: (_MANCHESTER, _MERSEYSIDE, _WEST_YORKSHIRE),
    _MANCHESTER: (_CHESHIRE, _MERSEYSIDE, _WEST_YORKSHIRE, _DERBYSHIRE),
    _CHESHIRE: (_MERSEYSIDE, _STAFFORDSHIRE, _DERBYSHIRE),
    _WEST_YORKSHIRE: (_HUMBER, _SOUTH_YORKSHIRE),
    _SOUTH_YORKSHIRE: (_HUMBER, _DERBYSHIRE, _LINCOLNSHIRE),
    _HUMBER: (_LINCOLNSHIRE,),
    _DERBYSHIRE: (_LINCOLNSHIRE, _STAFFORDSHIRE),
    _STAFFORDSHIRE: (_BIRMINGHAM, _ARDEN),
    _BIRMINGHAM: (_ARDEN,),
    _ARDEN: (_LINCOLNSHIRE, _HERTFORDSHIRE, _THAMES, _WILTSHIRE),
    _LINCOLNSHIRE: (_EAST_ANGLIA, _HERTFORDSHIRE),
    _EAST_ANGLIA: (_ESSEX, _HERTFORDSHIRE),
    _ESSEX: (_HERTFORDSHIRE, _LONDON),
    _HERTFORDSHIRE: (_LONDON, _THAMES),
    _LONDON: (_KENT, _SUSSEX, _THAMES),
    _KENT: (_SUSSEX,),
    _SUSSEX: (_THAMES, _WESSEX),
    _THAMES: (_WESSEX, _WILTSHIRE),
    _WESSEX: (_WILTSHIRE, _BRISTOL, _DEVON),
    _WILTSHIRE: (_BRISTOL,),
    _BRISTOL: (_DEVON,),
}


def neighbours(group: Iterable[Ccg]) -> tuple[tuple[str, str], ...]:
    """Pairs of bordering areas, both with CCGs in the group."""
    areas = {ccg.area for ccg in group}
    return tuple(
        (area, other) for area, others in _BORDERS.items() for other in others if area in areas and other in areas
    )
