// What the page and the worker say to each other.

export type Stream = "stdout" | "stderr";

/** From the page: run this code under this name, in a fresh namespace. */
export interface RunRequest {
  code: string;
  path: string;
}

/** From the worker. */
export type Event =
  | { type: "stage"; text: string }
  | { type: "output"; stream: Stream; text: string }
  | { type: "done"; succeeded: boolean };
