import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const read = (brand: object) => readConfiguration(JSON.stringify({ brand }), { fileName: 'signet.yaml' });

describe('brand', () => {
  it('is read with its colour in lower case', () => {
    const reading = read({ name: 'Acme', logo: 'pictures/logo.svg', colour: '#0B57B7' });
    expect(reading.ok && reading.configuration.brand).toEqual({
      name: 'Acme',
      logo: 'pictures/logo.svg',
      colour: '#0b57b7',
    });
  });

  it.each([
    ['colour', 'red', '`#` and six hexadecimal digits'],
    ['colour', '#000000;} body{display:none', '`#` and six hexadecimal digits'],
    ['name', '', '1 to 40 characters'],
    ['name', 'Acme\r\nBcc: everyone@example.org', '1 to 40 characters'],
    ['logo', '/etc/passwd', '.svg'],
    ['logo', 'logo.html', '.svg'],
  ])('refuses the %s %j', (key, value, expected) => {
    const reading = read({ [key]: value });
    expect(reading.ok ? [] : reading.problems).toMatchObject([
      { path: `brand.${key}`, expected: expect.stringContaining(expected) },
    ]);
  });
});
