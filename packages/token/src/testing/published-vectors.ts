import { readdirSync, readFileSync } from 'node:fs';

/** A file of `vectors/`: a token as published, with its key. */
export interface PublishedVector<Expected> {
  readonly source: string;
  readonly note: string;
  readonly key: unknown;
  readonly token: unknown;
  /** A detached payload. */
  readonly payload?: string;
  readonly expected: Expected;
}

const root = new URL('../../../../vectors/', import.meta.url);

/** The folders of `vectors/`. */
export function vectorFolders(): readonly string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** All vectors of a folder. */
export function publishedVectors<Expected>(folder: string): readonly PublishedVector<Expected>[] {
  const place = new URL(`${folder}/`, root);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, place), 'utf8')));
}
