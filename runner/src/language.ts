// A snippet's language by its path, in Pygments' classes as in the published
// code: so the theme's rules colour both alike.
import { pythonLanguage } from "@codemirror/lang-python";
import { syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { type Extension, Prec, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
} from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";
import { styleTags, tagHighlighter, tags } from "@lezer/highlight";

const pygments = tagHighlighter([
  { tag: [tags.keyword, tags.meta], class: "k" },
  { tag: tags.operatorKeyword, class: "ow" },
  { tag: tags.string, class: "s" },
  { tag: tags.escape, class: "se" },
  { tag: tags.docString, class: "sd" },
  { tag: tags.comment, class: "c" },
  { tag: tags.number, class: "m" },
  { tag: [tags.bool, tags.null], class: "kc" },
  { tag: [tags.name, tags.modifier], class: "n" },
  { tag: [tags.typeName, tags.standard(tags.name)], class: "nb" },
  { tag: tags.namespace, class: "nn" },
  { tag: tags.definition(tags.className), class: "nc" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "nf" },
]);

const python = pythonLanguage.configure({
  props: [
    styleTags({
      "ExpressionStatement/String": tags.docString,
      "Decorator/VariableName": tags.meta,
      'ImportStatement/"."': tags.namespace,
      'FormatReplacement/"{" FormatReplacement/"}"': tags.string,
      'FormatSpec FormatSpec/":"': tags.string,
      '":" TypeDef': tags.punctuation,
      TypeDefinition: tags.operator,
      type: tags.standard(tags.name),
      del: tags.keyword,
    }),
  ],
});

const BUILTIN = new Set(
  (
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes " +
    "callable chr classmethod compile complex delattr dict dir divmod " +
    "enumerate eval exec filter float format frozenset getattr globals " +
    "hasattr hash help hex id input int isinstance issubclass iter len list " +
    "locals map max memoryview min next object oct open ord pow print " +
    "property range repr reversed round set setattr slice sorted " +
    "staticmethod str sum super tuple type vars zip"
  ).split(" "),
);
const DUNDER = /^__\w+__$/;
const ERROR = /^[A-Z]\w*(Error|Exception|Exit|Group|Interrupt|Iteration)$/;

/** What Pygments tells from the name itself, as the grammar does not. */
function pythonName(name: string, { from, parent }: SyntaxNode): string {
  if (parent?.name === "ImportStatement") {
    const imported = parent.getChild("import")?.from ?? from;
    return imported === parent.from || from < imported ? "nn" : "";
  }
  if (DUNDER.test(name)) return "n";
  if (parent?.name === "FunctionDefinition") return "";
  if (name === "self" || name === "cls") return "bp";
  if (ERROR.test(name)) return "ne";
  return BUILTIN.has(name) ? "nb" : "";
}

function pythonNames({ state, visibleRanges }: EditorView): DecorationSet {
  const names = new RangeSetBuilder<Decoration>();
  for (const visible of visibleRanges) {
    syntaxTree(state).iterate({
      ...visible,
      enter({ name, from, to, node }) {
        const text = state.sliceDoc(from, to);
        if (name === "VariableName") {
          const kind = pythonName(text, node);
          if (kind) names.add(from, to, Decoration.mark({ class: kind }));
        } else if (name === "FormatString") {
          const prefix = text.search(/["']/);
          names.add(from, from + prefix, Decoration.mark({ class: "n" }));
        }
      },
    });
  }
  return names.finish();
}

const namePlugin = ViewPlugin.define(
  (view) => ({
    names: pythonNames(view),
    update({ view, docChanged, viewportChanged, startState, state }) {
      const parsed = syntaxTree(startState) !== syntaxTree(state);
      if (docChanged || viewportChanged || parsed) {
        this.names = pythonNames(view);
      }
    },
  }),
  { decorations: ({ names }) => names },
);

export async function language(path: string): Promise<Extension> {
  const colours = syntaxHighlighting(pygments);
  if (path.endsWith(".sql")) {
    const { PostgreSQL } = await import("@codemirror/lang-sql");
    return [colours, PostgreSQL.language];
  }
  // Highest: then inside the grammar's marks, so that these colours win.
  return [colours, python, Prec.highest(namePlugin)];
}
