// One worker for each run, so that no run sees another; and a spare one for each
// kind of program, which has started already, so that the next run need not wait.
import { Postgres } from "./postgres.js";
import type { Event, Program, Request } from "./protocol.js";
import { Python } from "./python.js";
import type { Runtime } from "./runtime.js";

const RUNTIMES: Record<string, Runtime> = {
  py: new Python(),
  sql: new Postgres(),
};

/** What runs the file at this path. */
export function runtimeOf(path: string): Runtime {
  return RUNTIMES[path.split(".").pop()!]!;
}

export type Listener = (event: Event) => void;

/** How a run ended; `broken` where the language itself did. */
export type End = "done" | "stopped" | "broken";

/** A worker with a language in it, starting or started, for one run. */
class Interpreter {
  listen: Listener = () => {};
  readonly ready: Promise<void>;
  private readonly worker: Worker;

  constructor(
    private readonly runtime: Runtime,
    program: Program,
  ) {
    this.worker = newWorker(runtime.worker);
    this.ready = this.start(program);
    // Whoever needs this interpreter awaits it; a spare's failure may rest.
    this.ready.catch(() => {});
  }

  send(request: Request): void {
    this.worker.postMessage(request);
  }

  end(): void {
    this.listen = () => {};
    this.worker.terminate();
  }

  private start(program: Program): Promise<void> {
    const { runtime } = this;
    return new Promise((resolve, reject) => {
      let started = false;
      const hear = (event: Event) => {
        // Until it has started there may be another way to start.
        if (event.type === "broken" && !started) {
          reject(new Error(event.text));
          return;
        }
        if (event.type === "snapshot") {
          void runtime.keepSnapshot?.(event.snapshot);
        } else if (event.type === "ready") {
          started = true;
          resolve();
        }
        this.listen(event);
      };
      this.worker.onmessage = ({ data }: MessageEvent<Event>) => hear(data);
      this.worker.onerror = ({ message }) =>
        hear({ type: "broken", text: message || "A worker did not start." });
      this.send({ type: "start", folder: runtime.folder, program });
      const parts = runtime.prepare((loaded, total) =>
        this.listen({ type: "bytes", loaded, total }),
      );
      for (const [name, promise] of Object.entries(parts)) {
        promise.then(
          (part: unknown) => this.send({ type: "part", name, part }),
          (error: unknown) => {
            runtime.forget();
            hear({ type: "broken", text: String(error) });
          },
        );
      }
    });
  }
}

// Milliseconds after which a run is a long one.
const LONG = 500;

const spares = new Map<string, Interpreter>();

/** Programs of one kind can run in each other's spare. */
function kind({ path, check }: Program): string {
  const { name } = runtimeOf(path);
  return check === undefined ? name : `${name} with tests`;
}

/** Have an interpreter stand by for a program like this. */
export function prepare(program: Program): void {
  if (spares.has(kind(program))) return;
  const interpreter = new Interpreter(runtimeOf(program.path), program);
  spares.set(kind(program), interpreter);
}

/**
 * A started interpreter, held as soon as it starts: without a snapshot if that
 * one does not start.
 */
async function started(
  program: Program,
  listen: Listener,
  hold: (interpreter: Interpreter) => void,
): Promise<Interpreter> {
  const runtime = runtimeOf(program.path);
  for (;;) {
    prepare(program);
    const interpreter = spares.get(kind(program))!;
    spares.delete(kind(program));
    hold(interpreter);
    interpreter.listen = listen;
    try {
      await interpreter.ready;
      return interpreter;
    } catch (error) {
      interpreter.end();
      if (!(await runtime.dropSnapshot?.())) throw error;
    }
  }
}

/** What the interpreter's run of the program comes to. */
function ending(
  interpreter: Interpreter,
  program: Program,
  listen: Listener,
): Promise<End> {
  return new Promise((resolve) => {
    interpreter.listen = (event) => {
      listen(event);
      if (event.type === "done" || event.type === "broken") {
        resolve(event.type);
      }
    };
    interpreter.send({ type: "run", program });
  });
}

/** A program that runs, until it ends or is stopped. */
export class Run {
  readonly ended: Promise<End>;
  private interpreter: Interpreter | undefined;
  private later: number | undefined;
  private onStop!: () => void;

  constructor(
    private readonly program: Program,
    private readonly listen: Listener,
  ) {
    const stopped = new Promise<End>((resolve) => {
      this.onStop = () => resolve("stopped");
    });
    this.ended = Promise.race([this.execute(), stopped]).finally(() => {
      this.interpreter?.end();
      this.prepareNext();
    });
  }

  /** End it at once, whatever it does. */
  stop(): void {
    this.onStop();
  }

  private async execute(): Promise<End> {
    const { program, listen } = this;
    const interpreter = await started(program, listen, (held) => {
      this.interpreter = held;
    });
    const ended = ending(interpreter, program, listen);
    // A run that takes long may be stopped; a short one needs the processor.
    this.later = window.setTimeout(() => this.prepareNext(), LONG);
    return ended;
  }

  private prepareNext(): void {
    window.clearTimeout(this.later);
    prepare(this.program);
  }
}

// Milliseconds after which a run gives way to one that is wanted instead.
const STALE = 300;

/**
 * Runs one program again and again with other values, in one interpreter as long
 * as that is in time: of what is asked for meanwhile only the latest is run.
 */
export class Simulator {
  private interpreter: Interpreter | undefined;
  private code = "";
  private wanted: Program | undefined;
  private working = false;
  /** When the run that may be interrupted began; 0 if there is none. */
  private began = 0;
  private interrupt = () => {};
  private timer: number | undefined;

  constructor(private readonly listen: Listener) {}

  ask(program: Program): void {
    this.wanted = program;
    if (!this.working) void this.work();
    else if (this.began) {
      const left = this.began + STALE - performance.now();
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.interrupt(), left);
    }
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.wanted) {
      const program = this.wanted;
      this.wanted = undefined;
      await this.run(program).catch((error: unknown) =>
        this.listen({ type: "broken", text: String(error) }),
      );
      this.interrupt = () => {};
      this.began = 0;
      window.clearTimeout(this.timer);
    }
    this.working = false;
  }

  private async run(program: Program): Promise<void> {
    // What other code imports had to be loaded before the worker was sealed.
    if (this.code !== program.code) this.end();
    this.code = program.code;
    this.interpreter ??= await started(program, this.listen, () => {});
    if (this.wanted?.code === program.code) {
      // Asked for while the interpreter started.
      program = this.wanted;
      this.wanted = undefined;
    }
    const { interpreter } = this;
    const interrupted = new Promise<End>((resolve) => {
      this.interrupt = () => resolve("stopped");
    });
    this.began = performance.now();
    const ended = ending(interpreter, program, this.listen);
    if ((await Promise.race([ended, interrupted])) !== "done") this.end();
  }

  private end(): void {
    this.interpreter?.end();
    this.interpreter = undefined;
  }
}

/** A worker under the page's own Content-Security-Policy, as a blob has it. */
function newWorker(file: string): Worker {
  const source = `import ${JSON.stringify(file)};`;
  const blob = new Blob([source], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob), { type: "module" });
}
