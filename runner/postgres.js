// Writes what starts PostgreSQL in the browser into a folder: its program, the
// files that it reads, and a database, so that no reader waits for initdb.
// Compressed here, as hosts do not compress what they have no name for.
import { PGlite } from "@electric-sql/pglite";
import crypto from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const folder = process.argv[2];
const packaged = (name) =>
  fileURLToPath(new URL(name, import.meta.resolve("@electric-sql/pglite")));

// Of no use to a database that exists: what makes one, what builds extensions,
// replication, other encodings. Blank, as PGlite knows each file by its place.
const UNUSED = /\/pgxs\/|\/postgres\.bki$|_and_|\/(pgoutput|libpqwalreceiver)\./;

function files() {
  const data = readFileSync(packaged("pglite.data"));
  const script = readFileSync(packaged("pglite.js"), "utf8");
  const places = /filename:"([^"]+)",start:(\d+),end:(\d+)/g;
  for (const [, name, start, end] of script.matchAll(places)) {
    if (UNUSED.test(name)) data.fill(0, Number(start), Number(end));
  }
  return data;
}

async function database() {
  const postgres = await PGlite.create({
    initDbStartParams: ["--wal-segsize=1"],
  });
  // Copies of the database that the reader uses.
  await postgres.exec(
    "UPDATE pg_database SET datistemplate = false WHERE datistemplate",
  );
  await postgres.exec("DROP DATABASE template0");
  await postgres.exec("DROP DATABASE template1");
  await postgres.exec("CHECKPOINT");
  const dump = await postgres.dumpDataDir("none");
  return Buffer.from(await dump.arrayBuffer());
}

// One moment and no chance: the same files give the same bytes, so a reader's
// browser keeps them when the site is built again.
const { Date: RealDate } = globalThis;
const NOW = RealDate.UTC(2026, 0, 1);
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length ? parts : [NOW]));
  }
  static now() {
    return NOW;
  }
};
crypto.randomFillSync = (bytes) => bytes.fill(7);

const write = (name, content) =>
  writeFileSync(`${folder}/${name}`, gzipSync(content, { level: 9 }));
copyFileSync(packaged("pglite.wasm"), `${folder}/pglite.wasm`);
write("pglite.data.gz", files());
write("database.tar.gz", await database());
// PGlite's timers would keep this program alive.
process.exit();
