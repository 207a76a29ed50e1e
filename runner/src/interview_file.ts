// An interview as a Markdown file: what was asked, written and rated.
import { type Answers, type Level } from "./answers.js";

interface Asked {
  id: string;
  title: string;
  prompt: HTMLElement;
  said: ReadonlyMap<string, string>;
}

/** The file's text; an answer stays text, whatever is in it. */
export function markdown(
  title: string,
  stages: Asked[],
  answers: Answers,
): string {
  const parts = [`# ${title.trim()}`];
  for (const { id, title, prompt, said } of stages) {
    const { text, level } = answers.of(id);
    if (!text && !level) continue;
    parts.push(`## ${title}`, ...paragraphs(prompt), fenced(text));
    if (level) parts.push(rated(level, said.get(level) ?? ""));
  }
  if (parts.length === 1) parts.push("Nothing was written yet.");
  return `${parts.join("\n\n")}\n`;
}

function rated(level: Level, said: string): string {
  return `**Rated: ${level.replace("-", " ")}.** ${line(said)}`;
}

/** Between marks that are longer than any in the text. */
function fenced(text: string): string {
  const marks = text.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...marks.map((m) => m.length + 1)));
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

function* paragraphs(prompt: HTMLElement): Generator<string> {
  for (const child of prompt.children) {
    const items = [...child.querySelectorAll("li")];
    yield items.length
      ? items.map((item) => `- ${line(item.textContent!)}`).join("\n")
      : line(child.textContent!);
  }
}

function line(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
