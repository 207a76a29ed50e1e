// The editor, fetched at the first Edit of a page.
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  simplifySelection,
} from "@codemirror/commands";
import {
  bracketMatching,
  forceParsing,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { unifiedMergeView } from "@codemirror/merge";
import {
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type KeyBinding,
  keymap,
} from "@codemirror/view";
import type { button, Verb } from "./button.js";
import { language } from "./language.js";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const MOD = MAC ? "⌘" : "Ctrl";
const KEYS = {
  Indent: ["Tab"],
  Comment: [MOD, "/"],
  Undo: [MOD, "Z"],
  Redo: MAC ? [MOD, "Shift", "Z"] : [MOD, "Y"],
  "Leave the editor": ["Escape", "then Tab"],
};

/** Milliseconds in which all colours must be there, or some come later. */
const PARSING = 200;

/** Tab leaves the editor instead of indenting, until another key is pressed. */
const escapeThenTab: KeyBinding = {
  key: "Escape",
  run: (view) => {
    simplifySelection(view);
    view.setTabFocusMode(Infinity);
    return true;
  },
};

const setErrorLine = StateEffect.define<number>();
const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { changes, effects, newDoc }) {
    const set = effects.findLast((effect) => effect.is(setErrorLine));
    if (!set) return marked.map(changes);
    if (!set.value) return Decoration.none;
    // A program may end too early, in a line that it does not have.
    const line = newDoc.line(Math.min(set.value, newDoc.lines));
    const mark = Decoration.line({ class: "run-error-line" });
    return Decoration.set(mark.range(line.from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

export interface Settings {
  path: string;
  /** What the block does with the code, which a key does too. */
  verb: Verb;
  /** The code as published, to compare with. */
  original: string;
  code: string;
  onChange: (code: string) => void;
  /** The page's own: imported here it would be a file of its own. */
  button: typeof button;
}

export class Editor {
  readonly element = document.createElement("div");
  private readonly view: EditorView;
  private readonly original: string;
  private readonly comparison = new Compartment();
  private readonly compareButton: HTMLButtonElement;

  static async open(settings: Settings): Promise<Editor> {
    return new Editor(settings, await language(settings.path));
  }

  private constructor(
    { path, verb, original, code, onChange, button }: Settings,
    language: Extension,
  ) {
    this.original = original;
    this.view = new EditorView({
      doc: code,
      extensions: [
        language,
        history(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        keymap.of([
          escapeThenTab,
          indentWithTab,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        errorLine,
        this.comparison.of([]),
        EditorView.contentAttributes.of({
          "aria-label": `Code of ${path}; Escape, then Tab leaves it`,
        }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (!docChanged) return;
          onChange(this.code);
          this.offerComparison();
        }),
      ],
    });
    forceParsing(this.view, code.length, PARSING);
    this.compareButton = button("What changed", path, () =>
      this.compare(!this.comparing),
    );
    this.compareButton.setAttribute("aria-pressed", "false");
    this.offerComparison();
    const keys = keyList(verb);
    const keysButton = button("Keys", path, () => {
      keys.hidden = !keys.hidden;
      keysButton.setAttribute("aria-expanded", String(!keys.hidden));
    });
    keysButton.setAttribute("aria-expanded", "false");
    const foot = document.createElement("div");
    foot.className = "run-foot";
    foot.append(keysButton, this.compareButton, keys);
    this.element.append(this.view.dom, foot);
  }

  get code(): string {
    return this.view.state.doc.toString();
  }

  mark(line: number): void {
    this.view.dispatch({ effects: setErrorLine.of(line) });
  }

  focus(): void {
    this.view.focus();
  }

  /** End it, with this in its place. */
  close(successor: Element): void {
    this.element.replaceWith(successor);
    this.view.destroy();
  }

  private get comparing(): boolean {
    return this.compareButton.getAttribute("aria-pressed") === "true";
  }

  /** Show what was added and removed, or show only the code. */
  private compare(on: boolean): void {
    const { original } = this;
    const comparison = unifiedMergeView({
      original,
      gutter: false,
      mergeControls: false,
    });
    this.compareButton.setAttribute("aria-pressed", String(on));
    this.view.dispatch({
      effects: this.comparison.reconfigure(on ? comparison : []),
    });
  }

  private offerComparison(): void {
    this.compareButton.hidden = this.code === this.original;
  }
}

function keyList(verb: Verb): HTMLElement {
  const list = document.createElement("dl");
  list.className = "run-keys";
  list.hidden = true;
  for (const [action, keys] of Object.entries({
    [verb]: [MOD, "Enter"],
    ...KEYS,
  })) {
    const term = document.createElement("dt");
    term.textContent = action;
    const description = document.createElement("dd");
    for (const key of keys) {
      const element = document.createElement("kbd");
      element.textContent = key;
      description.append(element, " ");
    }
    const pair = document.createElement("div");
    pair.append(term, description);
    list.append(pair);
  }
  return list;
}
