/** What a library may check of a token, or be safe against, in the order in which it is shown. */
export const checks = ['exp', 'nbf', 'iss', 'aud', 'typ', 'crit', 'confusion', 'none'] as const;

export type Check = (typeof checks)[number];

/**
 * How far it goes: `default` unless it is turned off, `option` when one asks for it or says what is expected,
 * `supported` where the source does not say which of the two.
 */
export type Extent = 'default' | 'option' | 'supported';

/** A file of the repository at the commit that was read, such as `src/verify.ts#L20`. */
export type Place = string;

export interface Advisory {
  /** `GHSA-…`, or `CVE-…` where it has no other. */
  readonly id: string;
  readonly cve: string;
  readonly what: string;
  /** The versions in which it is mended, one for each line of releases. */
  readonly fixed: string;
}

/** What was found of a library. A check that is not there was not found: that is no "no". */
export interface Library {
  readonly name: string;
  readonly language: string;
  /** `owner/name` there. */
  readonly repository: string;
  /** GitHub, unless it is elsewhere. */
  readonly host?: 'bitbucket.org';
  /** The commit that was read, and its date. */
  readonly commit: string;
  readonly read: string;
  readonly licence: { readonly name: string; readonly source: Place };
  readonly install: { readonly command: string; readonly source: string };
  readonly algorithms: { readonly names: readonly string[]; readonly sources: readonly Place[] };
  readonly checks: Readonly<Partial<Record<Check, readonly [extent: Extent, source: Place]>>>;
  /** Those that were found; there may be others. */
  readonly advisories: readonly Advisory[];
}

export function repositoryUrl({ repository, host }: Library): string {
  return `https://${host ?? 'github.com'}/${repository}`;
}

/** Where a claim can be read, as it stood when it was read. */
export function sourceUrl(library: Library, place: Place): string {
  const [path = '', line] = place.split('#');
  const at = `${repositoryUrl(library)}/${library.host === undefined ? 'blob' : 'src'}/${library.commit}/${path}`;
  if (line === undefined) return at;
  if (library.host !== undefined) return `${at}#lines-${line.slice(1)}`;
  // Of prose GitHub shows lines only in its plain form.
  return `${at}${/\.(?:md|rst|adoc)$/.test(path) ? '?plain=1' : ''}#${line}`;
}

export function advisoryUrl({ id }: Advisory): string {
  return id.startsWith('GHSA-')
    ? `https://github.com/advisories/${id}`
    : `https://nvd.nist.gov/vuln/detail/${id}`;
}
