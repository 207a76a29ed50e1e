// What a reader sets: a slider, a choice, a switch or a seed, each a control of
// the browser's own.

export type Setting = number | string | boolean;

/** A parameter of `simulate`, as blocks/simulation.py reads it. */
export interface Knob {
  name: string;
  label: string;
  value: Setting;
  choices: Setting[] | null;
  low: number | null;
  high: number | null;
  step: number | null;
  unit: string;
}

export class Control {
  readonly element = document.createElement("label");
  private readonly input: HTMLInputElement | HTMLSelectElement;
  // No output: a label would name that, and not the slider.
  private readonly shown = document.createElement("b");

  constructor(
    readonly knob: Knob,
    onChange: () => void,
  ) {
    this.input = inputOf(knob);
    const name = document.createElement("span");
    name.textContent = knob.label;
    this.element.className = "lab-knob";
    this.element.append(name, this.input);
    if (this.input.type === "range") {
      name.append(" ", this.shown);
      // The slider says its value itself.
      this.shown.setAttribute("aria-hidden", "true");
    }
    this.set(knob.value);
    this.input.addEventListener("input", () => {
      this.tell();
      if (this.input.checkValidity()) onChange();
    });
  }

  get value(): Setting {
    const { choices, value } = this.knob;
    const { input } = this;
    if (choices) return choices[(input as HTMLSelectElement).selectedIndex]!;
    if (typeof value === "boolean") return (input as HTMLInputElement).checked;
    return Number(input.value);
  }

  set(value: Setting): void {
    const { choices } = this.knob;
    const { input } = this;
    if (choices) {
      (input as HTMLSelectElement).selectedIndex = choices.indexOf(value);
    } else if (typeof value === "boolean") {
      (input as HTMLInputElement).checked = value;
    } else input.value = String(value);
    this.tell();
  }

  focus(): void {
    this.input.focus();
  }

  /** The value that is written so in an address; undefined if there is none. */
  read(text: string): Setting | undefined {
    const { choices, value, low, high } = this.knob;
    if (choices) return choices.find((choice) => String(choice) === text);
    if (typeof value === "boolean") {
      return text === "true" ? true : text === "false" ? false : undefined;
    }
    const number = text.trim() ? Number(text) : NaN;
    const fits = number >= (low ?? 0) && number <= (high ?? SEEDS);
    return fits ? number : undefined;
  }

  /** What may be set, in words. */
  get range(): string {
    const { choices, value, low, high } = this.knob;
    if (choices) return `one of ${choices.join(", ")}`;
    if (typeof value === "boolean") return "true or false";
    return `a number from ${low ?? 0} to ${high ?? SEEDS}`;
  }

  private tell(): void {
    if (this.input.type !== "range") return;
    const { unit } = this.knob;
    const text = `${Number(this.input.value).toLocaleString("en")} ${unit}`;
    this.shown.textContent = text.trim();
    this.input.setAttribute("aria-valuetext", text.trim());
  }
}

const SEEDS = 9999;

function inputOf(knob: Knob): HTMLInputElement | HTMLSelectElement {
  if (knob.choices) {
    const select = document.createElement("select");
    for (const choice of knob.choices) select.add(new Option(String(choice)));
    return select;
  }
  const input = document.createElement("input");
  if (typeof knob.value === "boolean") {
    input.type = "checkbox";
    return input;
  }
  input.type = knob.low === null ? "number" : "range";
  input.required = true;
  input.min = String(knob.low ?? 0);
  input.max = String(knob.high ?? SEEDS);
  input.step = String(knob.step ?? 1);
  return input;
}
