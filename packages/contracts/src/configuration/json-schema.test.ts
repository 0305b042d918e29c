import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configurationJsonSchema } from './json-schema.ts';

describe('signet.schema.json', () => {
  const file = readFileSync(new URL('../../signet.schema.json', import.meta.url), 'utf8');

  it('is up to date (npm run schema -w @signet/contracts)', () => {
    expect(file).toBe(configurationJsonSchema());
  });

  it('describes every key to an editor', () => {
    const undescribed: string[] = [];
    collect(JSON.parse(file), '', undescribed);
    expect(undescribed).toEqual([]);
  });
});

interface Node {
  readonly [key: string]: unknown;
}

/** Paths of properties without a description. */
function collect(node: unknown, path: string, undescribed: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'properties') collect(value, `${path}/${key}`, undescribed);
    else
      for (const [name, property] of Object.entries(value as Node))
        visit(name, property as Node, path, undescribed);
  }
}

function visit(name: string, property: Node, path: string, undescribed: string[]): void {
  if (typeof property['description'] !== 'string') undescribed.push(`${path}/${name}`);
  collect(property, `${path}/${name}`, undescribed);
}
