// What starts Python. A snapshot of the started Python is made by the first
// worker and kept, in memory and in the cache: to ship one would cost more bytes
// than it saves time.
import { read, remove, write } from "./cache.js";
import type { Promised, PythonParts } from "./protocol.js";
import { Runtime } from "./runtime.js";

declare const PYTHON: string;

export class Python extends Runtime<PythonParts> {
  readonly name = "Python";
  private readonly snapshot = `${this.folder}snapshot`;
  private readonly stdlib = `${this.folder}stdlib`;

  constructor() {
    super(PYTHON);
  }

  /** Keep it for the next worker, and in the cache for later pages. */
  override async keepSnapshot(snapshot: ArrayBuffer): Promise<void> {
    if (!this.parts) return;
    this.parts.snapshot = Promise.resolve(snapshot);
    const stdlib = await this.parts.stdlib;
    await write({ [this.stdlib]: stdlib, [this.snapshot]: snapshot });
  }

  override async dropSnapshot(): Promise<boolean> {
    const had = (await this.parts?.snapshot) !== undefined;
    await remove([this.stdlib, this.snapshot]);
    this.forget();
    return had;
  }

  protected override fetchParts(): Promised<PythonParts> {
    return {
      wasm: this.compile("pyodide.asm.wasm"),
      stdlib: read(this.stdlib).then(
        async (kept) =>
          kept ?? (await this.unpack("stdlib.zip.gz")).arrayBuffer(),
      ),
      lock: this.get("pyodide-lock.json").then((response) => response.text()),
      snapshot: read(this.snapshot),
    };
  }
}
