import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  follows,
  nextVersion,
  readVersion,
  readWantedVersion,
  tellVersion,
} from './version.ts';

describe('a version of a prompt', () => {
  it('is read in the one way in which it is written', () => {
    expect(readVersion('12.0')).toEqual({ major: 12, minor: 0 });
    expect(tellVersion({ major: 12, minor: 0 })).toBe('12.0');
    expect(readWantedVersion('3')).toEqual({ major: 3 });
    expect(readVersion('3')).toBeUndefined();
  });

  it.each([
    '',
    '0.1',
    '01.2',
    '1.02',
    '1.',
    '.1',
    '1.2.3',
    'v1.0',
    ' 1.0',
    '1.0\n',
    '-1.0',
    '1e3',
    '1234567.0',
    '../1',
  ])('is not %j', (text) => {
    expect(readWantedVersion(text)).toBeUndefined();
  });

  it('is ordered by numbers, and not by letters', () => {
    expect(compareVersions({ major: 1, minor: 10 }, { major: 1, minor: 9 })).toBeGreaterThan(0);
    expect(compareVersions({ major: 2, minor: 0 }, { major: 10, minor: 0 })).toBeLessThan(0);
  });

  it('follows the one before, without a gap', () => {
    expect(nextVersion(undefined, true)).toEqual({ major: 1, minor: 0 });
    expect(nextVersion({ major: 1, minor: 4 }, false)).toEqual({ major: 1, minor: 5 });
    expect(nextVersion({ major: 1, minor: 4 }, true)).toEqual({ major: 2, minor: 0 });
    expect(follows({ major: 1, minor: 0 }, undefined)).toBe(true);
    expect(follows({ major: 1, minor: 4 }, { major: 1, minor: 4 })).toBe(false);
    expect(follows({ major: 1, minor: 6 }, { major: 1, minor: 4 })).toBe(false);
    expect(follows({ major: 3, minor: 0 }, { major: 1, minor: 4 })).toBe(false);
    expect(follows({ major: 2, minor: 0 }, { major: 1, minor: 4 })).toBe(true);
  });
});
