import { type ConfigurationReading, documentIn, readApplied, shadowedSections } from '@signet/contracts';
import type { Edition } from '@signet/control/ports';
import type { Logger } from '../logging/logger.ts';
import { ConfigurationInvalid, type LoadedConfiguration, sha256, type WholeFile } from './read-file.ts';

/** The file of this node, what was applied in the place of its gateway part, and what both come to. */
export interface Composed {
  readonly file: WholeFile;
  /** Number 0 where nothing ever was. */
  readonly edition: Edition;
  readonly loaded: LoadedConfiguration;
  /** Sections of the file that say something else than what counts. */
  readonly shadowed: readonly string[];
}

/** Before anything was applied. */
export const nothingApplied: Edition = { number: 0, at: 0, text: undefined };

/** A text in the place of the gateway part of the file. */
export function readBeside(file: WholeFile, text: string): ConfigurationReading {
  const { nodesApart, loaded } = file;
  const own = { document: documentIn(file.text), configuration: loaded.configuration, nodesApart };
  return readApplied(text, own, 'the applied configuration');
}

/** @throws SignetError `configuration_invalid` where they do not fit together */
export function compose(file: WholeFile, edition: Edition): Composed {
  const { text } = edition;
  if (text === undefined) return { file, edition, loaded: file.loaded, shadowed: [] };
  const reading = readBeside(file, text);
  if (!reading.ok) throw new ConfigurationInvalid(file.file, reading.problems, edition.number);
  const { configuration } = reading;
  const version = sha256(`${file.loaded.version} ${sha256(text)}`);
  const shadowed = shadowedSections(documentIn(file.text), text);
  return { file, edition, loaded: { configuration, version, warnings: file.loaded.warnings }, shadowed };
}

/** Nobody is to wonder why what they wrote into the file does nothing. */
export function warnOfShadowed({ file: { file }, edition, shadowed }: Composed, log: Logger): void {
  if (shadowed.length === 0) return;
  const told = { file, applied: edition.number, sections: shadowed };
  log.warn(
    told,
    'A configuration was applied, so these sections of the file do not count: apply the file (`signet config apply`), or let it count again (`signet config rollback 0`)',
  );
}
