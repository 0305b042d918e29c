import { describe, expect, it } from 'vitest';
import { advisoryUrl, checks, type Library, sourceUrl } from '../model/library.ts';
import { libraries, reviewed } from './libraries.ts';

const named = libraries.map((library): [string, Library] => [`${library.language} ${library.name}`, library]);

function placesOf({ licence, algorithms, checks: found }: Library): readonly string[] {
  return [licence.source, ...algorithms.sources, ...Object.values(found).map(([, source]) => source)];
}

describe('the directory of libraries', () => {
  it('holds some forty libraries of at least twelve languages, each once', () => {
    expect(libraries.length).toBeGreaterThanOrEqual(40);
    expect(new Set(libraries.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(libraries.map(({ repository }) => repository)).size).toBe(libraries.length);
    expect(new Set(named.map(([name]) => name)).size).toBe(libraries.length);
  });

  it.each(named)('names for each claim of %s a place that does not change', (_name, library) => {
    expect(library.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(library.read).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(library.read <= reviewed).toBe(true);
    for (const place of placesOf(library)) expect(place).toMatch(/^[\w./+-]+(?:#L\d+)?$/);
    expect(library.algorithms.names.length).toBeGreaterThan(0);
    expect(library.algorithms.sources.length).toBeGreaterThan(0);
    expect(new URL(library.install.source).protocol).toBe('https:');
    expect(
      Object.keys(library.checks).filter((name) => !(checks as readonly string[]).includes(name)),
    ).toEqual([]);
  });

  it.each(named)('tells of each advisory of %s what it is and which version mends it', (_name, library) => {
    for (const advisory of library.advisories) {
      expect(advisory.id).toMatch(/^(?:GHSA(?:-[0-9a-z]{4}){3}|CVE-20\d\d-\d{4,})$/);
      expect(advisory.cve).toMatch(/^(?:|CVE-20\d\d-\d{4,})$/);
      expect(advisory.what.length).toBeGreaterThan(10);
      expect(advisory.fixed).toMatch(/^\d[\w.-]*(?:, \d[\w.-]*)*$/);
    }
  });

  it('links lines of prose in the form in which GitHub and Bitbucket show them', () => {
    const [library] = libraries;
    if (library === undefined) throw new Error('There is no library.');
    const base = `https://github.com/${library.repository}/blob/${library.commit}`;
    expect(sourceUrl(library, 'README.md#L3')).toBe(`${base}/README.md?plain=1#L3`);
    expect(sourceUrl(library, 'src/a.ts#L3')).toBe(`${base}/src/a.ts#L3`);
    expect(sourceUrl(library, 'LICENSE')).toBe(`${base}/LICENSE`);
    const elsewhere: Library = { ...library, host: 'bitbucket.org', repository: 'b_c/jose4j' };
    expect(sourceUrl(elsewhere, 'src/A.java#L3')).toBe(
      `https://bitbucket.org/b_c/jose4j/src/${library.commit}/src/A.java#lines-3`,
    );
    expect(advisoryUrl({ id: 'CVE-2016-7036', cve: '', what: '', fixed: '' })).toBe(
      'https://nvd.nist.gov/vuln/detail/CVE-2016-7036',
    );
  });
});
