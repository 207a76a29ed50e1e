// What the reader has practised, kept in this browser and nowhere else.

/** When, in milliseconds since 1970, and whether it was right. */
export type Answer = [at: number, right: boolean];

/** The answers to one question, exercise or task, in their order. */
export interface Item {
  /** Of its content: when that changes, it is asked anew. */
  hash: string;
  answers: Answer[];
}

type Items = Record<string, Item>;

const KEY = "guide/progress";
const FORMAT = "high-level-design-progress-1";

let items = stored();

/** Tells of each change, from other tabs as well. */
export const changes = new EventTarget();

window.addEventListener("storage", ({ key }) => {
  if (key !== KEY && key !== null) return;
  items = stored();
  changes.dispatchEvent(new Event("change"));
});

/** All that was ever answered, by key. */
export function all(): Readonly<Items> {
  return items;
}

/** Whether the last answer was right, to what is asked now. */
export function isDone(key: string, hash: string): boolean {
  const item = items[key];
  return item?.hash === hash && item.answers.at(-1)?.[1] === true;
}

export function add(key: string, hash: string, right: boolean): void {
  const before = items[key];
  const answers = before?.hash === hash ? before.answers : [];
  items[key] = { hash, answers: [...answers, [Date.now(), right]] };
  store();
}

export function remove(key: string): void {
  delete items[key];
  store();
}

export function erase(): void {
  items = {};
  store();
}

/** Whether it will still be here on the next visit. */
export function isKept(): boolean {
  try {
    const before = localStorage.getItem(KEY);
    localStorage.setItem(KEY, before ?? "{}");
    if (before === null) localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** A file's text that `importFrom` understands. */
export function exported(): string {
  return JSON.stringify({ format: FORMAT, items }, null, 1);
}

/** Add what the text holds; throws an error with a remedy, and loses nothing. */
export function importFrom(text: string): void {
  const added = itemsIn(text);
  const merged = { ...items };
  for (const [key, item] of Object.entries(added)) {
    merged[key] = merge(merged[key], item);
  }
  items = merged;
  store();
}

/** Both logs if they answer the same; else the one that was used last. */
function merge(one: Item | undefined, other: Item): Item {
  if (!one) return other;
  if (one.hash !== other.hash) return last(one) > last(other) ? one : other;
  const answers = new Map(
    [...one.answers, ...other.answers].map((answer) => [answer[0], answer]),
  );
  const inOrder = [...answers.values()].sort(([a], [b]) => a - b);
  return { hash: one.hash, answers: inOrder };
}

function last({ answers }: Item): number {
  return answers.at(-1)?.[0] ?? 0;
}

function itemsIn(text: string): Items {
  const refused = new Error(
    "This file holds no progress of this guide: choose one that Export wrote.",
  );
  let content: { format?: unknown; items?: unknown };
  try {
    content = JSON.parse(text);
  } catch {
    throw refused;
  }
  if (content?.format !== FORMAT || !areItems(content.items)) throw refused;
  return content.items;
}

function areItems(value: unknown): value is Items {
  return (
    isObject(value) &&
    Object.values(value).every(
      (item) =>
        isObject(item) &&
        typeof item.hash === "string" &&
        Array.isArray(item.answers) &&
        item.answers.every(
          (answer) =>
            Array.isArray(answer) &&
            Number.isFinite(answer[0]) &&
            typeof answer[1] === "boolean",
        ),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stored(): Items {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return areItems(kept) ? kept : {};
  } catch {
    return {};
  }
}

function store(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
  } catch {
    // Storage is denied or full: progress lasts as long as the page.
  }
  changes.dispatchEvent(new Event("change"));
}
