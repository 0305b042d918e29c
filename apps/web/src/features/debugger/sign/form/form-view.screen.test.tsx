import { describe, expect, it } from 'vitest';
import { tabTo } from '../../../../../testing/focus.ts';
import { looks } from '../../../../../testing/looks.ts';
import { screen } from '../../../../../testing/place.ts';
import { partOf, tokenWith } from '../../../../../testing/signed.ts';
import { sha256 } from '../../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../../testing/violations.ts';
import { openDesk, paste } from '../../../../../testing/workbench.tsx';

async function showForm(part: 'header' | 'payload'): Promise<void> {
  await screen
    .getByRole('radiogroup', { name: `How to edit the ${part}` })
    .getByText('Form')
    .click();
}

describe('Editing a draft as a form', () => {
  it('changes one member and leaves every other character, digit and order as it was', async () => {
    await openDesk();
    const text = '{ "id":100002348117421473, "z": [1.50],\n "exp": 1 , "aud":"a", "gone": null}';
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), text);
    await screen.getByRole('checkbox', { name: 'Sign as written, with blanks' }).click();
    await showForm('payload');
    await screen.getByRole('button', { name: 'exp: +15 min' }).click();
    await screen.getByRole('button', { name: 'Remove gone' }).click();
    await screen.getByRole('textbox', { name: 'id' }).fill('100002348117421475');
    await screen.getByLabel('Kind of aud').selectOption('list');
    await screen.getByRole('button', { name: 'Add a value to aud' }).click();
    await screen.keyboard.type('b');
    const token = await tokenWith(1, '"b"]', '100002348117421475');
    const exp = /"exp": (\d+)/.exec(partOf(token, 1))?.[1] ?? '';
    expect(partOf(token, 1)).toBe(
      `{ "id":100002348117421475, "z": [1.50],\n "exp": ${exp} , "aud":["a","b"]}`,
    );
    expect(Number(exp) - Date.now() / 1000).toBeCloseTo(900, -2);
  });

  it('keeps what is half written to itself until it is right', async () => {
    await openDesk();
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), '{"n":1,"cnf":{}}');
    await showForm('payload');
    await screen.getByRole('textbox', { name: 'n', exact: true }).fill('1e');
    await screen.getByRole('textbox', { name: 'cnf' }).fill('{"jkt":');
    expect(screen.getByRole('alert').count()).toBe(2);
    expect(partOf(await tokenWith(1, '"n"'), 1)).toBe('{"n":1,"cnf":{}}');
    await screen.getByRole('textbox', { name: 'n', exact: true }).fill('1e3');
    await screen.getByRole('textbox', { name: 'cnf' }).fill('{"jkt":"x"}');
    expect(partOf(await tokenWith(1, '1e3', 'jkt'), 1)).toBe('{"n":1e3,"cnf":{"jkt":"x"}}');
  });

  it.each([
    ['{"sub":"a","sub":"b"}', '“sub” stands twice in the payload.'],
    ['{"sub":', 'The payload is not JSON'],
  ])('says why %s has no form, and offers the text', async (text, sentence) => {
    await openDesk();
    await paste(screen.getByRole('textbox', { name: 'Payload as JSON' }), text);
    await showForm('payload');
    await screen.getByRole('region', { name: 'Payload' }).getByText(sentence).waitFor();
    await screen.getByRole('button', { name: 'Edit as text' }).click();
    expect(await screen.getByRole('textbox', { name: 'Payload as JSON' }).textContent()).toBe(text);
  });

  it('finds claims by name and meaning, and is worked by the keyboard alone', async () => {
    const bench = await openDesk();
    await tabTo('ID token');
    await screen.keyboard.press('Enter');
    await screen.getByRole('radio', { name: 'Text' }).last().focus();
    await screen.keyboard.press('ArrowRight');
    await tabTo('name');
    await screen.keyboard.press('ControlOrMeta+a');
    await screen.keyboard.type('Grace Hopper');
    await tabTo('Add a claim');
    await screen.keyboard.type('methods');
    await screen.keyboard.press('ArrowDown');
    await screen.keyboard.press('Enter');
    await screen.keyboard.press('Enter');
    await screen.keyboard.type('otp');
    await tabTo('Add a claim');
    await screen.keyboard.type('tenant');
    await screen.keyboard.press('Enter');
    await screen.keyboard.type('blue');
    await tokenWith(1, '"name":"Grace Hopper"', '"amr":["otp"]', '"tenant":"blue"');
    await tabTo('Open in Inspect');
    await screen.keyboard.press('Enter');
    await bench.verified.waitFor();
  });

  it('keeps the key inside a DPoP proof in step, and ties the proof to an access token', async () => {
    const bench = await openDesk();
    await screen.getByRole('button', { name: 'DPoP proof' }).click();
    await tokenWith(0, 'dpop+jwt', 'P-256');
    await screen.getByLabel('Algorithm').selectOption('RS256');
    const { jwk, kid } = JSON.parse(partOf(await tokenWith(0, 'RS256', '"kty":"RSA"'), 0));
    const shown = await screen.getByRole('document', { name: 'Public half' }).textContent();
    expect(JSON.parse(shown ?? '')).toMatchObject(jwk);
    expect([jwk.d, kid]).toEqual([undefined, undefined]);
    await screen.getByLabel('Goes with the access token').fill('abc.def.ghi');
    await screen.getByRole('button', { name: 'Set ath' }).click();
    await tokenWith(1, await sha256('abc.def.ghi'));
    await screen.getByRole('button', { name: 'Open in Inspect' }).click();
    await screen.getByRole('button', { name: 'Name the request' }).waitFor();
    expect(await bench.word.filter({ visible: true }).textContent()).toBe('Unknown');
  });

  it.each(looks)('has no axe violations at $name, and fits the window', async (look) => {
    await openDesk(look);
    await screen.getByRole('button', { name: 'DPoP proof' }).click();
    await showForm('header');
    await showForm('payload');
    await screen.getByLabel('Kind of htm').selectOption('json');
    await screen.getByRole('textbox', { name: 'htm' }).fill('{');
    await screen.getByRole('combobox', { name: 'Add a claim' }).fill('a');
    await screen.keyboard.press('ArrowDown');
    await screen
      .getByRole('listbox', { name: 'Add a claim' })
      .getByRole('option', { selected: true })
      .waitFor();
    await screen.leave();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
  });
});
