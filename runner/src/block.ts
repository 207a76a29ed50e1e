// A block of code: its first button executes it, Stop ends that, Reset shows
// what was published.
import attributes from "../../blocks/attributes.json";
import { button, name, type Verb } from "./button.js";
import { type End, prepare, Run, runtimeOf } from "./engine.js";
import { Output } from "./output.js";
import { type Prediction, predictionIn } from "./prediction.js";
import type { Event, Program } from "./protocol.js";
import { Source } from "./source.js";

const labels = (verb: Verb, language: string) => ({
  done: `Your ${verb.toLowerCase()}`,
  // That a test fails is no failure of the check.
  failed: verb === "Run" ? "Your run failed" : "Your check",
  stopped: `Your ${verb.toLowerCase()} was stopped`,
  broken: `${language} stopped working; the next ${verb.toLowerCase()} starts it again`,
});

export class RunBlock {
  protected readonly label: HTMLElement;
  private readonly language: string;
  private readonly labels: ReturnType<typeof labels>;
  private readonly source: Source;
  private readonly region: HTMLElement;
  private readonly recorded: string;
  private readonly output: Output;
  private readonly prediction: Prediction | undefined;
  private readonly progress = document.createElement("progress");
  private readonly toggle: HTMLButtonElement;
  private readonly reset: HTMLButtonElement;
  private running: Run | undefined;
  private ran = false;

  constructor(
    protected readonly root: HTMLElement,
    private readonly path = root.getAttribute(attributes.run)!,
    private readonly verb: Verb = "Run",
    /** The tests that judge the code; without them it is only run. */
    private readonly check?: string,
  ) {
    this.language = runtimeOf(this.path).name;
    this.labels = labels(verb, this.language);
    const code = root.querySelector<HTMLElement>(`[${attributes.code}]`)!;
    this.source = new Source(code, path, verb, () => this.offerReset());
    this.region = root.querySelector<HTMLElement>(`[${attributes.output}]`)!;
    this.recorded = this.region.textContent!;
    this.output = new Output(this.region);
    this.label = this.region.previousElementSibling as HTMLElement;
    this.prediction = predictionIn(root, () => {
      if (!this.running) void this.execute();
    });
    this.progress.hidden = true;
    this.progress.setAttribute("aria-label", `Loading ${this.language}`);
    this.label.after(this.progress);

    this.toggle = button(verb, path, () =>
      this.running ? this.running.stop() : void this.execute(),
    );
    this.reset = button("Reset", path, () => this.restore());
    this.offerReset();
    const buttons = document.createElement("div");
    buttons.className = "run-buttons";
    buttons.append(this.reset, ...this.source.controls, this.toggle);
    const head = root.querySelector(".run-head")!;
    head.append(buttons);
    head.after(this.source.notice);
    for (const intent of ["pointerenter", "focusin"]) {
      buttons.addEventListener(intent, () => {
        if (!savesData()) prepare(this.program);
      });
    }
    // Before the editor, where these keys would begin a line.
    root.addEventListener("keydown", (event) => this.onKey(event), true);
  }

  /** Show nothing of an earlier run. */
  protected clear(output = ""): void {
    this.output.replace(output);
  }

  /** The code as shown, which a reader may have edited. */
  get code(): string {
    return this.source.code;
  }

  private get program(): Program {
    const { code, path, check } = this;
    return { code, path, ...(check && { check }) };
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.running) void this.execute();
  }

  private async execute(): Promise<void> {
    if (this.prediction?.ask()) return;
    this.region.closest("details")?.setAttribute("open", "");
    this.clear();
    this.region.setAttribute("aria-live", "polite");
    this.region.setAttribute("aria-busy", "true");
    this.label.textContent = this.labels.done;
    name(this.toggle, "Stop", this.path);
    this.source.mark(0);
    this.ran = true;
    let label = "";
    const { program } = this;
    this.running = new Run(program, (event) => {
      label = this.show(event) ?? label;
      // Where code was edited since, its lines may be others.
      if (event.type === "done" && this.source.code === program.code) {
        this.source.mark(event.line);
      }
    });
    this.offerReset();
    let end: End;
    try {
      end = await this.running.ended;
    } catch (error) {
      end = "broken";
      this.output.write("stderr", String(error));
    }
    this.running = undefined;
    this.output.flush();
    this.conclude(end);
    this.label.textContent = (end === "done" && label) || this.labels[end];
    this.progress.hidden = true;
    name(this.toggle, this.verb, this.path);
    this.offerReset();
    this.region.setAttribute("aria-busy", "false");
  }

  /** Show the event; the label of a run that it ends. */
  protected show(event: Event): string | undefined {
    switch (event.type) {
      case "bytes":
        this.progress.hidden = event.loaded >= event.total;
        this.progress.max = event.total;
        this.progress.value = event.loaded;
        this.label.textContent = loading(this.language, event);
        break;
      case "stage":
        this.label.textContent = event.text;
        break;
      case "output":
        this.label.textContent = this.labels.done;
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
        const label = event.succeeded ? this.labels.done : this.labels.failed;
        return `${label} · ${event.seconds.toFixed(2)} s`;
      }
    }
    return undefined;
  }

  /** Sum up what was shown of a run that has ended. */
  protected conclude(_: End): void {}

  protected restore(): void {
    this.clear(this.recorded);
    this.label.textContent = "Output";
    this.ran = false;
    this.source.reset();
    this.offerReset();
  }

  private offerReset(): void {
    const changed = this.ran || this.source.editing;
    this.reset.hidden = this.running !== undefined || !changed;
  }
}

/** How much of the language is there, in words. */
export function loading(
  language: string,
  { loaded, total }: { loaded: number; total: number },
): string {
  return `Loading ${language}: ${megabytes(loaded)} of ${megabytes(total)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** Whether the reader asked to be spared what they did not ask for. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
