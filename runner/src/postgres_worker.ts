// Runs an SQL script as psql does: one statement after the other, on after an
// error, each statement before its result.
import { messages, PGlite, protocol } from "@electric-sql/pglite";
import type { PostgresParts, Program, Promised } from "./protocol.js";
import { report, split, table, type Field, type Row } from "./psql.js";
import { seal } from "./seal.js";
import { arrival, finish, now, say, serve, write } from "./worker.js";

// What only psql can do, or only a machine with other programs.
const REMEDIES: [RegExp, string][] = [
  [/^\\/, "A page understands SQL, not psql's own commands: write a query."],
  [
    /^copy\b[^']*\b(from\s+stdin|(from|to)\s+program)\b/i,
    "A page has neither standard input nor other programs: use INSERT.",
  ],
];

// What changes rows tells so, even where it returns them.
const CHANGES = /^(INSERT|UPDATE|DELETE|MERGE) /;

const SETTINGS = {
  // A real server's, which PGlite narrows.
  search_path: '"$user", public',
  // Enough for a page; the default takes 128 MB for each worker.
  shared_buffers: "16MB",
};

const parts: Promised<PostgresParts> = {
  wasm: arrival("wasm"),
  files: arrival("files"),
  database: arrival("database"),
};

let postgres: PGlite;

async function start(): Promise<void> {
  const wasm = await parts.wasm;
  postgres = await PGlite.create({
    pgliteWasmModule: wasm,
    // Never started, as there is a database; else it would be fetched.
    initdbWasmModule: wasm,
    fsBundle: await parts.files,
    loadDataDir: await parts.database,
    startParams: [
      // As on a real server, nobody may change system tables.
      ...PGlite.defaultStartParams.filter((option) => option !== "-O"),
      ...Object.entries(SETTINGS).flatMap(([name, value]) => {
        return ["-c", `${name}=${value}`];
      }),
    ],
  });
}

/** Whether it succeeded. */
async function execute(query: string): Promise<boolean> {
  write("stdout", `${query}\n`);
  const remedy = REMEDIES.find(([sign]) => sign.test(query));
  if (remedy) {
    write("stderr", `${remedy[1]}\n`);
    return false;
  }
  const answer = await postgres.execProtocol(
    protocol.serialize.query(query),
    { throwOnError: false },
  );
  if (!(answer.messages.at(-1) instanceof messages.ReadyForQueryMessage)) {
    throw new Error("PostgreSQL stopped in the middle of a statement.");
  }
  let succeeded = true;
  let fields: Field[] | undefined;
  let rows: Row[] = [];
  let copied = false;
  for (const message of answer.messages) {
    if (message instanceof messages.RowDescriptionMessage) {
      fields = message.fields;
      rows = [];
    } else if (message instanceof messages.DataRowMessage) {
      rows.push(message.fields);
    } else if (message instanceof messages.CopyDataMessage) {
      copied = true;
      write("stdout", new TextDecoder().decode(message.chunk));
    } else if (message instanceof messages.CommandCompleteMessage) {
      if (fields) write("stdout", table(fields, rows));
      if (fields ? CHANGES.test(message.text) : !copied) {
        write("stdout", `${message.text}\n`);
      }
      fields = undefined;
    } else if (message instanceof messages.NoticeMessage) {
      write("stderr", report(message, query));
    } else if (message instanceof messages.DatabaseError) {
      write("stderr", report(message, query));
      succeeded = false;
    }
  }
  return succeeded;
}

async function run({ code }: Program): Promise<void> {
  seal();
  const from = now();
  let line = 0;
  for (const statement of split(code)) {
    if (!(await execute(statement.text))) line ||= statement.line;
  }
  // An error is output like any other: psql, too, goes on and ends well.
  finish({ line }, from);
}

// A start that fails rejects a promise which PGlite keeps to itself.
self.addEventListener("unhandledrejection", ({ reason }) => {
  say({ type: "broken", text: String(reason) });
});
serve(start, run);
