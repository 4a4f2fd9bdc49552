/** Where the command writes to: a stream of a process, or of a test. @public */
export interface TextStream {
  write(text: string): unknown;
  isTTY?: boolean;
  /** Width of a terminal. */
  columns?: number;
}

/** @public */
export interface RunOptions {
  /** Arguments after the name of the command. */
  args: string[];
  /** Folder that relative paths start from. */
  cwd: string;
  stdout: TextStream;
  stderr: TextStream;
  signal?: AbortSignal;
}

/** What a command has done. */
export interface CommandResult {
  /** For people. */
  summary: string;
  /** For machines, the members of `--json`. */
  report: Record<string, unknown>;
  /** 0 by default. */
  exitCode?: number;
}

/** Exit codes, the same for every command. */
export const EXIT = {
  done: 0,
  /** A finding, or something outside of the command that went wrong. */
  failed: 1,
  /** Arguments, a model, values or a template that the caller can mend. */
  usage: 2,
  interrupted: 130,
} as const;
