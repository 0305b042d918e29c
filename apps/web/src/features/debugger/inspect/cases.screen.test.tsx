import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { dropFile } from '../../../../testing/drop-file.ts';
import type { PageCase } from '../../../../testing/made-cases.ts';
import { screen } from '../../../../testing/place.ts';
import { until } from '../../../../testing/until.ts';
import { openWorkbench, paste, type Workbench } from '../../../../testing/workbench.tsx';

describe('The table of cases', () => {
  it('is answered by the page as by every other surface', async () => {
    const bench = await openWorkbench();
    const cases = await commands.casesOfPage();
    for (const each of cases) await walkThrough(bench, each);
    expect(cases.length).toBeGreaterThan(0);
  }, 600_000);
});

/** @throws an Error that names the case, where the page has another answer */
async function walkThrough(bench: Workbench, of: PageCase): Promise<void> {
  await screen.getByRole('button', { name: 'Clear token and key' }).click();
  await paste(bench.token, of.token);
  await giveKey(bench, of.key);
  let seen = '';
  await until(
    () => {
      seen = textOf('[data-testid="verdict-word"]') + textOf('main');
      const isAnswered = seen.startsWith('Verified') === of.verifies;
      return isAnswered && of.words.every((words) => seen.includes(words)) && !(of.isGood && redIn());
    },
    () =>
      `${of.verifies ? 'Verified' : 'a refusal'} with "${of.words.join('", "')}" for "${of.name}", where "${seen.slice(0, 2000)}" stands`,
  );
}

async function giveKey({ key: field }: Workbench, key: PageCase['key']): Promise<void> {
  if ('text' in key) await paste(field, key.text);
  else await dropFile(field, new File([Uint8Array.fromBase64(key.base64)], 'key'));
}

/** The panels that follow the verdict are there once they say so: the profile is the last of them. */
function redIn(): boolean {
  const isHeld = document.querySelector('.profile-outcome, .profile-panel .quiet-words') !== null;
  return !isHeld || document.querySelector('main .tone-refused') !== null;
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}
