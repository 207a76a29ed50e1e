// Draws a table of numbers: lines over its first column, or bars where that
// holds names. Also used by Node, which has no document of its own. The colours
// have a contrast of 3 or more on both palettes, and each line its own dashes
// and marker, for who tells no colours apart.
import * as Plot from "@observablehq/plot";
import colours from "../../theme/colours.json";

export type Value = number | string | null;
/** A column per name; the first one says where the others' values belong. */
export type Table = Record<string, Value[]>;

/** What the columns are counted in; see blocks/simulation.py. */
export interface Axis {
  unit: string;
  low: number | null;
  high: number | null;
  logarithmic: boolean;
}

export interface Chart {
  svg: SVGSVGElement;
  /** Where each row is, from left to right, as a part of the width. */
  places: number[];
}

const WIDTH = 360;
const HEIGHT = 240;
const FONT = 13;
const LEFT = 44;
const RIGHT = 24;
const SVG = "http://www.w3.org/2000/svg";

// How a line is told from the others. Where two coincide, both can be seen.
const LOOKS = [
  { dash: "", symbol: "circle", width: 2 },
  { dash: "6 3", symbol: "triangle", width: 2.5 },
  { dash: "", symbol: "square", width: 3 },
  { dash: "2 3", symbol: "diamond2", width: 2.5 },
  { dash: "8 3 2 3", symbol: "star", width: 2 },
] as const;
// What theory says is in the colour of the text.
const THEORY = " (theory)";
const THEORIES = ["", "4 3", "1 3"];

interface Series {
  name: string;
  values: Value[];
  theory: boolean;
  colour: string;
  dash: string;
  symbol: string | undefined;
  width: number;
}

function seriesOf(table: Table): Series[] {
  let simulated = 0;
  let theories = 0;
  return Object.entries(table)
    .slice(1)
    .map(([name, values]) => {
      if (name.endsWith(THEORY)) {
        const dash = THEORIES[theories++ % THEORIES.length]!;
        const colour = "currentColor";
        return { name, values, theory: true, colour, dash, symbol: undefined, width: 1.3 };
      }
      const place = simulated++;
      const look = LOOKS[place % LOOKS.length]!;
      const colour = colours[place % colours.length]!;
      return { name, values, theory: false, colour, ...look };
    });
}

/** Evenly spaced values are shown so, others by their ratios. */
function isEven(xs: number[]): boolean {
  const steps = xs.slice(1).map((x, row) => x - xs[row]!);
  const most = Math.max(...steps);
  return steps.every((step) => Math.abs(step - steps[0]!) <= 0.01 * most);
}

/** The picture; with a row, what stands there is marked. */
export function draw(
  document: Document,
  table: Table,
  axis: Axis,
  row = -1,
): Chart {
  const [label, first] = Object.entries(table)[0]!;
  const all = seriesOf(table);
  const named = first.some((value) => typeof value === "string");
  const legend = named ? undefined : legendOf(document, all);
  const chart = named
    ? bars(document, label, first as string[], all, axis)
    : lines(document, label, first as number[], all, axis, row);
  const plot = chart as unknown as SVGSVGElement;
  bare(plot);
  plot.setAttribute("overflow", "visible");
  const top = legend ? legend.height : 0;
  plot.setAttribute("y", String(top));
  const svg = document.createElementNS(SVG, "svg") as SVGSVGElement;
  const height = top + Number(plot.getAttribute("height"));
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("font-size", String(FONT));
  svg.setAttribute("fill", "currentColor");
  const title = document.createElementNS(SVG, "title");
  title.textContent = `${axis.unit || "Values"} over ${label}: ${all.map(({ name }) => name).join(", ")}`;
  svg.append(title, ...(legend ? [legend.group] : []), plot);
  const scale = chart.scale("x")!;
  const places = named
    ? []
    : first.map((x) => (scale.apply(x) as number) / WIDTH);
  return { svg, places };
}

/** What a logarithmic axis names: 1, 2 and 5 of each power of ten, or only 1. */
function ratios(shown: (number | null)[]): number[] | number {
  const values = shown.filter((value) => value !== null && value > 0) as number[];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const digits = high > 1000 * low ? [1] : [1, 2, 5];
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    ticks.push(...digits.map((digit) => digit * 10 ** power));
  }
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return inside.length > 1 ? inside : 5;
}

const STYLE = {
  fontSize: `${FONT}px`,
  fontFamily: "inherit",
  background: "none",
  overflow: "visible",
};

function lines(
  document: Document,
  label: string,
  xs: number[],
  all: Series[],
  axis: Axis,
  row: number,
) {
  const even = isEven(xs);
  const points = ({ values }: Series) =>
    xs.map((x, index) => ({ x, y: values[index] as number | null }));
  const shown = all.flatMap(({ values }) => values as (number | null)[]);
  const top = axis.high ?? Math.max(...shown.map((value) => value ?? 0), 0);
  const bottom = axis.low ?? Math.min(0, ...shown.map((value) => value ?? 0));
  return Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginBottom: 42,
    marginTop: 26,
    style: STYLE,
    x: { type: even ? "linear" : "log", label: null },
    y: axis.logarithmic
      ? { type: "log", label: null }
      : { domain: [bottom, top || 1], nice: axis.high === null, label: null },
    marks: [
      Plot.gridY({ strokeOpacity: 0.13 }),
      Plot.axisX({
        label,
        labelArrow: "none",
        labelAnchor: "center",
        tickSize: 4,
        ...(xs.length <= 7 ? { ticks: xs } : { ticks: even ? 7 : 4 }),
        tickFormat: even || xs.length <= 7 ? short : ",",
      }),
      Plot.axisY({
        label: axis.unit || null,
        labelArrow: "none",
        labelAnchor: "top",
        ticks: axis.logarithmic ? ratios(shown) : 5,
        tickSize: 0,
        tickFormat: short,
      }),
      ...(row >= 0 && row < xs.length
        ? [Plot.ruleX([xs[row]!], { strokeOpacity: 0.5 })]
        : []),
      ...all.map((series) =>
        Plot.line(points(series), {
          x: "x",
          y: "y",
          stroke: series.colour,
          strokeWidth: series.width,
          strokeDasharray: series.dash,
        }),
      ),
      ...all
        .filter(({ theory }) => !theory)
        .map((series) =>
          Plot.dot(points(series), {
            x: "x",
            y: "y",
            fill: series.colour,
            symbol: series.symbol as Plot.SymbolType,
            r: (_: unknown, index: number) => (index === row ? 5 : 3),
          }),
        ),
    ],
  });
}

function bars(
  document: Document,
  label: string,
  names: string[],
  all: Series[],
  axis: Axis,
) {
  const data = names.flatMap((name, row) =>
    all.map((series) => ({
      name,
      series: series.name,
      value: series.values[row] as number,
    })),
  );
  const single = all.length === 1;
  const widest = Math.max(...data.map((bar) => (single ? bar.name : bar.series).length));
  return Plot.plot({
    document,
    width: WIDTH,
    height: 60 + data.length * 24 + (single ? 0 : names.length * 30),
    marginLeft: Math.min(170, 16 + widest * 7),
    marginRight: 52,
    marginBottom: 42,
    marginTop: 8,
    style: STYLE,
    x: { label: axis.unit || label, domain: [0, axis.high ?? Math.max(...data.map(({ value }) => value), 1)], labelArrow: "none", labelAnchor: "center", ticks: 5 },
    y: {
      label: null,
      domain: single ? names : all.map(({ name }) => name),
      tickSize: 0,
      ...(single ? {} : { paddingOuter: 0.6 }),
    },
    ...(single ? {} : { fy: { label: null, domain: names, axis: null } }),
    marks: [
      Plot.barX(data, {
        x: "value",
        y: single ? "name" : "series",
        ...(single ? {} : { fy: "name" }),
        fill: (bar: { series: string }) =>
          all.find(({ name }) => name === bar.series)!.colour,
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(data, {
        x: "value",
        y: single ? "name" : "series",
        ...(single ? {} : { fy: "name" }),
        text: ({ value }: { value: number }) => short(value),
        textAnchor: "start",
        dx: 4,
      }),
      ...(single
        ? []
        : [
            Plot.text(names, {
              fy: (name: string) => name,
              text: (name: string) => name,
              frameAnchor: "top-left",
              dx: 4,
              dy: 1,
              fontWeight: "bold",
            }),
          ]),
      Plot.ruleX([0]),
    ],
  });
}

/** Without rules for the whole page, and names where none are allowed. */
function bare(plot: SVGSVGElement): void {
  for (const style of plot.querySelectorAll("style")) style.remove();
  for (const part of plot.querySelectorAll("[aria-label]")) {
    part.removeAttribute("aria-label");
  }
}

/** Enough digits to read, and no more. */
export function short(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString("en", {
    maximumFractionDigits: 6,
  });
}

// Characters of this font are about so wide; names have so much between them.
const CHARACTER = 6.6;
const SPACE = 18;

/** The names of the lines, each beside a piece of it, in as many rows as needed. */
function legendOf(document: Document, all: Series[]) {
  const group = document.createElementNS(SVG, "g");
  const swatch = 26;
  let x = 4;
  let y = 12;
  for (const series of all) {
    const width = swatch + 6 + series.name.length * CHARACTER;
    if (x > 4 && x + width > WIDTH) {
      x = 4;
      y += 20;
    }
    const item = Plot.plot({
      document,
      width: swatch,
      height: 14,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      style: STYLE,
      marks: [
        Plot.link([0], {
          x1: 0,
          x2: swatch,
          y1: 7,
          y2: 7,
          stroke: series.colour,
          strokeWidth: series.width,
          strokeDasharray: series.dash,
        }),
        ...(series.symbol
          ? [
              Plot.dot([0], {
                x: swatch / 2,
                y: 7,
                r: 3,
                fill: series.colour,
                symbol: series.symbol as Plot.SymbolType,
              }),
            ]
          : []),
      ],
    }) as unknown as SVGSVGElement;
    bare(item);
    item.setAttribute("x", String(x));
    item.setAttribute("y", String(y - 11));
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", String(x + swatch + 6));
    text.setAttribute("y", String(y));
    text.textContent = series.name;
    group.append(item, text);
    x += width + SPACE;
  }
  return { group, height: y + 10 };
}
