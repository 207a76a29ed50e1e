// What starts PostgreSQL.
import type { PostgresParts, Promised } from "./protocol.js";
import { Runtime } from "./runtime.js";

declare const POSTGRES: string;

export class Postgres extends Runtime<PostgresParts> {
  readonly name = "PostgreSQL";

  constructor() {
    super(POSTGRES);
  }

  protected override fetchParts(): Promised<PostgresParts> {
    return {
      wasm: this.compile("pglite.wasm"),
      files: blob(this.unpack("pglite.data.gz")),
      database: blob(this.unpack("database.tar.gz")),
    };
  }
}

async function blob(response: Promise<Response>): Promise<Blob> {
  return (await response).blob();
}
