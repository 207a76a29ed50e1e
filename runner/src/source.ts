// The code of a block: as published, until Edit puts an editor in its place.
import { button, name, type Verb } from "./button.js";
import { Edits } from "./edits.js";
import type { Editor } from "./editor.js";

/** Milliseconds for which Copy says what it did. */
const TOLD = 2000;

const SET_ASIDE =
  "This snippet has changed: the edits you made before are set aside.";

export class Source {
  /** Says what became of the reader's edits, and offers what to do. */
  readonly notice = status("run-notice");
  private readonly copyButton: HTMLButtonElement;
  private readonly copied = status("run-said");
  private readonly editButton: HTMLButtonElement;
  readonly controls: HTMLElement[];
  private readonly published: HTMLElement;
  private readonly original: string;
  private readonly edits: Edits;
  private editor: Editor | undefined;

  constructor(
    root: HTMLElement,
    private readonly path: string,
    private readonly verb: Verb,
    private readonly onOpen: () => void,
  ) {
    this.published = root.querySelector("pre")!;
    const code = this.published.querySelector("code")!.textContent!;
    // In an editor the end of the last line would begin another one.
    this.original = code.replace(/\n$/, "");
    this.edits = new Edits(path, this.original);
    this.copyButton = button("Copy", path, () => void this.copy());
    this.editButton = button("Edit", path, () => void this.edit());
    this.controls = [this.copyButton, this.copied, this.editButton];
    this.tell();
  }

  /** What is shown, and so what runs. */
  get code(): string {
    return this.editor?.code ?? this.original;
  }

  get editing(): boolean {
    return this.editor !== undefined;
  }

  /** Mark the line, counted from 1, at which a run failed; 0 marks none. */
  mark(line: number): void {
    this.editor?.mark(line);
  }

  /** Show the published code again. */
  reset(): void {
    if (this.editor) {
      const edited = this.edits.code;
      this.edits.keep(this.original);
      this.editor.close(this.published);
      this.editor = undefined;
      this.editButton.hidden = false;
      if (edited === undefined) this.tell();
      else {
        this.say("Your edits are discarded.", {
          Undo: () => void this.edit(edited),
        });
      }
    }
    this.editButton.focus();
  }

  private async edit(code = this.edits.code ?? this.original): Promise<void> {
    let editor: Editor;
    try {
      const { Editor } = await import("./editor.js");
      editor = await Editor.open({
        path: this.path,
        verb: this.verb,
        original: this.original,
        code,
        onChange: (edited) => this.edits.keep(edited),
        button,
      });
    } catch {
      this.say("The editor did not load: try again, or reload the page.");
      return;
    }
    if (this.editor) this.editor.close(editor.element);
    else this.published.replaceWith(editor.element);
    this.editor = editor;
    editor.focus();
    this.edits.keep(code);
    this.editButton.hidden = true;
    this.tell();
    this.onOpen();
  }

  private async copy(): Promise<void> {
    let told = "Copied";
    try {
      await navigator.clipboard.writeText(this.code);
    } catch {
      told = "Not allowed";
    }
    this.copied.textContent = told;
    name(this.copyButton, told, this.path);
    setTimeout(() => {
      this.copied.textContent = "";
      name(this.copyButton, "Copy", this.path);
    }, TOLD);
  }

  private discarded(): void {
    this.tell();
    if (this.editor) this.editor.focus();
    else this.editButton.focus();
  }

  /** Say which edits there are that are not shown. */
  private tell(): void {
    if (this.edits.aside !== undefined) {
      this.say(SET_ASIDE, {
        "Open edits": () => {
          this.edits.exchange();
          void this.edit();
        },
        "Discard edits": () => {
          this.edits.discardAside();
          this.discarded();
        },
      });
    } else if (this.edits.code !== undefined && !this.editor) {
      this.say("You edited this snippet.", {
        "Continue editing": () => void this.edit(),
        "Discard edits": () => {
          this.edits.keep(this.original);
          this.discarded();
        },
      });
    } else {
      this.notice.replaceChildren();
    }
  }

  private say(text: string, actions: Record<string, () => void> = {}): void {
    const sentence = document.createElement("span");
    sentence.textContent = text;
    const buttons = Object.entries(actions).map(([verb, act]) =>
      button(verb, this.path, act),
    );
    this.notice.replaceChildren(sentence, ...buttons);
  }
}

/** An empty element; what is put into it later is also said. */
export function status(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.setAttribute("role", "status");
  return element;
}
