import { describe, expect, it } from 'vitest';
import { libraries } from '../directory/libraries.ts';
import { algorithmsOf, filterLibraries, languagesOf, readFilter, shortNames } from './filter.ts';

function found(parameters: Readonly<Record<string, string>>): readonly string[] {
  return filterLibraries(libraries, readFilter(parameters, libraries)).map(
    ({ language, name }) => `${language} ${name}`,
  );
}

describe('a filter from the address', () => {
  it('asks for all that it names at once', () => {
    expect(found({ language: 'Go', check: 'crit none' })).toEqual(['Go go-jose']);
    expect(found({ algorithm: 'ML-DSA-65', language: 'JavaScript' })).toEqual(['JavaScript jose']);
    expect(found({ find: 'cve-2026-25537' })).toEqual(['Rust jsonwebtoken']);
    expect(found({ find: 'RUST jose' })).toEqual(['Rust josekit']);
  });

  it('passes over what nothing is called by, so that an old link shows something', () => {
    expect(found({ language: 'COBOL', algorithm: 'ROT13', check: 'everything' })).toHaveLength(
      libraries.length,
    );
  });
});

describe('what can be filtered by', () => {
  it('is in the list itself', () => {
    expect(languagesOf(libraries).length).toBeGreaterThanOrEqual(12);
    expect(algorithmsOf(libraries).slice(0, 4)).toEqual(['HS256', 'HS384', 'HS512', 'RS256']);
    expect(new Set(algorithmsOf(libraries)).size).toBe(algorithmsOf(libraries).length);
  });

  it('is written short where names differ in their size alone', () => {
    expect(shortNames(['HS256', 'HS384', 'ES256', 'ES256K', 'EdDSA', 'ML-DSA-44', 'ML-DSA-65'])).toEqual([
      'HS256/384',
      'ES256',
      'ES256K',
      'EdDSA',
      'ML-DSA-44/65',
    ]);
  });
});
