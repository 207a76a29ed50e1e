// The worker that runs Python, started at the first run.
import type { Event, RunRequest } from "./protocol.js";

declare const WORKER_FILE: string;

export class Engine {
  private worker: Worker | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  /** Runs after all earlier requests; resolves to whether it succeeded. */
  run(request: RunRequest, listen: (event: Event) => void): Promise<boolean> {
    const result = this.turn.then(() => this.runNow(request, listen));
    this.turn = result;
    return result;
  }

  private runNow(
    request: RunRequest,
    listen: (event: Event) => void,
  ): Promise<boolean> {
    const worker = (this.worker ??= start());
    return new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Event>) => {
        listen(data);
        if (data.type === "done") resolve(data.succeeded);
      };
      worker.onerror = (event) => {
        this.worker = undefined;
        const text = event.message ?? "The worker could not start.";
        listen({ type: "output", stream: "stderr", text });
        resolve(false);
      };
      worker.postMessage(request);
    });
  }
}

/** A worker under the page's own Content-Security-Policy, as a blob has it. */
function start(): Worker {
  const file = new URL(WORKER_FILE, import.meta.url).href;
  const source = new Blob([`import ${JSON.stringify(file)}`], {
    type: "text/javascript",
  });
  const address = URL.createObjectURL(source);
  return new Worker(address, { type: "module" });
}
