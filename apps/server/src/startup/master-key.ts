import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { refusal, SignetError } from '@signet/contracts';

/** Seals the signing keys at rest; everything else that is secret on this node is derived from it. */
export type MasterKey = Uint8Array<ArrayBuffer>;

const keyBytes = 32;

/** The file in the data folder that holds the key when SIGNET_MASTER_KEY does not. */
export function masterKeyFile(dataFolder: string): string {
  return join(dataFolder, 'master.key');
}

/** 32 bytes as 64 hexadecimal digits or as base64url; undefined for anything else. */
export function parseMasterKey(text: string): MasterKey | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'hex'));
  if (/^[\w-]{43}=?$/.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'base64url'));
  return undefined;
}

/**
 * The key in the data folder, if there is one.
 * @throws SignetError `master_key_wrong` when the file is there and is no key
 */
export function readMasterKey(dataFolder: string): MasterKey | undefined {
  const file = masterKeyFile(dataFolder);
  if (!existsSync(file)) return undefined;
  const key = parseMasterKey(readFileSync(file, 'utf8'));
  if (key === undefined) throw unreadable(file);
  return key;
}

/**
 * The key in the data folder; made on the first start. Never made when `sealedKeys` says that keys sealed by
 * an earlier one exist: a new key would lock them away for good.
 * @throws SignetError `master_key_missing`, `master_key_wrong`
 */
export function openMasterKey(dataFolder: string, sealedKeys: number): MasterKey {
  const found = readMasterKey(dataFolder);
  if (found !== undefined) return found;
  if (sealedKeys > 0) throw missing(masterKeyFile(dataFolder));
  return makeMasterKey(masterKeyFile(dataFolder));
}

/** Durable before it is used, and complete or absent whenever the process ends. */
function makeMasterKey(file: string): MasterKey {
  const key = Uint8Array.from(randomBytes(keyBytes));
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${Buffer.from(key).toString('base64url')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
  syncFolder(dirname(file));
  return key;
}

/** Windows cannot open a folder for syncing; NTFS journals the name with the file. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function missing(file: string): SignetError {
  return new SignetError(refusal('master_key_missing', { file }));
}

function unreadable(file: string): SignetError {
  return new SignetError(refusal('master_key_wrong.file', { file }));
}
