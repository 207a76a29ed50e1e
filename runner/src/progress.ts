// What the reader has practised, kept in this browser and nowhere else.
import { HOME } from "./home.js";

/**
 * When, in milliseconds since 1970; whether it was right; and the hash of what
 * was asked: when that changes, it is asked anew.
 */
export type Answer = [at: number, right: boolean, hash: string];

/** The answers to each question, exercise and task, by key, in their order. */
type Log = Record<string, Answer[]>;

/** All sites of an origin share one storage. */
const STORED_AS = `${new URL(HOME).pathname}progress`;
const FORMAT = "high-level-design-progress-1";
const KEY = /^(quiz|exercise|task)\//;
const YEAR_2100 = 4_102_444_800_000;

let log = stored();

/** Tells of each change, from other tabs as well. */
export const changes = new EventTarget();

function reload(): void {
  log = stored();
  changes.dispatchEvent(new Event("change"));
}

window.addEventListener("storage", ({ key }) => {
  if (key === STORED_AS || key === null) reload();
});
// A page that comes back was told nothing in the meantime.
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) reload();
});

/** All that was ever answered. */
export function all(): Readonly<Log> {
  return log;
}

/** Whether the last answer was right, to what is asked now. */
export function isDone(key: string, hash: string): boolean {
  const last = log[key]?.at(-1);
  return last?.[1] === true && last[2] === hash;
}

export function add(key: string, hash: string, right: boolean): void {
  log[key] = [...(log[key] ?? []), [Date.now(), right, hash]];
  changed();
}

export function remove(key: string): void {
  delete log[key];
  changed();
}

export function erase(): void {
  log = {};
  changed();
}

/** A file's text that `importFrom` understands. */
export function exported(): string {
  return JSON.stringify({ format: FORMAT, log }, null, 1);
}

/** Add what the text holds; throws an error with a remedy, and loses nothing. */
export function importFrom(text: string): void {
  const merged = { ...log };
  for (const [key, answers] of Object.entries(logIn(text))) {
    const both = [...(merged[key] ?? []), ...answers];
    const byTime = new Map(both.map((answer) => [answer[0], answer]));
    merged[key] = [...byTime.values()].sort(([a], [b]) => a - b);
  }
  log = merged;
  changed();
}

function logIn(text: string): Log {
  const refused = new Error(
    "This file holds no progress of this guide: choose one that Export wrote.",
  );
  let content: { format?: unknown; log?: unknown };
  try {
    content = JSON.parse(text);
  } catch {
    throw refused;
  }
  if (content?.format !== FORMAT || !isObject(content.log)) throw refused;
  if (!Object.entries(content.log).every(isEntry)) throw refused;
  return content.log as Log;
}

function isEntry([key, answers]: [string, unknown]): boolean {
  return KEY.test(key) && Array.isArray(answers) && answers.every(isAnswer);
}

function isAnswer(value: unknown): value is Answer {
  if (!Array.isArray(value)) return false;
  const [at, right, hash] = value;
  return (
    Number.isInteger(at) &&
    at >= 0 &&
    at < YEAR_2100 &&
    typeof right === "boolean" &&
    typeof hash === "string"
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is stored; of a broken record what is whole. */
function stored(): Log {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? "{}");
    if (!isObject(kept)) return {};
    return Object.fromEntries(Object.entries(kept).filter(isEntry)) as Log;
  } catch {
    return {};
  }
}

function changed(): void {
  isKept();
  changes.dispatchEvent(new Event("change"));
}

/** Store it; false if it lasts only as long as the page. */
export function isKept(): boolean {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(log));
    return true;
  } catch {
    return false;
  }
}
