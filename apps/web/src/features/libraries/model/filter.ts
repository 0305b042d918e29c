import { type Check, checks, type Library } from './library.ts';

/** What is looked for; empty where it does not matter. */
export interface Filter {
  readonly find: string;
  readonly language: string;
  readonly algorithm: string;
  readonly checks: readonly Check[];
}

/** Reads a filter from the parameters of an address; what nothing is called by is passed over. */
export function readFilter(
  parameters: Readonly<Record<string, string>>,
  libraries: readonly Library[],
): Filter {
  const { find = '', language = '', algorithm = '', check = '' } = parameters;
  return {
    find,
    language: languagesOf(libraries).includes(language) ? language : '',
    algorithm: algorithmsOf(libraries).includes(algorithm) ? algorithm : '',
    checks: checks.filter((name) => check.split(' ').includes(name)),
  };
}

export function filterLibraries(libraries: readonly Library[], filter: Filter): readonly Library[] {
  const wanted = filter.find.toLowerCase().split(/\s+/).filter(Boolean);
  return libraries.filter(
    (library) =>
      (filter.language === '' || library.language === filter.language) &&
      (filter.algorithm === '' || library.algorithms.names.includes(filter.algorithm)) &&
      filter.checks.every((check) => library.checks[check] !== undefined) &&
      wanted.every((word) => textOf(library).includes(word)),
  );
}

function textOf({ name, language, repository, advisories }: Library): string {
  const known = advisories.flatMap(({ id, cve }) => [id, cve]);
  return [name, language, repository, ...known].join(' ').toLowerCase();
}

/** In the order of the list. */
export function languagesOf(libraries: readonly Library[]): readonly string[] {
  return [...new Set(libraries.map(({ language }) => language))];
}

const families = ['HS', 'RS', 'PS', 'ES', 'Ed', 'ML'];

/** Every algorithm that a library has, family by family. */
export function algorithmsOf(libraries: readonly Library[]): readonly string[] {
  const names = [...new Set(libraries.flatMap(({ algorithms }) => algorithms.names))];
  return names.toSorted((one, other) => rank(one) - rank(other) || one.localeCompare(other, 'en'));
}

function rank(name: string): number {
  return families.indexOf(name.slice(0, 2));
}

/** `HS256/384/512 EdDSA`: names that differ in their size alone stand together. */
export function shortNames(names: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [, stem = name, size = ''] = /^(HS|RS|PS|ES|ML-DSA-)(\d+)$/.exec(name) ?? [];
    groups.set(stem, [...(groups.get(stem) ?? []), size]);
  }
  return [...groups].map(([stem, sizes]) => stem + sizes.join('/'));
}
