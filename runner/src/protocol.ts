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

export type Request =
  /**
   * Start, from the folder that holds the language and its packages, with the
   * parts that follow. `code` may be run next: its packages are loaded already.
   */
  | { type: "start"; folder: string; code: string }
  | { type: "part"; name: string; part: unknown }
  | { type: "run"; code: string; path: string };

export type Stream = "stdout" | "stderr";

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
