// What the page and a worker say to each other.

/** A file that the page holds, or where in the cache the worker finds it. */
export type Kept = Blob | { cached: string };

/** What a worker needs to start Python, each sent as soon as it is there. */
export interface Parts {
  wasm: WebAssembly.Module;
  stdlib: Kept;
  lock: string;
  /** Memory of an interpreter that has started; without it, start one. */
  snapshot: Kept | undefined;
}

export type Part = {
  [Name in keyof Parts]: { type: "part"; name: Name; part: Parts[Name] };
}[keyof Parts];

export type Request =
  /**
   * Start, from the folder that holds Pyodide and the packages, with the parts
   * that follow. `code` may be run next: its packages are loaded already.
   */
  | { type: "start"; folder: string; code: string }
  | Part
  | { type: "run"; code: string; path: string };

export type Stream = "stdout" | "stderr";

export type Event =
  /** Made by a start without a snapshot, for the next one. */
  | { type: "snapshot"; snapshot: Blob }
  | { type: "ready" }
  | { type: "stage"; text: string }
  | { type: "bytes"; loaded: number; total: number }
  | { type: "output"; stream: Stream; text: string }
  /** Output beyond the cap is counted, not sent. */
  | { type: "cut"; characters: number }
  | { type: "markup"; markup: string }
  | { type: "done"; succeeded: boolean; line: number; seconds: number }
  /** The worker is of no use any more. */
  | { type: "broken"; text: string };

/** What a page asks of the service worker. */
export type Wish =
  /** Keep the files at these addresses. */
  | { keep: string[] }
  /** Take over, if no page but this one, with this entry script, is open. */
  | { entry: string };
