// Asks what a snippet will print, before it shows that.
import attributes from "../../blocks/attributes.json";

export class Prediction {
  private readonly input = document.createElement("input");
  private readonly status = document.createElement("p");
  private readonly said = document.createElement("p");
  private asked = false;

  constructor(
    private readonly details: HTMLDetailsElement,
    run: () => void,
  ) {
    const summary = details.querySelector("summary")!;
    const form = document.createElement("div");
    form.className = "run-prediction";
    const label = document.createElement("label");
    label.append("Predict: ", ...summary.childNodes, this.input);
    this.input.type = "text";
    this.input.autocomplete = "off";
    this.input.addEventListener("keydown", ({ key, isComposing }) => {
      if (key === "Enter" && !isComposing) run();
    });
    this.status.setAttribute("role", "status");
    form.append(label, this.status);
    summary.textContent = "What it prints";
    details.before(form);
    this.said.className = "run-predicted";
    summary.after(this.said);
  }

  /** Whether to wait with the output: a reader is asked once. */
  ask(): boolean {
    const predicted = this.input.value.trim();
    if (this.asked || this.details.open || predicted) {
      this.said.textContent = predicted && `You predicted: ${predicted}`;
      this.status.textContent = "";
      return false;
    }
    this.asked = true;
    this.status.textContent =
      "Write down what you expect, then press Run. To go without, press it again.";
    this.input.focus();
    return true;
  }
}

/** What asks for a prediction in this block, if anything does; Enter runs it. */
export function predictionIn(
  root: HTMLElement,
  run: () => void,
): Prediction | undefined {
  const details = root.querySelector<HTMLDetailsElement>(
    `[${attributes.predict}]`,
  );
  return details ? new Prediction(details, run) : undefined;
}
