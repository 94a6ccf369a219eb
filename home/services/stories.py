"""From the plain blocks of a content file to the StreamField of a page."""


def raw_story(blocks, picture_of, page_of) -> list[dict]:
    """StreamField data.

    `picture_of(block)` stores a block's picture and returns the image's id, or None to leave it out; `page_of(link)`
    gives the id of the page at an address of ours, or None.
    """
    story = []
    for block in blocks:
        if block.type == "heading":
            story.append({"type": "heading", "value": block.text})
        elif block.type == "text":
            story.append({"type": "text", "value": block.html()})
        elif block.type == "quote":
            story.append({"type": "quote", "value": {"quote": block.text, "speaker": block.attribution}})
        elif block.type == "cta":
            page = page_of(block.link)
            value = {"label": block.label, "page": page, "link": "" if page else block.link}
            story.append({"type": "call_to_action", "value": value})
        elif block.type == "image" and (image := picture_of(block)):
            value = {"image": image, "alt_text": "", "caption": block.caption}
            story.append({"type": "picture", "value": value})
    return story
