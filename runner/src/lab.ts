// A simulation: its knobs, the picture and numbers that they give, and the code.
// The address holds what is set, so that a link shows the same picture.
import attributes from "../../blocks/attributes.json";
import { RunBlock } from "./block.js";
import { button } from "./button.js";
import type { Axis, Table, Value } from "./chart.js";
import { type End, Simulator } from "./engine.js";
import { Control, type Knob } from "./knob.js";
import { listener } from "./listener.js";
import { status } from "./source.js";

/** Where a line must not break, in words: see blocks/reading.py. */
const UNIT = /(?<=\d) (?=m?s\b|%)/g;

/** Milliseconds after which a reader is told that it takes a while. */
const SOON = 200;

interface Signature {
  knobs: Knob[];
  axis: Axis;
}

/** The code of a lab: what it draws follows what is edited. */
class LabCode extends RunBlock {
  constructor(
    root: HTMLElement,
    private readonly onChange: () => void,
  ) {
    super(root);
  }

  protected override conclude(end: End): void {
    super.conclude(end);
    this.onChange();
  }

  protected override restore(): void {
    super.restore();
    this.onChange();
  }
}

export class LabBlock {
  private readonly path: string;
  private readonly axis: Axis;
  private readonly controls: Control[];
  private readonly code: LabCode;
  private readonly figure: HTMLElement;
  private readonly shown: HTMLTableElement;
  private readonly status = status("lab-status");
  private readonly reset: HTMLButtonElement;
  private readonly cursor = document.createElement("input");
  private readonly readout = document.createElement("output");
  private readonly simulator = new Simulator(
    listener({
      loading: (text) => this.say(text),
      table: (json) => this.update(JSON.parse(json) as Table),
      failed: (text) => this.fail(text),
      succeeded: () => {
        this.rest();
        this.say("");
      },
    }),
  );
  private readonly recorded: Table;
  private table: Table;
  private places: number[] = [];
  /** Where the pointer was last, as a part of the picture's width. */
  private aimed = 0;
  private simulatedCode: string;
  private timer: number | undefined;

  constructor(private readonly root: HTMLElement) {
    this.path = root.getAttribute(attributes.lab)!;
    const { knobs, axis } = JSON.parse(
      root.getAttribute(attributes.signature)!,
    ) as Signature;
    this.axis = axis;
    this.figure = root.querySelector(`[${attributes.figure}]`)!;
    this.shown = root.querySelector(`[${attributes.table}]`)!;
    this.recorded = this.table = tableIn(this.shown);
    this.code = new LabCode(root.querySelector(`[${attributes.run}]`)!, () => {
      if (this.code.code !== this.simulatedCode) this.simulate();
    });
    this.simulatedCode = this.code.code;

    this.controls = knobs.map((knob) => new Control(knob, () => this.turned()));
    const form = document.createElement("div");
    form.className = "lab-knobs";
    form.append(...this.controls.map(({ element }) => element));
    root.querySelector(".lab-settings")!.replaceWith(form);
    this.reset = button("Defaults", this.path, () => {
      for (const control of this.controls) control.set(control.knob.value);
      this.turned();
      this.controls[0]?.focus(); // the button is gone
    });
    this.reset.hidden = true;
    const buttons = document.createElement("div");
    buttons.className = "run-buttons";
    buttons.append(this.reset);
    root.querySelector(".run-head")!.append(buttons);
    this.offerCursor();
    form.after(this.status);
    this.follow();
  }

  private get stem(): string {
    return this.path.split("/").pop()!.replace(/\.py$/, "");
  }

  private get values(): string {
    const entries = this.controls.map(({ knob, value }) => [knob.name, value]);
    return JSON.stringify(Object.fromEntries(entries));
  }

  private get changed(): Control[] {
    return this.controls.filter(({ knob, value }) => value !== knob.value);
  }

  /** Set what the address says. */
  private follow(): void {
    const asked = new URLSearchParams(location.search);
    for (const control of this.controls) {
      const { name, label } = control.knob;
      const text = asked.get(`${this.stem}.${name}`);
      if (text === null) continue;
      const value = control.read(text);
      if (value === undefined) {
        this.status.textContent = `The address asks for ${label} ${text}, which is not ${control.range}: the default is shown.`;
      } else control.set(value);
    }
    if (this.changed.length > 0) {
      this.reset.hidden = false;
      this.simulate();
    }
  }

  private turned(): void {
    const address = new URL(location.href);
    for (const { knob } of this.controls) {
      address.searchParams.delete(`${this.stem}.${knob.name}`);
    }
    for (const { knob, value } of this.changed) {
      address.searchParams.set(`${this.stem}.${knob.name}`, String(value));
    }
    history.replaceState(history.state, "", address);
    this.reset.hidden = this.changed.length === 0;
    this.simulate();
  }

  private simulate(): void {
    const { path, values } = this;
    const { code } = this.code;
    this.simulatedCode = code;
    window.clearTimeout(this.timer);
    this.root.setAttribute("aria-busy", "true");
    this.timer = window.setTimeout(
      () => this.root.classList.add("lab-busy"),
      SOON,
    );
    this.simulator.ask({ path, code, values });
  }

  private rest(): void {
    window.clearTimeout(this.timer);
    this.root.setAttribute("aria-busy", "false");
    this.root.classList.remove("lab-busy");
  }

  private say(text: string): void {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private fail(text: string): void {
    this.rest();
    const trace = document.createElement("pre");
    trace.className = "stderr";
    trace.textContent = text;
    this.status.replaceChildren(trace);
  }

  /** Show what was computed, instead of what was there. */
  private update(table: Table): void {
    const { cursor } = this;
    const ended = this.steps && cursor.value === cursor.max;
    this.table = table;
    fill(this.shown, table);
    this.figure.classList.toggle("lab-default", this.isDefault);
    this.offerCursor();
    const last = this.rows - 1;
    // Who sees how the steps end sees how the new ones do.
    void this.point(ended ? last : Math.min(cursor.valueAsNumber, last));
  }

  private get isDefault(): boolean {
    return JSON.stringify(this.table) === JSON.stringify(this.recorded);
  }

  private get rows(): number {
    return Object.values(this.table)[0]!.length;
  }

  private get steps(): boolean {
    return Object.values(this.table)
      .slice(1)
      .some((column) => column.some((value) => typeof value === "string"));
  }

  /** Where a row is read off, or the steps are followed to. */
  private offerCursor(): void {
    const { cursor, readout } = this;
    const [first] = Object.values(this.table);
    const named = first!.some((value) => typeof value === "string");
    const bars = named && !this.steps;
    cursor.max = String(this.rows - 1);
    if (cursor.isConnected || bars) return;
    cursor.type = "range";
    cursor.min = "0";
    cursor.value = String(this.steps ? this.rows - 1 : 0);
    cursor.setAttribute(
      "aria-label",
      this.steps ? "Step" : `Read off at: ${Object.keys(this.table)[0]}`,
    );
    cursor.addEventListener("input", () => {
      void this.point(cursor.valueAsNumber);
    });
    const reading = document.createElement("div");
    reading.className = "lab-reading";
    if (this.steps) {
      const move = (by: number) => () => {
        cursor.valueAsNumber += by;
        void this.point(cursor.valueAsNumber);
      };
      reading.classList.add("lab-steps");
      reading.append(
        button("Back", this.path, move(-1)),
        cursor,
        button("Next", this.path, move(1)),
      );
      this.shown.parentElement!.before(reading);
    } else {
      readout.setAttribute("aria-live", "polite");
      reading.append(cursor, readout);
      this.figure.querySelector("svg")!.after(reading);
      this.figure.addEventListener("pointermove", (event) => {
        void this.aim(event);
      });
    }
  }

  /** Read off where the pointer is. */
  private async aim({ target, clientX }: PointerEvent): Promise<void> {
    const picture = () => this.figure.querySelector("svg")!;
    if (!picture().contains(target as Node)) return;
    const { left, width } = picture().getBoundingClientRect();
    this.aimed = (clientX - left) / width;
    // Where the rows are is known once they are drawn here.
    if (!this.places.length) await this.point(this.cursor.valueAsNumber);
    const distances = this.places.map((place) => Math.abs(place - this.aimed));
    const row = distances.indexOf(Math.min(...distances));
    if (row !== this.cursor.valueAsNumber) void this.point(row);
  }

  private async point(row: number): Promise<void> {
    this.cursor.value = String(row);
    const cells = Object.entries(this.table).map(
      ([name, column]) => `${name} ${brief(column[row]!)}`,
    );
    if (this.steps) {
      this.cursor.setAttribute(
        "aria-valuetext",
        `${row + 1} of ${this.rows}. ${cells.slice(1).join(". ")}`,
      );
      [...this.shown.tBodies[0]!.rows].forEach((line, index) => {
        line.classList.toggle("lab-now", index === row);
        line.classList.toggle("lab-later", index > row);
      });
      return;
    }
    this.cursor.setAttribute("aria-valuetext", cells[0]!);
    if (this.cursor.isConnected) {
      const [where, ...values] = cells;
      this.readout.textContent = `${where}: ${values.join(" · ")}`;
    }
    const { draw } = await import("./chart.js");
    const { svg, places } = draw(document, this.table, this.axis, row);
    this.places = places;
    this.figure.querySelector("svg")!.replaceWith(svg);
  }
}

/** The table as the page was built with it. */
function tableIn(element: HTMLTableElement): Table {
  const names = [...element.tHead!.rows[0]!.cells];
  const rows = [...element.tBodies[0]!.rows];
  return Object.fromEntries(
    names.map(({ textContent }, column) => [
      textContent!,
      rows.map(({ cells }) => read(cells[column]!.textContent!)),
    ]),
  );
}

function read(cell: string): Value {
  // Units were kept beside their numbers.
  const text = cell.replaceAll("\u00a0", " ");
  const number = Number(text.replaceAll(",", ""));
  return text === "" ? null : Number.isNaN(number) ? text : number;
}

function written(value: Value): string {
  return typeof value === "number"
    ? value.toLocaleString("en", { maximumFractionDigits: 9 })
    : (value ?? "").replaceAll(UNIT, "\u00a0");
}

/** Enough to read it off a picture. */
function brief(value: Value): string {
  return typeof value === "number"
    ? value.toLocaleString("en", { maximumSignificantDigits: 4 })
    : written(value);
}

function fill(element: HTMLTableElement, table: Table): void {
  const row = (cells: string[], kind: "th" | "td") => {
    const line = document.createElement("tr");
    for (const text of cells) {
      const cell = document.createElement(kind);
      if (kind === "th") cell.scope = "col";
      cell.textContent = text;
      line.append(cell);
    }
    return line;
  };
  const columns = Object.values(table);
  element.tHead!.replaceChildren(row(Object.keys(table), "th"));
  element.tBodies[0]!.replaceChildren(
    ...columns[0]!.map((_, index) =>
      row(
        columns.map((column) => written(column[index]!)),
        "td",
      ),
    ),
  );
}
