import { errorCatalogue, errorCodes, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { Denial } from './denial.ts';
import { denialAnswer } from './deny.ts';

const reference = newId('reference');
const context = { reference, issuer: 'https://id.example' };

function header(denial: Denial, name: string): string | undefined {
  const { headers } = denialAnswer(denial, context);
  const index = headers.indexOf(name);
  return index === -1 ? undefined : headers[index + 1];
}

describe('a denial', () => {
  it.each(errorCodes)(
    'of %s has the status of the catalogue, the reference, and is stored nowhere',
    (code) => {
      const denial = new Denial('authorize', { code, sentence: 'So it is.' });
      const { status, body } = denialAnswer(denial, context);
      expect(status).toBe(errorCatalogue[code].status);
      const type = `https://id.example/errors/${code}`;
      expect(JSON.parse(body)).toMatchObject({ type, code, status, reference });
      expect(header(denial, 'cache-control')).toBe('no-store');
      expect(header(denial, 'content-length')).toBe(String(Buffer.byteLength(body)));
      expect(header(denial, 'signet-reference')).toBe(reference);
      if (status === 401) expect(header(denial, 'www-authenticate')).toMatch(/^Bearer realm="signet"/);
    },
  );

  it('cannot be broken out of the quotes of its challenge', () => {
    const denial = new Denial('verify-token', { code: 'token_malformed', sentence: 'a "b" \\ ü\r\nx: y' });
    expect(header(denial, 'www-authenticate')).toBe(
      `Bearer realm="signet", error="invalid_token", error_description="a 'b' ? ???x: y"`,
    );
  });
});
