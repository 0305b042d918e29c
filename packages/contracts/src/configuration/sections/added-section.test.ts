import { readdirSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { check } from '../check.ts';
import type { Configuration } from '../configuration.ts';
import { addressSchema } from '../fields/address.ts';
import { strict } from '../fields/allowed.ts';
import { named } from '../fields/named.ts';
import { duration } from '../fields/quantity.ts';
import { formOf } from '../form.ts';
import { configurationJsonSchema } from '../json-schema.ts';
import { readBy } from '../read-configuration.ts';
import type { AnySection, ConfigurationOf, DefaultsOf, Section } from '../section.ts';
import { issuersSchema } from './issuers/schema.ts';
import { sections } from './sections.ts';

interface Tenant {
  readonly home: string;
  readonly lifetime: number;
}
type Tenants = Readonly<Record<string, Tenant>>;

const tenantDefaults = { lifetime: '5m' } as const;

const tenantsSchema: z.ZodType<Tenants, unknown> = named(
  strict({
    home: addressSchema.meta({ description: 'Where the tenant lives.' }),
    lifetime: duration({ least: '1s', most: '1h', example: '5m' })
      .prefault(tenantDefaults.lifetime)
      .meta({ description: 'How long.' }),
  }),
);

/** No tenant may have the name of an issuer. */
const takenNames = check({ tenants: tenantsSchema, issuers: issuersSchema }, ({ tenants, issuers }) =>
  Object.keys(tenants.value)
    .filter((name) => issuers.names.includes(name))
    .map((name) => ({
      path: tenants.place(name),
      atKey: true,
      actual: `the name of issuer ${name}`,
      expected: 'another name',
      fix: 'Rename it.',
    })),
);

const tenants: Section<Tenants, typeof tenantDefaults> = {
  description: 'A section that no real file has.',
  schema: tenantsSchema,
  absent: { reads: {} },
  defaults: tenantDefaults,
  checks: [takenNames],
};

const withTenants = { ...sections, tenants };
const form = formOf(withTenants);
const read = (text: string): ReturnType<typeof readBy<typeof withTenants>> =>
  readBy(form, text, { fileName: 'signet.yaml' });

function problemsIn(text: string): readonly string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.problems.map(({ line, path, actual }) => `${line} ${path}: ${actual}`);
}

describe('a section that is added to the list', () => {
  it('is read whole, with its defaults, beside all the others', () => {
    const text = 'version: 1\ntenants:\n  shop: { home: "https://shop.example" }\n';
    expect(read(text)).toMatchObject({
      ok: true,
      configuration: { version: 1, tenants: { shop: { home: 'https://shop.example', lifetime: 300_000 } } },
    });
  });

  it('has the value of its absence in a file without it', () => {
    expect(read('version: 1')).toMatchObject({ ok: true, configuration: { tenants: {} } });
  });

  it('is in the type of the configuration, and its defaults in that of all', () => {
    expectTypeOf<ConfigurationOf<typeof withTenants>['tenants']>().toEqualTypeOf<Tenants>();
    expectTypeOf<DefaultsOf<typeof withTenants>['tenants']>().toEqualTypeOf<typeof tenantDefaults>();
  });

  it('may be left out of the configuration, like the demo', () => {
    expectTypeOf<Configuration>().toExtend<{ readonly demo?: { readonly echoPort: number } }>();
    expectTypeOf<Omit<Configuration, 'demo'>>().toExtend<Configuration>();
    expectTypeOf<Omit<Configuration, 'routes'>>().not.toExtend<Configuration>();
    expect(read('version: 1')).not.toHaveProperty('configuration.demo');
  });

  it('loses bad entries alone: the sound ones are still looked at together with other sections', () => {
    const text = `issuers:
  house: { self: true }
tenants:
  bad: { home: nowhere }
  house: { home: "https://house.example" }
  slow: { home: "https://slow.example", lifetime: 2h }
  Shop: { home: "https://shop.example" }
`;
    expect(problemsIn(text)).toEqual([
      '4 tenants.bad.home: `nowhere`',
      '5 tenants.house: the name of issuer house',
      '6 tenants.slow.lifetime: `2h`',
      '7 tenants.Shop: the name `Shop`',
    ]);
  });

  it('is not looked at together with others where nothing of them can be read', () => {
    expect(problemsIn('issuers: [house]\ntenants: { house: { home: "https://a.example" } }')).toEqual([
      '1 issuers: a list',
    ]);
  });

  it('is offered to who misspells it', () => {
    const reading = read('tenant: {}');
    expect(reading).toMatchObject({ ok: false, problems: [{ fix: 'Did you mean `tenants`?' }] });
  });

  it('is in the JSON Schema, with its description and its entries', () => {
    const { properties } = JSON.parse(configurationJsonSchema(withTenants));
    expect(Object.keys(properties)).toEqual([...Object.keys(sections), 'tenants']);
    expect(properties.tenants).toMatchObject({
      description: 'A section that no real file has.',
      additionalProperties: { properties: { lifetime: { default: '5m', description: 'How long.' } } },
    });
  });
});

describe('entries are judged one by one', () => {
  const items = z.array(z.int()).min(1);
  const sum: Section<number> = {
    description: 'A list of numbers that is read as their sum.',
    schema: items.transform((all) => all.reduce((one, other) => one + other, 0)),
    absent: { reads: [0] },
    defaults: {},
    checks: [],
  };
  const low = check({ numbers: sum.schema }, ({ numbers }) => [
    { path: numbers.place(0), atKey: false, actual: `${numbers.value}`, expected: 'more', fix: 'Add.' },
  ]);
  const sums = formOf({ numbers: { ...sum, checks: [low] } });
  const found = (text: string): readonly string[] => {
    const reading = readBy(sums, text, { fileName: 'x' });
    return reading.ok ? [] : reading.problems.map(({ path, actual }) => `${path}: ${actual}`);
  };

  it('where a list is turned into something else, with places as written', () => {
    expect(found('numbers: [a, 2, 3]')).toEqual(['numbers[0]: `a`', 'numbers[1]: 5']);
  });

  it('until none is left: then the section counts as unreadable, and nothing is thrown', () => {
    expect(found('numbers: [a]')).toEqual(['numbers[0]: `a`']);
  });
});

describe('a part that is forgotten', () => {
  it('does not compile', () => {
    expectTypeOf<typeof tenants>().toExtend<AnySection>();
    expectTypeOf<Omit<typeof tenants, 'description'>>().not.toExtend<AnySection>();
    expectTypeOf<Omit<typeof tenants, 'schema'>>().not.toExtend<AnySection>();
    expectTypeOf<Omit<typeof tenants, 'absent'>>().not.toExtend<AnySection>();
    expectTypeOf<Omit<typeof tenants, 'defaults'>>().not.toExtend<AnySection>();
    expectTypeOf<Omit<typeof tenants, 'checks'>>().not.toExtend<AnySection>();
  });

  it('is named: the place in the list, or the folder', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const unlisted = folders
      .filter((name) => !Object.hasOwn(sections, name))
      .map((name) => `The folder \`sections/${name}\` is not in the list in \`sections/sections.ts\`.`);
    const homeless = Object.keys(sections)
      .filter((name) => !folders.includes(name))
      .map((name) => `The section \`${name}\` has no folder \`sections/${name}\`.`);
    expect([...unlisted, ...homeless]).toEqual([]);
  });

  it('is named: a section that a check needs', () => {
    const { issuers: _, ...rest } = withTenants;
    expect(() => formOf(rest)).toThrow(/needs `issuers`, which is not in the list of sections/);
  });

  it('is named: a schema that was replaced, so that a check would see another type', () => {
    const replaced = { ...withTenants, issuers: { ...sections.issuers, schema: named(z.string()) } };
    expect(() => formOf(replaced)).toThrow(/needs `issuers` by another schema than that section's/);
  });

  it('is named: a default for a key without which the section cannot be absent', () => {
    const schema = strict({ home: addressSchema });
    expect(() => formOf({ tenants: { ...tenants, checks: [], schema } })).toThrow(
      'A file without `tenants` could not be read: the schema of the section refuses its own `absent.reads` at tenants.home.',
    );
  });
});
