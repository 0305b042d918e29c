import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { dropFile } from '../../../../testing/drop-file.ts';
import type { PageCase } from '../../../../testing/made-cases.ts';
import { screen } from '../../../../testing/place.ts';
import { until } from '../../../../testing/until.ts';
import { openWorkbench, paste, type Workbench } from '../../../../testing/workbench.tsx';

const cases = await commands.casesOfPage();

/** A desk for each subject: what one test brings to it stays within bounds, however long the table grows. */
describe('The table of cases is answered by the page as by every other surface', () => {
  it.each(Object.entries(Object.groupBy(cases, ({ subject }) => subject)))(
    '%s',
    async (_, ofSubject = []) => {
      const bench = await openWorkbench();
      for (const each of ofSubject) await walkThrough(bench, each);
      expect(ofSubject.length).toBeGreaterThan(0);
    },
    180_000,
  );
});

/** What would turn, hide or steer: of a token and its key nothing of the kind comes into the page as it is. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;

/** @throws an Error that names the case, where the page has another answer */
async function walkThrough(bench: Workbench, of: PageCase): Promise<void> {
  await screen.getByRole('button', { name: 'Clear token and key' }).click();
  await paste(bench.token, of.token);
  await giveKey(bench, of.key);
  await tell(of.told);
  let seen = '';
  await until(
    () => {
      seen = textOf('[data-testid="verdict-word"]') + textOf('.verdict') + textOf('main');
      expect(seen).not.toMatch(unseen);
      const isAnswered = seen.startsWith('Verified') === of.verifies;
      return isAnswered && of.words.every((words) => seen.includes(words)) && !(of.isGood && redIn());
    },
    () =>
      `${of.verifies ? 'Verified' : 'a refusal'} with "${of.words.join('", "')}" for "${of.name}", where "${seen.slice(0, 2000)}" stands`,
  );
}

async function giveKey({ key: field }: Workbench, key: PageCase['key']): Promise<void> {
  if ('text' in key) await (key.text === '' ? undefined : paste(field, key.text));
  else await dropFile(field, new File([Uint8Array.fromBase64(key.base64)], 'key'));
}

const choices: readonly string[] = ['Hold it against', 'Claim that names it'];

/** What the reader knows beside the token, in the panel of its profile. */
async function tell(told: PageCase['told']): Promise<void> {
  const profile = screen.getByRole('region', { name: 'Profile' });
  for (const [label, text] of Object.entries(told)) {
    const field = profile.getByLabel(label);
    if (choices.includes(label)) await field.selectOption(text);
    else await field.fill(text);
  }
}

/** The panels that follow the verdict are there once they say so: the profile is the last of them. */
function redIn(): boolean {
  const isHeld = document.querySelector('.profile-outcome, .profile-panel .quiet-words') !== null;
  return !isHeld || document.querySelector('main .tone-refused') !== null;
}

function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}
