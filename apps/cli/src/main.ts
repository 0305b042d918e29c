import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled sources are kept beside the packages, where only who installed them can write: starting takes half the time.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/signet', import.meta.url)));

const { run } = await import('./run.ts');
const { openTerminal } = await import('./terminal/terminal.ts');
const { env: environment, argv, stdin: input, stdout: out, stderr: err } = process;

// Whoever reads the answers may stop early, as `head` does; then there is nobody left to answer.
out.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run({
  words: argv.slice(2),
  environment,
  terminal: openTerminal({ input, out, err, environment }),
  clock: Date.now,
});
