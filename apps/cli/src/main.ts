import { run } from './run.ts';
import { openTerminal } from './terminal/terminal.ts';

const { env: environment, argv, stdin: input, stdout: out, stderr: err } = process;

process.exitCode = await run({
  words: argv.slice(2),
  environment,
  terminal: openTerminal({ input, out, err, environment }),
  clock: Date.now,
});
