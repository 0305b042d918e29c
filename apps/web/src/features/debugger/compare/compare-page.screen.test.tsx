import { describe, expect, it } from 'vitest';
import { looks } from '../../../../testing/looks.ts';
import { type Place, screen } from '../../../../testing/place.ts';
import { base64url, hmacToken } from '../../../../testing/tokens.ts';
import { overhang, violations } from '../../../../testing/violations.ts';
import { openWorkbench, paste, type Workbench } from '../../../../testing/workbench.tsx';

const secret = crypto.randomUUID();

interface Desk extends Workbench {
  readonly first: Place;
  readonly second: Place;
  readonly answer: (text: string) => Promise<void>;
  readonly row: (name: string) => Place;
}

async function openCompare(bench: Workbench): Promise<Desk> {
  await screen.getByRole('radiogroup', { name: 'What to do' }).getByText('Compare').click();
  const answer = screen.getByRole('region', { name: 'Result of the comparison' });
  await answer.waitFor();
  return {
    ...bench,
    first: screen.getByRole('textbox', { name: 'First token to compare' }),
    second: screen.getByRole('textbox', { name: 'Second token to compare' }),
    answer: (text) => answer.getByTestId('verdict-reason').filter({ hasText: text }).waitFor(),
    row: (name) =>
      screen.getByRole('row').filter({ has: screen.getByRole('rowheader', { name, exact: true }) }),
  };
}

const tokenOf = async (claims: Readonly<Record<string, unknown>> | string) =>
  (await hmacToken(secret, claims)).token;

describe('Comparing two tokens', () => {
  it('takes over what Inspect holds, and puts members side by side', async () => {
    const bench = await openWorkbench();
    await paste(
      bench.token,
      await tokenOf('{"sub":"a","scope":"read","id":100002348117421473,"exp":1800000000}'),
    );
    const desk = await openCompare(bench);
    await desk.answer('Paste two tokens to see what differs');
    await screen.getByRole('button', { name: 'From Inspect' }).first().click();
    await desk.answer('Paste the second token to compare it with.');
    const other = await tokenOf(
      '{"sub":"a","scope":"read write","id":100002348117421474,"exp":1800000900,"org":7}',
    );
    await paste(desk.second, `Authorization: Bearer ${other}`);
    await desk.answer('4 differ: scope, id, org, exp.');
    await screen.getByText('Removed around the token').filter({ visible: true }).waitFor();
    expect(await desk.row('sub').innerText()).toContain('same');
    expect(await desk.row('id').innerText()).toMatch(/changed.*100002348117421473.*100002348117421474/s);
    expect(await desk.row('exp').innerText()).toContain('15 minutes later');
    expect(await desk.row('org').innerText()).toMatch(/only second.*not there.*7/s);
    expect(desk.row('scope').locator('mark').allInnerTexts()).toEqual(['', ' write']);
    expect(location.hash).toBe('#compare');
  });

  it('shows the differences only, and the two the other way round', async () => {
    const desk = await openCompare(await openWorkbench());
    await desk.first.fill(await tokenOf({ sub: 'a', iss: 'x' }));
    await desk.second.fill(await tokenOf({ sub: 'b', iss: 'x' }));
    await desk.answer('Only sub differs.');
    await screen.getByText('Differences only').click();
    await desk.row('iss').waitFor({ state: 'detached' });
    await screen.getByText('Nothing differs here.').waitFor();
    expect(await desk.row('sub').innerText()).toMatch(/"a".*"b"/s);
    await screen.getByRole('button', { name: 'Swap them' }).click();
    await expect.poll(() => desk.row('sub').textContent()).toMatch(/"b".*"a"/s);
  });

  it('says which token cannot be read, and that one signature cannot be of two texts', async () => {
    const desk = await openCompare(await openWorkbench());
    const token = await tokenOf({ sub: 'a' });
    await desk.first.fill(token);
    await desk.second.fill('no token at all');
    await desk.answer('The second token cannot be read.');
    const [header, , signature] = token.split('.');
    const payload = base64url('{"sub":"admin"}');
    await desk.second.fill(`${header}.${payload}.${signature}`);
    await desk.answer('The signatures are the same although sub differ');
    await desk.second.fill(token);
    await desk.answer('Both texts are the same, character for character.');
  });

  it('is reached by its address, by name and by keyboard, and keeps what stands there', async () => {
    await openWorkbench();
    await screen.keyboard.press('ControlOrMeta+k');
    await screen.getByPlaceholder('What do you want to do?').fill('compare');
    await screen.keyboard.press('Enter');
    await screen.getByRole('button', { name: 'Try a sample' }).filter({ visible: true }).focus();
    await screen.keyboard.press('Enter');
    await screen.getByText('only second', { exact: true }).waitFor();
    await screen.getByRole('radio', { name: 'Compare' }).focus();
    await screen.keyboard.press('ArrowLeft');
    await expect.poll(() => location.hash).toBe('#sign');
    location.hash = '#compare';
    await screen.getByText('only second', { exact: true }).waitFor();
  });

  it.each(looks)('has no axe violations at $name, and fits', async (look) => {
    const desk = await openCompare(await openWorkbench(look));
    await screen.getByRole('button', { name: 'Try a sample' }).filter({ visible: true }).click();
    await screen.getByText('only second', { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    expect(overhang()).toBeLessThanOrEqual(0);
    await desk.second.fill('no token at all');
    await desk.answer('The second token cannot be read.');
    expect(await violations()).toEqual([]);
  });
});
