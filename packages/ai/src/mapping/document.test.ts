import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { protocols, providerProtocols } from '../model/protocol.ts';
import { cellOf } from './cell.ts';
import { mappingDocument } from './document.ts';
import { answerFeatures, requestFeatures } from './feature.ts';
import { mapping } from './table.ts';

describe('docs/llm-mapping.md', () => {
  it('is up to date (npm run mapping -w @signet/ai)', () => {
    const file = readFileSync(new URL('../../../../docs/llm-mapping.md', import.meta.url), 'utf8');
    expect(file).toBe(mappingDocument());
  });
});

describe('the mapping table', () => {
  const features = [...requestFeatures, ...answerFeatures];

  it('has one name for each feature', () => {
    expect(new Set(features).size).toBe(features.length);
  });

  it('carries each feature in one protocol at least, or keeps it for the way back to its own', () => {
    const nowhere = features.filter((feature) =>
      protocols.every((protocol) => cellOf(mapping[protocol], feature).how !== 'carried'),
    );
    expect(nowhere).toEqual([
      'tools of a provider',
      'parts of a provider',
      'items of a provider',
      'result without its call',
      'fields of one protocol',
      'item of a provider told',
    ]);
  });

  it('gives a reason of one sentence wherever something is not carried', () => {
    const cells = providerProtocols.flatMap((protocol) =>
      features.map((feature) => cellOf(mapping[protocol], feature)),
    );
    const reasons = cells.flatMap((cell) => (cell.how === 'carried' ? [] : [cell.reason]));
    expect(
      reasons.filter((reason) => reason.length < 10 || reason.endsWith('.') || reason.includes('|')),
    ).toEqual([]);
  });
});
