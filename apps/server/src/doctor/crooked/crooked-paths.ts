import { writeRequest } from '../sample.ts';
import type { CrookedRequest } from './crooked-request.ts';

/** Paths that servers read in two ways: the one decides, the other answers. */
const spellings: readonly (readonly [id: string, sent: string, spell: (path: string) => string])[] = [
  ['empty-segment', 'a path that begins with two slashes', (path) => `/${path}`],
  ['dots', 'a path that climbs with `..`', (path) => `/doctor/..${path}`],
  ['escaped-dots', 'a path that climbs with `%2e%2e`', (path) => `/doctor/%2e%2e${path}`],
  ['escaped-slash', 'a slash as `%2f` in the path', (path) => `${path}%2fdoctor`],
  ['backslash', 'a backslash in the path', (path) => `${path}\\doctor`],
  ['escaped-backslash', 'a backslash as `%5c` in the path', (path) => `${path}%5cdoctor`],
  ['semicolon', 'a parameter after `;` in the path', (path) => `${path};doctor=1`],
  ['escaped-twice', 'a slash as `%252f` in the path', (path) => `${path}%252fdoctor`],
  ['nul', 'a zero byte as `%00` in the path', (path) => `${path}%00`],
];

export const crookedPaths: readonly CrookedRequest[] = spellings.map(([id, sent, spell]) => ({
  id: `path:${id}`,
  sent,
  wanted: 'refused',
  write: (sample) => writeRequest(sample, { target: `${spell(sample.path)}${sample.query}` }),
}));
