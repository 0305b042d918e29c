import { spawn } from 'node:child_process';
import { root } from './run.ts';

/** The product, restarted when a server source changes, beside the web app's own development server. */
const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/cli/src/main.ts', 'start'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn('npm', ['run', '--silent', 'dev', '-w', 'apps/web'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 1;
  });
}
