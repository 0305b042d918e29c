import { DebuggerApp } from '../src/app/debugger/debugger-app.tsx';
import type { Sample } from '../src/features/debugger/inspect/model/sample.ts';
import { type Place, screen } from './place.ts';
import { type Look, render } from './render.tsx';
import { until } from './until.ts';

/** The debugger as a reader meets it: by names and roles. */
export interface Workbench {
  readonly token: Place;
  readonly key: Place;
  readonly word: Place;
  readonly reason: Place;
  readonly findings: Place;
  readonly verified: Place;
  readonly refused: Place;
  readonly part: (name: 'Header' | 'Payload') => Place;
}

/** Opens the debugger and waits until it can be typed into. @param sample what lies on the desk */
export async function openWorkbench(look?: Look, sample?: Sample): Promise<Workbench> {
  await render(<DebuggerApp sample={sample} />, look);
  const token = screen.getByRole('textbox', { name: /^Token/ });
  await token.waitFor();
  return {
    token,
    key: screen.getByRole('textbox', { name: /^Key/ }),
    word: screen.getByTestId('verdict-word'),
    reason: screen.getByTestId('verdict-reason'),
    findings: screen.getByRole('region', { name: 'Findings' }),
    verified: screen.locator('.verdict.tone-verified'),
    refused: screen.locator('.verdict.tone-refused'),
    part: (name) => screen.getByRole('region', { name, exact: true }),
  };
}

/** Opens the debugger at an address, such as one that a link has. */
export async function openLink(fragment: string, look?: Look, sample?: Sample): Promise<void> {
  history.replaceState(null, '', fragment);
  await render(<DebuggerApp sample={sample} />, look);
  await screen.getByTestId('verdict-word').filter({ visible: true }).waitFor();
}

/** The signing desk. */
export async function openDesk(look?: Look): Promise<Workbench> {
  const bench = await openWorkbench(look);
  await screen.getByText('Sign', { exact: true }).click();
  await screen.getByTestId('signed-token').waitFor();
  return bench;
}

/** Pastes through the clipboard with the keyboard, as people do; what stood there is replaced. */
export async function paste(field: Place, text: string): Promise<void> {
  await field.focus();
  await navigator.clipboard.writeText(text);
  await field.press('ControlOrMeta+a');
  await screen.keyboard.press('ControlOrMeta+v');
}

/** Waits for the parts that the debugger fetches ahead. */
export async function fetched(): Promise<void> {
  await until(
    () => performance.getEntriesByName('signet:fetched').length > 0,
    () => 'all that is fetched ahead',
  );
}
