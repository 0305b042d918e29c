import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { refusal, SignetError } from '@signet/contracts';
import type { PlaceOf } from '@signet/identity';
import { followFile } from '../files/follow-file.ts';
import type { Logger } from '../logging/logger.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';
import { findPlace } from './find-place.ts';
import { type Mmdb, openMmdb } from './mmdb.ts';

/** Where networks are said to be, by a file that is read again when it changes. */
export interface OpenPlaces {
  readonly placeOf: PlaceOf;
  close(): void;
}

export interface OpenPlacesParts {
  readonly configurationFile: string;
  readonly log: Logger;
}

/** Bytes. The databases of cities that there are have a quarter of it. */
const largestFile = 512 * 1024 * 1024;

/**
 * Opens the file of `identity.places`, named from the folder of the configuration; undefined where none is named.
 * @throws SignetError `places_unreadable`
 */
export async function openPlaces(
  named: string | undefined,
  { configurationFile, log }: OpenPlacesParts,
): Promise<OpenPlaces | undefined> {
  if (named === undefined) return undefined;
  const file = resolve(dirname(configurationFile), named);
  let database = await readPlaces(file);
  let isToldBroken = false;
  let turn: Promise<void> = Promise.resolve();
  const readAgain = async () => {
    try {
      database = await readPlaces(file);
      isToldBroken = false;
      log.info({ file }, 'The database of places was read again');
    } catch (error) {
      log.error({ file, err: error }, 'The database of places cannot be read; the one of before stays');
    }
  };
  return {
    placeOf(network, language) {
      try {
        return findPlace(database, network, language);
      } catch (error) {
        if (!isToldBroken)
          log.error({ file, err: error }, 'The database of places is broken where it was asked');
        isToldBroken = true;
        return undefined;
      }
    },
    // One reading after the other, so that the last one counts.
    close: followFile(file, () => {
      turn = turn.then(readAgain);
    }),
  };
}

async function readPlaces(file: string): Promise<Mmdb> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) throw new RangeError(`it has more than ${largestFile} bytes`);
    return openMmdb(await readFile(file));
  } catch (error) {
    const code = systemErrorCode(error);
    const told = code ?? (error instanceof Error ? error.message : undefined);
    // What Node says of a reading behind the end tells nobody anything.
    const reason = told === undefined || code?.startsWith('ERR_') === true ? 'it is broken' : told;
    throw new SignetError(refusal('places_unreadable', { file, reason }), { cause: error });
  }
}
