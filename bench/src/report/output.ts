/** Where a bench speaks: tables on standard output, so that they can be kept; everything else beside it. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Progress and warnings, one line. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
