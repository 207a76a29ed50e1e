// What the page and a worker say to each other.

/** What a worker needs to start Python; the page holds it for the next one. */
export interface Parts {
  /** Address of the folder that holds Pyodide and the packages. */
  folder: string;
  wasm: WebAssembly.Module;
  stdlib: Blob;
  lock: string;
  /** Memory of an interpreter that has started; without it, start one. */
  snapshot: Blob | undefined;
}

export type Request =
  /** Start; `code` is what may be run next, so that its packages are ready. */
  | { type: "start"; parts: Parts; code: string }
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
