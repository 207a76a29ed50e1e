// A `run` block: Run executes its code, Stop ends it, Reset shows what was
// recorded.
import attributes from "../../blocks/attributes.json";
import { prepare, Run } from "./engine.js";
import { Output } from "./output.js";
import type { Event } from "./protocol.js";

const LABELS = {
  done: "Your run",
  failed: "Your run failed",
  stopped: "Your run was stopped",
  broken: "Python stopped working; the next run starts it again",
};

export class RunBlock {
  private readonly path: string;
  private readonly code: string;
  private readonly region: HTMLElement;
  private readonly recorded: string;
  private readonly output: Output;
  private readonly label: HTMLElement;
  private readonly progress = document.createElement("progress");
  private readonly toggle = document.createElement("button");
  private readonly reset = document.createElement("button");
  private running: Run | undefined;

  constructor(root: HTMLElement) {
    this.path = root.getAttribute(attributes.run)!;
    this.code = root.querySelector(`[${attributes.code}] code`)!.textContent!;
    this.region = root.querySelector<HTMLElement>(`[${attributes.output}]`)!;
    this.recorded = this.region.textContent!;
    this.output = new Output(this.region);
    this.label = this.region.previousElementSibling as HTMLElement;
    this.progress.hidden = true;
    this.progress.setAttribute("aria-label", "Loading Python");
    this.label.after(this.progress);

    const buttons = document.createElement("div");
    buttons.className = "run-buttons";
    buttons.append(this.reset, this.toggle);
    root.querySelector(".run-head")!.append(buttons);
    this.name(this.toggle, "Run");
    this.toggle.addEventListener("click", () =>
      this.running ? this.running.stop() : void this.execute(),
    );
    this.name(this.reset, "Reset");
    this.reset.hidden = true;
    this.reset.addEventListener("click", () => this.restore());
    for (const intent of ["pointerenter", "focusin"]) {
      buttons.addEventListener(intent, () => {
        if (!savesData()) prepare(this.code);
      });
    }
  }

  private name(button: HTMLButtonElement, verb: string): void {
    button.type = "button";
    button.className = `md-button run-button run-${verb.toLowerCase()}`;
    button.textContent = verb;
    button.setAttribute("aria-label", `${verb} ${this.path}`);
  }

  private async execute(): Promise<void> {
    this.output.replace("");
    this.region.setAttribute("aria-live", "polite");
    this.region.setAttribute("aria-busy", "true");
    this.label.textContent = "Your run";
    this.name(this.toggle, "Stop");
    this.reset.hidden = true;
    let label = "";
    this.running = new Run(this.code, this.path, (event) => {
      label = this.show(event) ?? label;
    });
    let end: keyof typeof LABELS;
    try {
      end = await this.running.ended;
    } catch (error) {
      end = "broken";
      this.output.write("stderr", String(error));
    }
    this.running = undefined;
    this.output.flush();
    this.label.textContent = (end === "done" && label) || LABELS[end];
    this.progress.hidden = true;
    this.name(this.toggle, "Run");
    this.reset.hidden = false;
    this.region.setAttribute("aria-busy", "false");
  }

  /** Show the event; the label of a run that it ends. */
  private show(event: Event): string | undefined {
    switch (event.type) {
      case "bytes":
        this.progress.hidden = event.loaded >= event.total;
        this.progress.max = event.total;
        this.progress.value = event.loaded;
        this.label.textContent = `Loading Python: ${megabytes(event.loaded)} of ${megabytes(event.total)} MB`;
        break;
      case "stage":
        this.label.textContent = event.text;
        break;
      case "output":
        this.label.textContent = "Your run";
        this.output.write(event.stream, event.text);
        break;
      case "cut":
        this.output.note(
          `\nCut here: ${event.characters.toLocaleString("en")} characters more were written.`,
        );
        break;
      case "markup":
        void this.output.draw(event.markup);
        break;
      case "broken":
        this.output.write("stderr", event.text);
        break;
      case "done": {
        const label = event.succeeded ? LABELS.done : LABELS.failed;
        return `${label} · ${event.seconds.toFixed(2)} s`;
      }
    }
    return undefined;
  }

  private restore(): void {
    this.output.replace(this.recorded);
    this.label.textContent = "Output";
    this.reset.hidden = true;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** Whether the reader asked to be spared what they did not ask for. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
