// Fetches what a worker needs to start Python, once per page, and decides
// where its snapshot comes from: from memory, from the cache, from the site if
// the connection is fast, and else it is made here after the first run.
import type { Parts } from "./protocol.js";

/** Written by the build: where Python is, and the bytes of its files. */
declare const PYTHON: { folder: string; bytes: Record<string, number> };

export const folder = new URL(`../${PYTHON.folder}/`, import.meta.url).href;
const WASM = "pyodide.asm.wasm";
const STDLIB = "python_stdlib.zip";
const LOCK = "pyodide-lock.json";
const SNAPSHOT = "snapshot.bin.gz";

/** A snapshot that takes longer than this to fetch saves no time. */
const WORTH_SECONDS = 1;

const CACHE = "python";
const CACHED = `${folder}snapshot`;

export type Progress = (loaded: number, total: number) => void;

let parts: Promise<Parts> | undefined;
let progress: Progress = () => {};
let loaded = 0;
let total = 0;

/** The parts, fetched at the first call; `listen` hears of later bytes. */
export function prepare(listen: Progress = progress): Promise<Parts> {
  progress = listen;
  return (parts ??= fetchParts().catch((error) => {
    parts = undefined;
    throw error;
  }));
}

/** Keep a snapshot for the next worker, and in the cache for later pages. */
export async function keepSnapshot(snapshot: Blob): Promise<void> {
  (await prepare()).snapshot = snapshot;
  await store(snapshot);
}

/** Forget a snapshot that does not start; false if there was none. */
export async function dropSnapshot(): Promise<boolean> {
  const held = await prepare();
  const had = held.snapshot !== undefined;
  held.snapshot = undefined;
  await quietly(() => caches.delete(CACHE));
  return had;
}

async function fetchParts(): Promise<Parts> {
  loaded = total = 0;
  const from = performance.now();
  const cached = quietly(cachedSnapshot);
  const [wasm, stdlib, lock] = await Promise.all([
    get(WASM).then((response) => WebAssembly.compileStreaming(response)),
    get(STDLIB).then((response) => response.blob()),
    get(LOCK).then((response) => response.text()),
  ]);
  const seconds = (performance.now() - from) / 1000;
  const snapshot = (await cached) ?? (await quietly(() => ship(seconds)));
  return { folder, wasm, stdlib, lock, snapshot };
}

/** The site's snapshot, if it is here sooner than a start without it ends. */
async function ship(seconds: number): Promise<Blob | undefined> {
  const transferred = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.startsWith(folder))
    .reduce((sum, entry) => {
      return sum + (entry as PerformanceResourceTiming).transferSize;
    }, 0);
  const needed = (PYTHON.bytes[SNAPSHOT]! * seconds) / transferred;
  if (!(needed < WORTH_SECONDS)) return undefined;
  const response = await get(SNAPSHOT);
  const unpacked = response.body!.pipeThrough(new DecompressionStream("gzip"));
  const snapshot = await new Response(unpacked).blob();
  void store(snapshot);
  return snapshot;
}

async function cachedSnapshot(): Promise<Blob | undefined> {
  const cache = await caches.open(CACHE);
  return (await cache.match(CACHED))?.blob();
}

/** Only the newest is kept: each takes 30 MB. */
async function store(snapshot: Blob): Promise<void> {
  await quietly(async () => {
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    await cache.put(CACHED, new Response(snapshot));
  });
}

/** A full or denied cache, or a snapshot that fails, only means slower. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** The file, its bytes counted as they come. */
async function get(name: string): Promise<Response> {
  const response = await fetch(folder + name);
  if (!response.ok) {
    throw new Error(`${name} cannot be fetched (${response.status}).`);
  }
  total += PYTHON.bytes[name]!;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length;
      progress(loaded, total);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body!.pipeThrough(counter), response);
}
