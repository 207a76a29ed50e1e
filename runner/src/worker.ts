// What all workers do: answer the page, and send what a program writes. One
// worker runs one program, away from the page, and is then thrown away.
import type { Event, Program, Request, Stream } from "./protocol.js";

/** Characters of output that are sent to the page. */
const CAP = 100_000;

// Kept before the reader's code can replace them.
const post = self.postMessage.bind(self);
export const now = performance.now.bind(performance);

// The parts arrive one by one; each is awaited where it is needed.
const arrivals = new Map<string, (part: never) => void>();

let sent = 0;
let cut = 0;

export function say(event: Event): void {
  post(event);
}

/** The part of this name, once the page has sent it. */
export function arrival<Part>(name: string): Promise<Part> {
  return new Promise((resolve) => arrivals.set(name, resolve));
}

export function write(stream: Stream, written: string): void {
  const text = written.slice(0, CAP - sent);
  sent += text.length;
  cut += written.length - text.length;
  if (text) say({ type: "output", stream, text });
}

/** Say how the program ended that started at `from`. */
export function finish(
  { succeeded = true, line = 0, markup = "", table = "" },
  from: number,
): void {
  if (cut) say({ type: "cut", characters: cut });
  if (markup) say({ type: "markup", markup });
  if (table) say({ type: "table", table });
  say({ type: "done", succeeded, line, seconds: (now() - from) / 1000 });
}

/** Answer the page by what starts the language and what runs a program. */
export function serve(
  start: (folder: string, program: Program) => Promise<void>,
  run: (program: Program) => Promise<void>,
): void {
  const answer = async (request: Request) => {
    switch (request.type) {
      case "part":
        arrivals.get(request.name)!(request.part as never);
        break;
      case "start":
        await start(request.folder, request.program);
        say({ type: "ready" });
        break;
      case "run":
        await run(request.program);
    }
  };
  self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
    answer(data).catch((error) => say({ type: "broken", text: String(error) }));
  });
}
