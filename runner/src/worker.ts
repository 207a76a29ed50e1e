// Runs Python, away from the page: one request at a time, output streamed.
import type { PyodideInterface } from "pyodide";
import type { Event, RunRequest, Stream } from "./protocol.js";
import run from "./run.py";

const runtime = new URL("../pyodide/", import.meta.url).href;

function say(event: Event): void {
  self.postMessage(event);
}

async function boot(): Promise<PyodideInterface> {
  say({ type: "stage", text: "Starting Python …" });
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const python: PyodideInterface = await loadPyodide({
    indexURL: runtime,
    packageBaseUrl: runtime,
  });
  python.setStdout({ write: writer("stdout") });
  python.setStderr({ write: writer("stderr") });
  return python;
}

/** Sends what Python writes, decoded: a character may come in two pieces. */
function writer(stream: Stream): (bytes: Uint8Array) => number {
  const decoder = new TextDecoder();
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    if (text) say({ type: "output", stream, text });
    return bytes.length;
  };
}

let booted: Promise<PyodideInterface> | undefined;

self.onmessage = async ({ data }: MessageEvent<RunRequest>) => {
  try {
    const python = await (booted ??= boot());
    await python.loadPackagesFromImports(data.code, {
      messageCallback: (text) => say({ type: "stage", text }),
    });
    const scope = python.toPy({ code: data.code, path: data.path });
    const succeeded = python.runPython(run, { globals: scope });
    scope.destroy();
    say({ type: "done", succeeded });
  } catch (error) {
    booted = undefined;
    say({ type: "output", stream: "stderr", text: String(error) });
    say({ type: "done", succeeded: false });
  }
};
