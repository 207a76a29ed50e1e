// What a reader wrote in an interview, kept in the browser's storage.

export const LEVELS = ["not-yet", "mid", "senior", "staff"] as const;
export type Level = (typeof LEVELS)[number];

export interface Answer {
  text: string;
  /** Whether the levels were looked at. */
  compared: boolean;
  level: Level | undefined;
}

/** The answers of one page, by stage. */
export class Answers {
  private readonly key: string;
  private kept: Record<string, Answer>;
  /** False if they last only as long as the page. */
  areKept = true;

  constructor(path: string) {
    this.key = `interview${path}`;
    this.kept = this.stored();
  }

  of(stage: string): Readonly<Answer> {
    return (
      this.kept[stage] ?? { text: "", compared: false, level: undefined }
    );
  }

  /** How many stages have a level. */
  get rated(): number {
    return Object.values(this.kept).filter(({ level }) => level).length;
  }

  get isBegun(): boolean {
    return Object.values(this.kept).some(({ text, level }) => text || level);
  }

  write(stage: string, text: string): void {
    this.change(stage, { text });
  }

  compare(stage: string): void {
    this.change(stage, { compared: true });
  }

  rate(stage: string, level: Level): void {
    this.change(stage, { compared: true, level });
  }

  erase(): void {
    this.kept = {};
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Storage is denied: nothing was kept.
    }
  }

  private change(stage: string, part: Partial<Answer>): void {
    const answer = { ...this.of(stage), ...part };
    // Another tab may have gone on with other stages.
    this.kept = { ...this.kept, ...this.stored(), [stage]: answer };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
      this.areKept = true;
    } catch {
      this.areKept = false;
    }
  }

  /** What is stored; of a broken record what is whole. */
  private stored(): Record<string, Answer> {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "{}");
      const whole = Object.entries(kept ?? {}).filter(isEntry);
      return Object.fromEntries(whole) as Record<string, Answer>;
    } catch {
      return {};
    }
  }
}

function isEntry([, value]: [string, unknown]): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { text, compared, level } = value as Partial<Answer>;
  return (
    typeof text === "string" &&
    typeof compared === "boolean" &&
    (level === undefined || LEVELS.includes(level))
  );
}
