import type { z } from 'zod';
import type { Configuration } from './configuration.ts';
import { documentSchema } from './schema/document.ts';

type Issue = Pick<z.core.$ZodIssue, 'path'>;

export interface SoundParts {
  readonly parsed: Configuration;
  /** For each route in `parsed`, where it stands in the document. */
  readonly routePaths: readonly (readonly (string | number)[])[];
}

/**
 * The document without the entries that have the wrong shape, parsed: so that one bad route does not hide what
 * is wrong with the names in the others.
 */
export function keepSound(document: unknown, issues: readonly Issue[]): SoundParts {
  const unsound = new Set(issues.map(({ path }) => entryKey(path)));
  const isSound = (...path: PropertyKey[]): boolean =>
    !unsound.has(entryKey(path)) && !unsound.has(entryKey(path.slice(0, 1)));
  const sections = isRecord(document)
    ? Object.entries(document).filter(([section]) => isSection(section) && isSound(section))
    : [];
  const kept = Object.fromEntries(
    sections.map(([section, value]) => [section, keepEntries(section, value, isSound)]),
  );
  const routes = isRecord(document) && Array.isArray(document['routes']) ? document['routes'] : [];
  const routePaths = routes.map((_, index) => ['routes', index]).filter((path) => isSound(...path));
  return { parsed: documentSchema.parse(kept), routePaths };
}

const sections = ['version', 'identity', 'gateway', 'issuers', 'services', 'upstreams', 'routes', 'demo'];
const sectionsWithEntries = ['issuers', 'services', 'upstreams', 'routes'];

function isSection(name: string): boolean {
  return sections.includes(name);
}

/** An issue anywhere inside of an entry makes the entry unsound; elsewhere, the whole section. */
function entryKey(path: readonly PropertyKey[]): string {
  const [section, entry] = path.map(String);
  if (section === undefined) return '';
  return sectionsWithEntries.includes(section) && entry !== undefined ? `${section}\n${entry}` : section;
}

function keepEntries(section: string, value: unknown, isSound: (...path: PropertyKey[]) => boolean): unknown {
  if (!sectionsWithEntries.includes(section)) return value;
  if (Array.isArray(value)) return value.filter((_, index) => isSound(section, index));
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => isSound(section, name)))
    : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
