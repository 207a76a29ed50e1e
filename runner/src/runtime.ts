// What starts a language: its worker, and the parts that this one needs, fetched
// once per page.
import { quietly } from "./cache.js";
import { keepFiles } from "./keep.js";
import type { Promised } from "./protocol.js";

/** Written by the build, as JSON: a worker, and the folder of what it needs. */
interface Built {
  worker: string;
  folder: string;
  /** How many each file of the folder has. */
  bytes: Record<string, number>;
}

export type Progress = (loaded: number, total: number) => void;

export abstract class Runtime<Parts extends object = object> {
  /** The language, as a reader calls it. */
  abstract readonly name: string;
  readonly folder: string;
  readonly worker: string;
  protected parts: Promised<Parts> | undefined;
  private progress: Progress = () => {};
  private loaded = 0;
  private total = 0;

  private readonly built: Built;

  constructor(built: string) {
    this.built = JSON.parse(built) as Built;
    const { folder, worker } = this.built;
    this.folder = new URL(`../${folder}/`, import.meta.url).href;
    this.worker = new URL(worker, import.meta.url).href;
  }

  /** The parts, fetched at the first call; `listen` hears of later bytes. */
  prepare(listen: Progress): Promised<Parts> {
    this.progress = listen;
    if (!this.parts) {
      this.loaded = this.total = 0;
      const parts = (this.parts = this.fetchParts());
      void quietly(() => this.keepAll(Object.values(parts)));
    }
    return this.parts;
  }

  /** Fetch anew at the next call. */
  forget(): void {
    this.parts = undefined;
  }

  /** Keep what a start has made, for the next one. */
  keepSnapshot?(snapshot: ArrayBuffer): Promise<void>;

  /** Forget a snapshot that does not start; false if there was none. */
  dropSnapshot?(): Promise<boolean>;

  protected abstract fetchParts(): Promised<Parts>;

  /** A program that is compiled while it arrives. */
  protected async compile(name: string): Promise<WebAssembly.Module> {
    return WebAssembly.compileStreaming(this.get(name));
  }

  /** Compressed when it was built, as hosts do not compress every kind. */
  protected async unpack(name: string): Promise<Response> {
    const { body } = await this.get(name);
    const unpacked = body!.pipeThrough(new DecompressionStream("gzip"));
    return new Response(unpacked);
  }

  /** The file, its bytes counted as they come. */
  protected async get(name: string): Promise<Response> {
    this.total += this.built.bytes[name]!;
    this.progress(this.loaded, this.total);
    const response = await fetch(this.folder + name);
    if (!response.ok) {
      throw new Error(`${name} cannot be fetched (${response.status}).`);
    }
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        this.loaded += chunk.length;
        this.progress(this.loaded, this.total);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body!.pipeThrough(counter), response);
  }

  /** Keep all that any program may need when there is no network. */
  private async keepAll(fetched: Promise<unknown>[]): Promise<void> {
    await Promise.all(fetched);
    const files = Object.keys(this.built.bytes).map((name) => {
      return this.folder + name;
    });
    await keepFiles([this.worker, ...files]);
  }
}
