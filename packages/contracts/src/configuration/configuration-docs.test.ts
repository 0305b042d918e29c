import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaults } from './defaults.ts';
import { renderConfigurationProblem } from './problems/configuration-problem.ts';
import { readConfiguration } from './read-configuration.ts';
import { sections } from './sections/sections.ts';

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

  it.each(Object.keys(sections))('has a part for the section %s', (name) => {
    expect(page).toContain(`\n## \`${name}\`\n`);
  });

  it.each(Object.entries(defaults).flatMap(([name, values]) => stated(name, values)))(
    'states the default of %s: %s, which is %s',
    (section, key, value) => {
      expect(partOf(section)).toContain(`| \`${key}\` | \`${value}\` |`);
    },
  );
});

/** Every default of a section by its key, such as `records.refusalsPerSecond`. */
function stated(
  section: string,
  values: object,
  before = '',
): readonly (readonly [string, string, unknown])[] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? stated(section, value, `${before}${key}.`)
      : [[section, `${before}${key}`, value] as const],
  );
}

function partOf(section: string): string {
  return page.split('\n## ').find((part) => part.startsWith(`\`${section}\`\n`)) ?? '';
}
