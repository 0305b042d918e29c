import { describe, expect, it } from 'vitest';
import { tabTo } from '../../../testing/focus.ts';
import { looks } from '../../../testing/looks.ts';
import { screen } from '../../../testing/place.ts';
import { hmacToken } from '../../../testing/tokens.ts';
import { overhang, violations } from '../../../testing/violations.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';
import { languages, nativeNames, tags } from '../../ui/language/languages.ts';

/** What is pressed; times and shortened texts stand in lines of text, and the way past the head shows on focus. */
const pressed =
  'button:not(.moment, .shortened-toggle), select, a[href]:not(.skip-link, .verdict-code), .choice label, .tick, .workbench input.field';

describe('Access to the debugger for everyone', () => {
  it.each(looks)('has no axe violations at $name', async (look) => {
    const bench = await openWorkbench(look);
    expect(await violations()).toEqual([]);
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    expect(await violations()).toEqual([]);
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    await paste(bench.token, (await hmacToken('short', { exp: 1 })).token);
    await paste(bench.key, 'wrong');
    await bench.refused.waitFor();
    expect(await violations()).toEqual([]);
  });

  it.each(looks)('fits the window at $name, with the verdict always in sight', async (look) => {
    const bench = await openWorkbench(look);
    await screen.getByRole('button', { name: 'Try a sample' }).click();
    await bench.verified.waitFor();
    expect(overhang()).toBeLessThanOrEqual(0);
    window.scrollTo(0, document.body.scrollHeight);
    const { y } = await screen.locator('.verdict').boundingBox();
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(60);
  });

  it.each(languages)('fits a narrow window in %s, its modes in one row', async (language) => {
    const bench = await openWorkbench({ viewport: { width: 390, height: 844 } });
    await paste(bench.token, (await hmacToken('short', { exp: 1 })).token);
    await bench.refused.waitFor();
    await screen.locator('.language-select').selectOption(nativeNames[language]);
    await expect.poll(() => document.documentElement.lang).toBe(tags[language]);
    const beyond = () =>
      [...document.querySelectorAll('.verdict *, .workbench-modes, .workbench-modes > *')]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth)
        .map(({ className }) => className);
    await expect.poll(beyond).toEqual([]);
    const shown = [...document.querySelectorAll('.workbench-modes > *')].filter((each) =>
      each.checkVisibility(),
    );
    expect(new Set(shown.map((each) => Math.round(each.getBoundingClientRect().bottom))).size).toBe(1);
    expect(overhang()).toBeLessThanOrEqual(0);
  });

  it.each(looks)('keeps every button of a secret’s panel inside it at $name', async (look) => {
    const { key } = await openWorkbench(look);
    await key.fill('a shared secret');
    await screen.getByText('Base64url', { exact: true }).waitFor();
    const panel = await screen.getByRole('region', { name: 'Key' }).boundingBox();
    const copy = await screen.getByRole('button', { name: 'Copy the key' }).boundingBox();
    expect(copy.right).toBeLessThanOrEqual(panel.right);
  });

  it('can be pressed with a finger everywhere, and cuts nothing off, 390 px wide', async () => {
    const { token, key, word } = await openWorkbench({ viewport: { width: 390, height: 844 } });
    await paste(token, (await hmacToken('a shared secret', { address: { zip: 1 } })).token);
    await paste(key, 'a shared secret');
    await expect.poll(() => word.textContent()).not.toBe('Unknown');
    await screen.getByRole('region', { name: 'Verify this in your code' }).waitFor();
    const targets = [...document.querySelectorAll<HTMLElement>(pressed)].filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    );
    expect(targets.length).toBeGreaterThan(20);
    const small = targets.filter((each) => each.getBoundingClientRect().height < 40);
    expect(small.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
    const outside = targets.filter((each) => each.getBoundingClientRect().right > 390);
    expect(outside.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
    const panels = [...document.querySelectorAll('.panel')].filter(
      (panel) => panel.scrollWidth > panel.clientWidth,
    );
    expect(panels.map(({ className }) => className)).toEqual([]);
  });

  it('can be used from end to end with the keyboard alone', async () => {
    const bench = await openWorkbench();
    const { token, key } = await hmacToken('a secret of more than thirty-two bytes, for HS256');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await tabTo('Token: paste a JSON Web Token');
    await screen.keyboard.insertText(token);
    await tabTo('Key: secret, PEM, JWK or JWKS');
    await screen.keyboard.insertText(key);
    await bench.verified.waitFor();
    expect(await screen.getByRole('status').first().textContent()).toContain(
      'Verified. The signature matches',
    );
  });
});
