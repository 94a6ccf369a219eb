"""How the index says where a word stands: search terms with a mark before them, all letters and digits.

A plain term stands for a word anywhere in the texts of a page. Each mark begins with a letter and a zero, so that every
database's parser keeps mark and term together.
"""

NAME, TRADE, TOPIC, STREET = "n0", "t0", "p0", "s0"


def marked(mark: str, terms) -> list[str]:
    return [mark + term for term in terms]


def concept(mark: str, slug: str) -> str:
    """The token of a trade or topic; it stays the same when names and synonyms change."""
    return mark + slug.replace("-", "")
