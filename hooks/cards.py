"""Draws for each page the picture that others show where it is linked to."""

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from PIL import Image, ImageDraw, ImageFont

THEME = Path(__file__).parent.parent / "theme"
COLOURS = json.loads((THEME / "colours.json").read_text())
FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")
WIDTH, HEIGHT, MARGIN = 1200, 630, 80
PAPER, INK, FAINT = "#16243d", "#ffffff", "#b9c3d6"
LARGEST, SMALLEST = 84, 48  # of a title, in pixels
LINES = 4


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Add each page's picture to the site, and tell the page where it is."""
    for file in list(files.documentation_pages()):
        page = file.page
        assert page
        title = str(page.meta.get("title") or page.title)
        module = str(page.parent.title) if page.parent else ""
        uri = f"assets/cards/{Path(file.src_uri).with_suffix('.png')}"
        page.meta["card"] = uri
        content = picture(title, module, config.site_name)
        files.append(File.generated(config, uri, content=content))


@cache
def picture(title: str, module: str, site: str) -> bytes:
    """A PNG with these three texts, the title as large as it fits."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(COLOURS):
        top = number * HEIGHT // len(COLOURS)
        bottom = (number + 1) * HEIGHT // len(COLOURS)
        draw.rectangle((0, top, 24, bottom), fill=colour)
    small = _font("DejaVuSans.ttf", 34)
    draw.text((MARGIN, MARGIN), module, FAINT, small, anchor="lm")
    draw.text((MARGIN, HEIGHT - MARGIN), site, FAINT, small, anchor="lm")
    for size in range(LARGEST, SMALLEST - 1, -4):
        font = _font("DejaVuSans-Bold.ttf", size)
        lines = wrapped(title, font)
        if len(lines) <= LINES:
            break
    text = "\n".join(lines)
    middle = (MARGIN, HEIGHT / 2)
    draw.multiline_text(middle, text, INK, font, anchor="lm", spacing=size / 4)
    file = BytesIO()
    # Few colours: a quarter of the bytes.
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Its lines, each as wide as the picture allows."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / name, size)
