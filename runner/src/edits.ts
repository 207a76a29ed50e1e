// A reader's edits, kept in the browser's storage across reloads.

interface Kept {
  /** The published code that the edits were made from. */
  original: string;
  code: string | undefined;
  aside: string | undefined;
}

/** The edits of one snippet, the same on every page that shows it. */
export class Edits {
  private readonly key: string;
  private kept: Kept;

  constructor(
    path: string,
    private readonly original: string,
  ) {
    this.key = `edits/${path}`;
    const { original: from, code, aside } = read(this.key);
    this.kept =
      from === original || code === undefined
        ? { original, code, aside }
        : { original, code: undefined, aside: code };
  }

  /** The edited code; undefined if it is as published. */
  get code(): string | undefined {
    return this.kept.code;
  }

  /** Edited code of an earlier version of the snippet. */
  get aside(): string | undefined {
    return this.kept.aside;
  }

  keep(code: string): void {
    this.kept.code = code === this.original ? undefined : code;
    this.store();
  }

  discardAside(): void {
    this.kept.aside = undefined;
    this.store();
  }

  /** Go on with what was set aside; what there was instead is set aside. */
  exchange(): void {
    const { code, aside } = this.kept;
    this.kept = { ...this.kept, code: aside, aside: code };
    this.store();
  }

  private store(): void {
    const { code, aside } = this.kept;
    try {
      if (code === undefined && aside === undefined) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, JSON.stringify(this.kept));
      }
    } catch {
      // Storage is denied or full: the edits last as long as the page.
    }
  }
}

/** What is stored there; nothing if it cannot be read. */
function read(key: string): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? {};
  } catch {
    return {};
  }
}
