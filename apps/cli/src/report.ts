import type { ExitCode } from './failure.ts';

/** How a command that may answer "no" says which it was; silence is yes. */
export type Report = (code: ExitCode) => void;
