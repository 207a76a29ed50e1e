// What the page and a worker say to each other.

/** Each part that a worker needs to start, sent as soon as it is there. */
export type Promised<Parts> = { [Name in keyof Parts]: Promise<Parts[Name]> };

export interface PythonParts {
  wasm: WebAssembly.Module;
  stdlib: ArrayBuffer;
  lock: string;
  /** Memory of an interpreter that has started; without it, start one. */
  snapshot: ArrayBuffer | undefined;
}

export interface PostgresParts {
  wasm: WebAssembly.Module;
  /** The files that it reads. */
  files: Blob;
  /** A database that nobody has used. */
  database: Blob;
}

export interface Program {
  code: string;
  path: string;
  /** The tests that judge the code, where it is the answer of an exercise. */
  check?: string;
  /** The arguments of `simulate`, as JSON, where that is to be called. */
  values?: string;
}

export type Request =
  /**
   * Start, from the folder that holds the language and its packages, with the
   * parts that follow. The program may be run next: its packages are loaded
   * already.
   */
  | { type: "start"; folder: string; program: Program }
  | { type: "part"; name: string; part: unknown }
  | { type: "run"; program: Program };

export type Stream = "stdout" | "stderr";

export interface Test {
  /** Its name, as a sentence. */
  name: string;
  verdict: "running" | "passed" | "failed";
  /** What the reader's code did wrong, and details; empty if nothing. */
  message: string;
  detail: string;
}

export type Event =
  /** Made by a start without a snapshot, for the next one. */
  | { type: "snapshot"; snapshot: ArrayBuffer }
  | { type: "ready" }
  | { type: "stage"; text: string }
  | { type: "bytes"; loaded: number; total: number }
  | { type: "output"; stream: Stream; text: string }
  /** Output beyond the cap is counted, not sent. */
  | { type: "cut"; characters: number }
  | { type: "markup"; markup: string }
  /** What `simulate` returned, as JSON. */
  | { type: "table"; table: string }
  | ({ type: "test" } & Test)
  /** `line` is the first of the code in which an error arose; 0 if none. */
  | { type: "done"; succeeded: boolean; line: number; seconds: number }
  /** The worker is of no use any more. */
  | { type: "broken"; text: string };

/** What a page asks of the service worker. */
export type Wish =
  /** Keep the files at these addresses. */
  | { keep: string[] }
  /** Take over, if no page but this one, with this entry script, is open. */
  | { entry: string };
