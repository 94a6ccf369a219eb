"""The process behind ``apart``: a file on standard input, the finished picture as output.

Arguments: the file's format, the most bytes of address space this process may take.

The first line of the output is JSON (the Picture's fields, or ``refused`` with its facts), the rest the new file.
"""

import json
import resource
import sys

import pillow_heif
from PIL import AvifImagePlugin

from site_core.images import apart, pipeline
from site_core.images.header import PictureRefused


def main(picture_format, max_memory_bytes):
    pillow_heif.register_heif_opener()
    pillow_heif.options.DECODE_THREADS = apart.THREADS
    AvifImagePlugin.DEFAULT_MAX_THREADS = apart.THREADS
    resource.setrlimit(resource.RLIMIT_AS, (max_memory_bytes, max_memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (apart.MAX_CPU_SECONDS, apart.MAX_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = b""
    try:
        picture = pipeline.render(sys.stdin.buffer.read(), picture_format)
        answer = {"extension": picture.extension, "width": picture.width, "height": picture.height}
        content = picture.content
    except PictureRefused as refusal:
        answer = {"refused": refusal.code, **refusal.facts}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + content)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
