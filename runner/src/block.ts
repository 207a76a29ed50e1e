// A `run` block: Run executes its code, Reset shows the recorded output again.
import attributes from "../../blocks/attributes.json";
import { Engine } from "./engine.js";
import type { Event } from "./protocol.js";

export class RunBlock {
  private readonly path: string;
  private readonly code: string;
  private readonly output: HTMLElement;
  private readonly label: HTMLElement;
  private readonly recorded: string;
  private readonly run: HTMLButtonElement;
  private readonly reset: HTMLButtonElement;

  constructor(root: HTMLElement) {
    this.path = root.getAttribute(attributes.run)!;
    this.code = root.querySelector(`[${attributes.code}] code`)!.textContent!;
    this.output = root.querySelector<HTMLElement>(`[${attributes.output}]`)!;
    this.label = this.output.previousElementSibling as HTMLElement;
    this.recorded = this.output.textContent!;
    this.run = this.button("Run", () => this.execute());
    this.reset = this.button("Reset", () => this.restore());
    this.reset.hidden = true;
    const buttons = document.createElement("div");
    buttons.className = "run-buttons";
    buttons.append(this.run, this.reset);
    root.querySelector(".run-head")!.append(buttons);
  }

  private button(verb: string, action: () => void): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button run-button";
    button.textContent = verb;
    button.setAttribute("aria-label", `${verb} ${this.path}`);
    button.addEventListener("click", action);
    return button;
  }

  private async execute(): Promise<void> {
    this.run.disabled = true;
    this.reset.hidden = false;
    this.output.setAttribute("aria-live", "polite");
    this.output.setAttribute("aria-busy", "true");
    this.output.replaceChildren();
    this.label.textContent = "Your run";
    const request = { code: this.code, path: this.path };
    const succeeded = await engine.run(request, (event) => this.show(event));
    this.label.textContent = succeeded ? "Your run" : "Your run failed";
    this.output.setAttribute("aria-busy", "false");
    this.run.disabled = false;
  }

  private show(event: Event): void {
    if (event.type === "stage") {
      this.label.textContent = event.text;
    } else if (event.type === "output") {
      const text = document.createElement("span");
      text.className = event.stream;
      text.textContent = event.text;
      this.output.append(text);
    }
  }

  private restore(): void {
    this.output.textContent = this.recorded;
    this.label.textContent = "Output";
    this.reset.hidden = true;
  }
}

const engine = new Engine();
