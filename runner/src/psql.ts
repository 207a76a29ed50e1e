// What PostgreSQL's own terminal, psql, makes of a script and of the answers,
// character by character: so a page shows what a reader's own psql shows.

export interface Statement {
  text: string;
  /** Its first line in the script. */
  line: number;
}

// What a script is made of; what is none of these stands for itself.
const TOKEN = new RegExp(
  [
    /(?<comment>--[^\n]*)/,
    /(?<newline>\n)/,
    /(?<space>[^\S\n]+)/,
    /(?<command>\\(?![;:])[^\n]*)/,
    // A string with escapes, a string, a name; left open, they end the script.
    /(?<quoted>\b[eE]'(?:[^'\\]|\\[^]|'')*'?|'[^']*'?|"[^"]*"?)/,
    /(?<block>\/\*)/,
    /(?<dollar>(?<![\w$])\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)/,
    /(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/,
    /(?<escaped>\\[;:])/,
    /(?<other>[^])/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);
const COMMENT_EDGE = /\/\*|\*\//g;

/** The statements that psql sends, and its own commands, each by itself. */
export function split(script: string): Statement[] {
  const found: Statement[] = [];
  const tokens = new RegExp(TOKEN);
  let text = "";
  let line = 1;
  let start = 1;
  let depth = 0;
  // The words of a statement that may hold others: CREATE FUNCTION … BEGIN.
  let words: string[] = [];
  let begun = 0;
  for (
    let match = tokens.exec(script);
    match && match[0];
    match = tokens.exec(script)
  ) {
    const token = match.groups!;
    let taken = match[0];
    if (token.command !== undefined) {
      found.push({ text: taken, line });
      continue;
    }
    if (token.block) {
      tokens.lastIndex = blockEnd(script, match.index);
      taken = script.slice(match.index, tokens.lastIndex);
    } else if (token.dollar) {
      const end = script.indexOf(token.dollar, tokens.lastIndex);
      tokens.lastIndex =
        end < 0 ? script.length : end + token.dollar.length;
      taken = script.slice(match.index, tokens.lastIndex);
    }
    // Before a statement only what is part of it counts, and no empty line.
    const blank = token.comment || token.space || token.newline;
    if (!(blank && text === "") && !(token.newline && text.endsWith("\n"))) {
      if (text === "") start = line;
      text += token.escaped ? taken[1] : taken;
    }
    line += taken.split("\n").length - 1;
    if (token.word) {
      words.push(taken.toLowerCase());
      begun += nesting(words, begun);
    } else if (taken === "(") depth += 1;
    else if (taken === ")") depth = Math.max(0, depth - 1);
    else if (taken === ";" && depth === 0 && begun === 0) {
      found.push({ text, line: start });
      text = "";
      words = [];
    }
  }
  text = text.trimEnd();
  if (text) found.push({ text, line: start });
  return found;
}

/** Where the block comment ends that starts here; such comments nest. */
function blockEnd(script: string, from: number): number {
  const edges = new RegExp(COMMENT_EDGE);
  edges.lastIndex = from;
  let open = 0;
  for (let edge = edges.exec(script); edge; edge = edges.exec(script)) {
    open += edge[0] === "/*" ? 1 : -1;
    if (open === 0) return edges.lastIndex;
  }
  return script.length;
}

const ROUTINE = /^create (or replace )?(function|procedure) /;

/** How much deeper the last word leads into the body of a routine. */
function nesting(words: string[], begun: number): number {
  const word = words.at(-1);
  if (word === "end") return begun ? -1 : 0;
  if (word === "case") return begun ? 1 : 0;
  return word === "begin" && ROUTINE.test(words.slice(0, 5).join(" ")) ? 1 : 0;
}

/** What aligns right: the numbers, by the types' numbers in every database. */
const NUMBERS = new Set([
  ...[20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069],
]);

export interface Field {
  name: string;
  dataTypeID: number;
}

/** A row's values as PostgreSQL writes them. */
export type Row = (string | null)[];

/** A result as a table with its number of rows. */
export function table(fields: Field[], rows: Row[]): string {
  const cells = rows.map((row) => row.map((value) => lines(value ?? "")));
  const head = fields.map(({ name }) => lines(name));
  const widths = fields.map((_, column) =>
    [head, ...cells].reduce((most, row) => {
      return row[column]!.reduce((m, line) => Math.max(m, width(line)), most);
    }, 0),
  );
  const right = fields.map(({ dataTypeID }) => NUMBERS.has(dataTypeID));
  const printed = [
    ...(fields.length ? printRow(head, widths, centre) : []),
    `-${widths.map((dashes) => "-".repeat(dashes)).join("-+-")}-`,
    ...cells.flatMap((row) =>
      fields.length
        ? printRow(row, widths, (line, space, column, isLast) =>
            right[column]
              ? " ".repeat(space) + line
              : line + (isLast ? "" : " ".repeat(space)),
          )
        : [],
    ),
  ];
  const count = rows.length === 1 ? "1 row" : `${rows.length} rows`;
  return `${printed.join("\n")}\n(${count})\n\n`;
}

function centre(line: string, space: number): string {
  const before = Math.floor(space / 2);
  return " ".repeat(before) + line + " ".repeat(space - before);
}

type Align = (
  line: string,
  space: number,
  column: number,
  isLast: boolean,
) => string;

/** The lines of a row; a value of several lines has a `+` after each but one. */
function printRow(row: string[][], widths: number[], align: Align): string[] {
  const height = Math.max(...row.map((value) => value.length));
  const last = row.length - 1;
  const printed: string[] = [];
  for (let number = 0; number < height; number += 1) {
    const pieces = row.map((value, column) => {
      const line = value[number];
      const more = number + 1 < value.length;
      // Nothing follows the last column, unless it is a heading or goes on.
      const ends = column === last && align !== centre && !more;
      const room = widths[column]!;
      if (line === undefined) return ends ? " " : " ".repeat(room + 2);
      const text = align(line, room - width(line), column, ends);
      return ` ${text}${more ? "+" : ends ? "" : " "}`;
    });
    printed.push(pieces.join("|"));
  }
  return printed;
}

/** The value's lines, with what a terminal cannot show written out. */
function lines(value: string): string[] {
  return value.split("\n").map((line) => {
    let shown = "";
    for (const character of line) {
      if (character === "\t") shown += " ".repeat(8 - (width(shown) % 8));
      else if (character === "\r") shown += "\\r";
      else if (/[\0-\x1f\x7f]/.test(character)) {
        shown += `\\x${hex(character, 2)}`;
      } else if (/[\x80-\x9f]/.test(character)) {
        shown += `\\u${hex(character, 4)}`;
      } else shown += character;
    }
    return shown;
  });
}

function hex(character: string, digits: number): string {
  const code = character.charCodeAt(0).toString(16);
  return code.toUpperCase().padStart(digits, "0");
}

const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NARROW = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns of a terminal that the text takes. */
function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    columns += WIDE.test(character) ? 2 : NARROW.test(character) ? 0 : 1;
  }
  return columns;
}

export interface Report {
  severity: string | undefined;
  code: string | undefined;
  message: string | undefined;
  position: string | undefined;
  detail: string | undefined;
  hint: string | undefined;
  internalPosition: string | undefined;
  internalQuery: string | undefined;
  where: string | undefined;
}

/** An error or notice with its SQLSTATE, and the place in the query. */
export function report(told: Report, query: string): string {
  const place = told.position
    ? marked(query, Number(told.position))
    : told.internalPosition
      ? marked(told.internalQuery!, Number(told.internalPosition))
      : "";
  const rest = {
    DETAIL: told.detail,
    HINT: told.hint,
    QUERY: told.internalQuery,
    CONTEXT: told.severity === "ERROR" ? told.where : undefined,
  };
  return [
    `${told.severity}:  ${told.code}: ${told.message}\n${place}`,
    ...Object.entries(rest).map(([name, text]) =>
      text === undefined ? "" : `${name}:  ${text}\n`,
    ),
  ].join("");
}

/** The query's line with a mark below the character at this place, from 1. */
function marked(query: string, place: number): string {
  const characters = [...query];
  const before = characters.slice(0, place - 1).join("");
  const line = before.split("\n").length;
  const from = before.lastIndexOf("\n") + 1;
  const text = query.slice(from).split("\n", 1)[0]!.replaceAll("\t", " ");
  const [shown, column] = clip([...text], width(before.slice(from)));
  const head = `LINE ${line}: `;
  return `${head}${shown}\n${" ".repeat(head.length + column)}^\n`;
}

const LINE_WIDTH = 60;
const AFTER_MARK = 10;

/** A line's part around the mark, and the mark's column in it. */
function clip(line: string[], mark: number): [string, number] {
  const columns = (from: number, to: number) =>
    width(line.slice(from, to).join(""));
  let from = 0;
  let to = line.length;
  if (columns(0, to) > LINE_WIDTH) {
    if (LINE_WIDTH >= mark + AFTER_MARK) {
      while (columns(0, to) > LINE_WIDTH) to -= 1;
    } else {
      while (mark + AFTER_MARK < columns(0, to)) to -= 1;
      while (columns(from, to) > LINE_WIDTH) from += 1;
    }
  }
  const start = from ? "..." : "";
  const end = to < line.length ? "..." : "";
  const shown = line.slice(from, to).join("");
  return [start + shown + end, start.length + mark - columns(0, from)];
}
