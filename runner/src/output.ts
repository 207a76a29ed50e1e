// What a program writes, shown once per frame: a flood must not stop the page.
import type { Stream } from "./protocol.js";

// Colours and cursor moves of a terminal, which a page is not.
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

export class Output {
  private pending: { stream: Stream; text: string }[] = [];
  private frame = 0;

  constructor(private readonly element: HTMLElement) {}

  /** Show this instead of all that is there. */
  replace(text: string): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.pending = [];
    this.element.textContent = text;
  }

  write(stream: Stream, text: string): void {
    const last = this.pending.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.pending.push({ stream, text });
    this.frame ||= requestAnimationFrame(() => this.flush());
  }

  /** Show at once what waits for the next frame. */
  flush(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    for (const { stream, text } of this.pending) this.append(stream, text);
    this.pending = [];
  }

  /** A sentence about the output, told apart from it. */
  note(text: string): void {
    this.flush();
    const note = document.createElement("span");
    note.className = "run-note";
    note.textContent = text;
    this.element.append(note);
  }

  /** A picture or table that a value draws of itself. */
  async draw(markup: string): Promise<void> {
    const { default: purify } = await import("dompurify");
    const drawing = document.createElement("div");
    drawing.className = "run-drawing";
    drawing.append(
      purify.sanitize(markup, {
        RETURN_DOM_FRAGMENT: true,
        // Neither a page's looks nor its forms are a drawing's business.
        FORBID_TAGS: ["style", "form", "input", "button", "textarea", "select"],
        FORBID_ATTR: ["id", "name", "class"],
      }),
    );
    this.flush();
    this.element.append(drawing);
  }

  private append(stream: Stream, text: string): void {
    const shown = text.replace(ANSI, "");
    const last = this.element.lastElementChild;
    if (last?.className === stream) {
      last.append(shown);
    } else {
      const piece = document.createElement("span");
      piece.className = stream;
      piece.textContent = shown;
      this.element.append(piece);
    }
  }
}
