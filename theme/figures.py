"""How a notebook's figures look: colours for both palettes, ink as the text.

Each colour has a contrast of at least 3 on white and on Material's slate, and
each line also its own dashes and marker, for readers who tell no colours apart.
"""

import json
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path

import matplotlib.style
import numpy as np
from cycler import cycler
from IPython.display import HTML, Markdown
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.typing import ColorType

INK = "#000000"
# Those of the charts that are drawn in the browser.
COLOURS = json.loads((Path(__file__).parent / "colours.json").read_text())
# Where two lines coincide, the later one is narrower and both can be seen.
LINES = cycler(
    color=COLOURS,
    linestyle=[(0, (3, 1.5)), "-", "-", (0, (3, 1.5)), (0, (1, 1.5))],
    linewidth=[2.5, 1.5, 3, 2.5, 1.5],
    marker=list("^Dosx"),
    markersize=[9, 4.5, 7, 9, 5],
    fillstyle=["none", "full", "full", "none", "none"],
)
GAP = 0.05  # of the axes' height, between two names
STYLE = {
    "axes.grid": True,
    "axes.prop_cycle": LINES,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "figure.constrained_layout.use": True,
    "figure.figsize": (380 / 72, 330 / 72),  # a point is a unit of the SVG
    "font.size": 12,
    "grid.alpha": 0.15,
    "grid.color": INK,
    "lines.markeredgewidth": 1.5,
    "svg.fonttype": "none",
    "xtick.minor.size": 0,
}
# From a file of its own to a part of a page, in order.
REWRITES = {
    r"^.*?<svg": '<svg role="img" fill="currentColor" stroke-linejoin="round"',
    r' (width|height)="[\d.]+pt"': "",  # as wide as the page allows
    r"<metadata>.*?</metadata>|<style.*?</style>": "",  # would bind the page
    r' id="[\w.]+_\d+"': "",  # the same in every figure
    r" font-family: [^;]*;": "",
    r"(\d\.\d\d)\d+": r"\1",  # of a unit
    INK: "currentColor",
    r"\s+": " ",
}

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # “building the font …”
matplotlib.style.use(["default", STYLE])


def line_chart(
    description: str,
    *,
    title: str,
    x_label: str,
    xs: Sequence[float],
    lines: Mapping[str, Sequence[float]],
    top: float,
    bottom: float = 0,
    theory: Mapping[str, Callable[[float], float]] | None = None,
    even: bool = False,
) -> HTML:
    """Named lines over a logarithmic axis, and in ink what theory says.

    The values' axis is linear from zero, or logarithmic from `bottom`.
    With `even`, the `xs` are counts: their axis is linear, and theory is drawn
    for them alone.
    """
    figure = Figure()
    axes = figure.add_subplot(
        title=title,
        xlabel=x_label,
        xscale="linear" if even else "log",
        yscale="log" if bottom else "linear",
        ylim=(bottom, top),
    )
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_xticks(xs, [f"{x:,}" for x in xs])
    ends = []
    for name, ys in lines.items():
        (line,) = axes.plot(xs, ys)
        ends.append((ys[-1], name, line.get_color()))
    for name, function in (theory or {}).items():
        curve = list(xs) if even else np.geomspace(xs[0], xs[-1]).tolist()
        ys = [function(x) for x in curve]
        axes.plot(curve, ys, color=INK, linestyle="-", linewidth=1, marker="")
        ends.append((ys[-1], name, INK))
    _label_ends(axes, xs[-1], sorted(ends, reverse=True))
    return _inline(figure, description)


def table(
    name: str, xs: Sequence[float | str], lines: Mapping[str, Sequence[float]]
) -> Markdown:
    """Numbers, as those of a figure: a row per x, a column per line."""
    left = any(isinstance(x, str) for x in xs)
    names = [name.replace("_", "_<wbr>") for name in lines]
    rows = [[name, *names], [":--" if left else "--:", *["--:"] * len(lines)]]
    for x, *ys in zip(xs, *lines.values(), strict=True):
        head = x if isinstance(x, str) else f"{x:,}"
        cells = [f"{y:,}" if isinstance(y, int) else f"{y:,.1f}" for y in ys]
        rows.append([head, *cells])
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return Markdown(f'<div class="lab-table" markdown>\n\n{text}\n\n</div>')


def _label_ends(
    axes: Axes, x: float, ends: list[tuple[float, str, ColorType]]
) -> None:
    # Beside each line's right end its name; names do not touch.
    height = axes.transScale + axes.transLimits  # a part of the axes' height
    wanted = [float(height.transform((x, y))[1]) for y, _, _ in ends]
    places = wanted.copy()
    for index in range(1, len(places)):
        places[index] = min(places[index], places[index - 1] - GAP)
    # As near as can be, and none below the axis, where its values are named.
    rise = sum(wanted) / len(wanted) - sum(places) / len(places)
    rise = max(rise, -places[-1])
    for (y, name, colour), place in zip(ends, places, strict=True):
        axes.annotate(
            name,
            xy=(x, y),
            xytext=(1.06, place + rise),
            textcoords=axes.transAxes,
            verticalalignment="center",
            arrowprops={
                "arrowstyle": "-",
                "color": colour,
                "relpos": (0, 0.5),
                "shrinkA": 1,
                "shrinkB": 6,
            },
        )


def _inline(figure: Figure, description: str) -> HTML:
    # Not by a display formatter: IPython swallows what one raises.
    file = StringIO()
    with matplotlib.rc_context({"svg.hashsalt": description}):
        figure.savefig(
            file,
            format="svg",
            transparent=True,
            metadata={"Title": description},
        )
    text = file.getvalue()
    for pattern, replacement in REWRITES.items():
        text = re.sub(pattern, replacement, text, flags=re.DOTALL)
    return HTML(f'<figure class="lab-figure">{text}</figure>')
