import { open } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';

export interface Logo {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

const mostBytes = 64 * 1024;

/**
 * The picture that the configuration names, relative to its file.
 * @throws the system's error where it cannot be read, `RangeError` where it is larger than 64 KiB
 */
export async function readLogo(logo: string, configurationFile: string): Promise<Logo> {
  const path = resolve(dirname(configurationFile), logo);
  await using file = await open(path);
  const { bytesRead, buffer } = await file.read(new Uint8Array(mostBytes + 1), 0, mostBytes + 1, 0);
  if (bytesRead > mostBytes) throw new RangeError(`The logo is larger than ${mostBytes} bytes.`);
  return {
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    bytes: buffer.subarray(0, bytesRead),
  };
}
