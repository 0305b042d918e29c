import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaults } from './defaults.ts';
import { renderConfigurationProblem } from './problems/configuration-problem.ts';
import { readConfiguration } from './read-configuration.ts';

const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');

describe('docs/configuration.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples.map((text) => [text.split('\n')[0], text]))(
    'has an example that is read: %s',
    (_, text) => {
      const reading = readConfiguration(text ?? '', { fileName: 'docs/configuration.md' });
      expect(reading.ok ? [] : reading.problems.map(renderConfigurationProblem)).toEqual([]);
    },
  );

  it.each(
    Object.entries({ ...defaults.identity, ...defaults.gateway, ...defaults.upstream }).filter(
      ([key]) => key !== 'records' && key !== 'weight',
    ),
  )('states the default of %s', (key, value) => {
    expect(page).toContain(`| \`${key}\` | \`${value}\` |`);
  });

  it.each(Object.entries(defaults.gateway.records))('states the default of records.%s', (key, value) => {
    expect(page).toContain(`| \`records.${key}\` | \`${value}\` |`);
  });
});
