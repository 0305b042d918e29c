import { describe, expect, it } from 'vitest';
import { screen } from '../../../../../testing/place.ts';
import { base64url } from '../../../../../testing/tokens.ts';
import { violations } from '../../../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../../../testing/workbench.tsx';

const tokenOf = (claims: object, typ = 'JWT'): string =>
  [{ alg: 'ES256', typ }, claims]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')
    .concat('.c2ln');

describe('Several tokens in one paste', () => {
  it('are named by where they stood and their first claims; the first is shown until another is picked', async () => {
    const { token, part } = await openWorkbench();
    const first = tokenOf({ iss: 'https://issuer.example', sub: 'ada' }, 'at+jwt');
    const second = tokenOf({ sub: 'gr\u202eace' });
    await paste(token, `Cookie: session=${first}; id_token=${second}`);
    const choice = screen.getByLabel('Token of the pasted text to look at');
    expect(await choice.textContent()).toBe(
      '1/2 session · typ at+jwt · iss https://issuer.example · sub ada2/2 id_token · typ JWT · sub gr\\u202eace',
    );
    expect(await part('Payload').textContent()).toContain('ada');
    expect(await violations()).toEqual([]);
    await choice.selectOption('1');
    await part('Payload').getByText('gr\\u202eace').waitFor();
    expect(await token.textContent()).toContain(second);
    await choice.selectOption('0');
    await part('Payload').getByText('https://issuer.example').first().waitFor();
  });

  it('are no longer offered once another token comes', async () => {
    const { token, part } = await openWorkbench();
    await paste(token, `a=${tokenOf({ sub: 'ada' })} b=${tokenOf({ sub: 'grace' })}`);
    const choice = screen.getByLabel('Token of the pasted text to look at');
    await choice.waitFor();
    await paste(token, tokenOf({ sub: 'joan' }));
    await part('Payload').getByText('joan').waitFor();
    expect(choice.count()).toBe(0);
  });
});
