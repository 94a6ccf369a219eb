"""WebP, AVIF and HEIC are decoded in a process of their own, with a ceiling on memory and time.

They decode whole, at up to 20 bytes a pixel, which a web worker would keep. Their containers may declare a small
picture around a huge one, and the decoder allocates for the huge one (a forged AVIF of 1 KB: 600 MB); the decoders'
own limits cannot be set from Pillow, those of a process can. Should one crash, it takes one picture with it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from site_core.images.header import PictureRefused

MAX_MEMORY_BYTES = 640 * 1024 * 1024
MAX_CPU_SECONDS = 20
MAX_SECONDS = 25  # below the half minute after which servers give up on their worker
THREADS = 2  # each thread of a decoder reserves memory of its own

PROJECT = Path(__file__).resolve().parents[2]
KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "LANG", "TMPDIR")  # and no secret: this process meets strangers' files


def render(data, picture_format):
    """The fields of a Picture (content, extension, width, height). Raises PictureRefused."""
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "site_core.images.decoder", picture_format, str(MAX_MEMORY_BYTES)],
            input=data,
            capture_output=True,
            cwd=PROJECT,
            env=environment | {"PYTHONPATH": str(PROJECT)},
            timeout=MAX_SECONDS,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise PictureRefused("damaged") from error
    head, _, content = done.stdout.partition(b"\n")
    answer = json.loads(head)
    if refused := answer.pop("refused", None):
        raise PictureRefused(refused, **answer)
    return {"content": content, **answer}
