import { describe, expect, it } from 'vitest';
import { screen } from '../../../testing/place.ts';
import { hmacToken } from '../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';

const secret = 'a secret of more than thirty-two bytes, for HS256';

describe('A token on the desk', () => {
  it('is taken to Sign by one click, with every digit, and signed by a key of that desk', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, (await hmacToken(secret, '{"id":100002348117421473,"sub":"ada"}')).token);
    await screen.getByRole('button', { name: 'Edit and sign' }).click();
    const payload = screen.getByRole('textbox', { name: 'Payload as JSON' });
    await expect.poll(() => payload.textContent()).toContain('"id": 100002348117421473');
    await expect
      .poll(() => screen.getByRole('textbox', { name: 'Header as JSON' }).textContent())
      .toContain('"alg": "HS256"');
    await screen.getByRole('button', { name: 'Open in Inspect' }).click();
    await bench.verified.waitFor();
    expect(await bench.reason.filter({ visible: true }).textContent()).toContain('HS256');
  });

  it('is taken to Compare by one click, each time anew', async () => {
    const bench = await openWorkbench();
    for (const name of ['first', 'second']) {
      const { token } = await hmacToken(secret, { sub: name });
      await paste(bench.token, token);
      await screen.getByRole('button', { name: 'Compare', exact: true }).click();
      const first = screen.getByRole('textbox', { name: 'First token to compare' });
      await expect.poll(async () => (await first.textContent()).trim()).toBe(token);
      await screen.getByText('Inspect', { exact: true }).filter({ visible: true }).click();
    }
  });

  it('says why a paste of more than two megabytes is not read', async () => {
    const bench = await openWorkbench();
    await paste(bench.token, `eyJhbGciOiJIUzI1NiJ9.${'A'.repeat(2_200_000)}.AAAA`);
    await bench.refused.waitFor();
    expect(await bench.reason.textContent()).toContain('up to 2097152 are read here');
    const field = await bench.token.element();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['A'.repeat(2_300_000)], 'token.txt'));
    field.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }),
    );
    await expect.poll(() => bench.reason.textContent()).toContain('The text has 2300000 characters');
  });
});
