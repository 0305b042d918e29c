// Starts a Signet for one example, with a folder of its own that goes when the example ends.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../apps/cli/bin/signet.js', import.meta.url));

/**
 * @param describe gets the addresses of Signet and answers `clients`, as they stand in `signet.yaml`, and `audiences`: the
 * APIs that people may sign in for, the first one by default; `secrets` of the clients by their ids
 */
export async function startSignet(describe) {
  const folder = mkdtempSync(join(tmpdir(), 'signet-example-'));
  const child = spawn(process.execPath, [program, 'start', '--json', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { SIGNET_LOG_LEVEL: 'error', ...process.env },
  });
  const end = () => child.kill();
  process.once('SIGINT', end).once('SIGTERM', end);
  child.once('exit', (code) => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
  const { web: issuer, gateway, credentials } = JSON.parse(await firstLine(child.stdout));
  const { clients, audiences = [gateway], secrets = {} } = describe({ issuer, gateway });
  declare(join(folder, 'signet.yaml'), audiences, clients);
  // Signet takes a saved file over at once; it is asked until it has.
  for (const id of Object.keys(clients)) await untilKnown(issuer, id, secrets[id]);
  const password = credentials.find(({ username }) => username === 'demo').password;
  return { issuer, gateway, password, stop: end };
}

/** A secret for this run, and what `signet.yaml` knows of it. */
export function makeSecret() {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: `sha256:${createHash('sha256').update(secret).digest('base64url')}` };
}

function declare(path, audiences, clients) {
  const text = readFileSync(path, 'utf8').replace(
    /^ {2}audiences: .*$/m,
    `  audiences: ${JSON.stringify(audiences)}`,
  );
  writeFileSync(path, `${text}\nclients: ${JSON.stringify(clients, null, 2)}\n`);
}

/** Who proves a client that Signet does not know yet is answered 401; whatever else is wrong, 400. */
async function untilKnown(issuer, id, secret) {
  const proof = secret === undefined ? {} : { client_secret: secret };
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: id, ...proof });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { status } = await fetch(`${issuer}/oauth/token`, { method: 'POST', body });
    if (status === 400) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`Signet does not know the client ${id}.`);
}

function firstLine(stream) {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (piece) => {
      text += piece;
      if (text.includes('\n')) resolve(text.split('\n', 1)[0]);
    });
  });
}
