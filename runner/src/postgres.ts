// What starts PostgreSQL.
import type { PostgresParts, Promised } from "./protocol.js";
import { type Built, Runtime } from "./runtime.js";

declare const POSTGRES: Built;

export class Postgres extends Runtime<PostgresParts> {
  readonly name = "PostgreSQL";

  constructor() {
    super(POSTGRES);
  }

  protected override fetchParts(): Promised<PostgresParts> {
    return {
      wasm: this.compile("pglite.wasm"),
      files: this.unpack("pglite.data.gz"),
      database: this.unpack("database.tar.gz"),
    };
  }
}
