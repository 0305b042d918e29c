import { EventEmitter, once } from 'node:events';
import { renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { bitsOf, mappedBits, mmdbFile, type Networks } from '../testing/mmdb-file.ts';
import { openPlaces } from './open-places.ts';

const tokyo = {
  city: { names: { en: 'Tokyo', ja: '東京', 'zh-CN': '东京' } },
  country: { names: { en: 'Japan', de: 'Japan' } },
};
const known: Networks = {
  [mappedBits([192, 0, 2], 24)]: tokyo,
  [mappedBits([198, 51, 100], 24)]: { country: { names: { en: 'Norway' } } },
  [mappedBits([203, 0, 113], 24)]: Buffer.from([0x27, 0xff]),
  [bitsOf([0x20, 0x01, 0x0d, 0xb8, 0, 0x0a], 48)]: { city: { names: { en: '' } }, country: { names: {} } },
  [bitsOf([0x20, 0x01, 0x0d, 0xb8, 0, 0x0b], 48)]: tokyo,
};

async function opened(networks: Networks = known) {
  const folder = temporaryFolder();
  const file = join(folder.path, 'places.mmdb');
  writeFileSync(file, mmdbFile(networks));
  const lines: string[] = [];
  const written = new EventEmitter();
  const log = makeLogger(
    'debug',
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        written.emit('line');
        done();
      },
    }),
  );
  const places = await openPlaces('./places.mmdb', {
    configurationFile: join(folder.path, 'signet.yaml'),
    log,
  });
  if (places === undefined) throw new Error('A file was named.');
  onTestFinished(() => {
    places.close();
    folder[Symbol.dispose]();
  });
  const logged = async (message: string) => {
    while (!lines.some((line) => line.includes(message))) await once(written, 'line');
  };
  return { ...places, file, log, lines, logged };
}

describe('the place of a network', () => {
  it('is named in the language of the reader, and in English where the file has no other name', async () => {
    const { placeOf } = await opened();
    expect(placeOf('192.0.2.0/24', 'ja')).toEqual({ city: '東京', country: 'Japan' });
    expect(placeOf('192.0.2.0/24', 'zh')).toEqual({ city: '东京', country: 'Japan' });
    expect(placeOf('192.0.2.0/24', 'de')).toEqual({ city: 'Tokyo', country: 'Japan' });
    expect(placeOf('2001:db8:b::/48', 'en')).toEqual({ city: 'Tokyo', country: 'Japan' });
  });

  it('is as much as the file knows, which may be nothing', async () => {
    const { placeOf } = await opened();
    expect(placeOf('198.51.100.0/24', 'en')).toEqual({ country: 'Norway' });
    for (const network of ['127.0.0.0/24', '2001:db8:a::/48', 'unknown', '192.0.2.0', '::/64', '']) {
      expect([network, placeOf(network, 'en')]).toEqual([network, undefined]);
    }
  });

  it('is nothing where the file is broken, which is logged once and fails no list', async () => {
    const { placeOf, lines } = await opened();
    expect(placeOf('203.0.113.0/24', 'en')).toBeUndefined();
    expect(placeOf('203.0.113.0/24', 'en')).toBeUndefined();
    expect(lines.filter((line) => line.includes('is broken where it was asked'))).toHaveLength(1);
    expect(placeOf('192.0.2.0/24', 'en')).toEqual({ city: 'Tokyo', country: 'Japan' });
  });
});

describe('the file of places', () => {
  it('is read again when it changes, and kept where the new one is no database', async () => {
    const { placeOf, file, logged } = await opened();
    writeFileSync(`${file}.new`, 'half of a download');
    renameSync(`${file}.new`, file);
    await logged('the one of before stays');
    expect(placeOf('192.0.2.0/24', 'en')?.city).toBe('Tokyo');
    const moved = { [mappedBits([192, 0, 2], 24)]: { city: { names: { en: 'Osaka' } } } };
    writeFileSync(`${file}.new`, mmdbFile(moved));
    renameSync(`${file}.new`, file);
    await logged('was read again');
    expect(placeOf('192.0.2.0/24', 'en')).toEqual({ city: 'Osaka' });
  });

  it('that is not there, is too large or is broken is refused by its name', async () => {
    const { file, log } = await opened();
    const parts = { configurationFile: file, log };
    const open = (named: string) => openPlaces(named, parts);
    const refused = (reason: string) => ({
      refusal: { code: 'places_unreadable', sentence: expect.stringContaining(reason) },
    });
    await expect(open('missing.mmdb')).rejects.toMatchObject(refused('missing.mmdb'));
    await expect(open('missing.mmdb')).rejects.toMatchObject(refused('ENOENT'));
    await expect(open('.')).rejects.toMatchObject(refused('EISDIR'));
    writeFileSync(`${file}.cut`, mmdbFile(known).subarray(0, -4));
    await expect(open('places.mmdb.cut')).rejects.toMatchObject(refused('places.mmdb.cut'));
    truncateSync(`${file}.cut`, 512 * 1024 * 1024 + 1);
    await expect(open('places.mmdb.cut')).rejects.toMatchObject(refused('more than'));
  });

  it('is not opened where none is named', async () => {
    const { file, log } = await opened();
    expect(await openPlaces(undefined, { configurationFile: file, log })).toBeUndefined();
  });
});
