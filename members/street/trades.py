"""What a trade does to a house: its kind of ground floor, and what stands in the window."""

GARDENS = {"gemeinschaftsgarten", "kleingarten"}
HALLS = {
    "nachbarschaftszentrum", "quartiersmanagement", "familienzentrum", "jugendzentrum", "seniorentreff",
    "beratungsstelle", "verein", "gemeinde", "kita", "schule", "kulturzentrum", "theater", "kino", "museum",
    "veranstaltungsraum", "bibliothek", "sportverein", "sportstaette", "schwimmbad",
}  # fmt: skip
#: On an upper floor or behind a house door: a lit window and a name beside the door, no shop window.
OFFICES = {
    "arztpraxis", "kinderarzt", "frauenarzt", "augenarzt", "orthopaede", "facharzt", "klinik", "zahnarzt",
    "psychotherapie", "physiotherapie", "heilpraktiker", "hebamme", "pflegedienst", "versicherung", "steuerberatung",
    "anwalt", "architektur", "design-werbung", "software", "unternehmen", "coaching", "coworking", "immobilien",
    "uebersetzung", "hausservice", "baubetrieb", "film-medien", "chor", "partei", "behoerde", "unterkunft",
}  # fmt: skip
WINDOWS = {
    "bicycle": {"fahrradwerkstatt"},
    "books": {"buchhandlung", "schreibwaren", "bibliothek", "copyshop", "druckerei", "sprachschule"},
    "clothes": {"modeladen", "secondhand", "schneiderei", "stoffladen", "reinigung"},
    "flowers": {"blumen", "obst-gemuese", "bioladen", "wochenmarkt"},
    "table": {"restaurant", "imbiss", "doener", "catering"},
    "glasses": {"bar", "kneipe", "nachtclub", "weinhandlung", "getraenkemarkt"},
    "pictures": {"galerie", "atelier", "fotostudio", "kunstschule", "museum"},
    "shoes": {"schuhladen", "schuhmacher"},
    "pots": {"keramik", "haushaltswaren", "geschenke"},
    "chair": {"polsterei", "tischlerei", "moebel"},
    "music": {"musikladen", "musikschule", "proberaum"},
    "toys": {"spielwaren", "freizeit-spiel", "kita"},
}
_WINDOW_OF = {slug: window for window, slugs in WINDOWS.items() for slug in slugs}


def ground_floor(trade: str, *, is_initiative: bool = False) -> str:
    """`garden`, `hall`, `office` or `shop`, by the slug of a trade."""
    if trade in GARDENS:
        return "garden"
    if trade in HALLS or is_initiative:
        return "hall"
    return "office" if trade in OFFICES else "shop"


def window_of(trade: str, colour: str) -> str:
    """What stands in the shop window; a trade without a thing of its own shows that of its Branche."""
    return _WINDOW_OF.get(trade, colour or "shop")
