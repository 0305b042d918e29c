import { describe, expect, it } from 'vitest';
import { type Place, screen } from '../../../../testing/place.ts';
import { openWorkbench, paste, type Workbench } from '../../../../testing/workbench.tsx';
import { deskSample } from './desk-sample.ts';

const mebibyte = 1024 * 1024;
const fileOf = (size: number): File => new File(['A'.repeat(size)], 'backup.txt');
const note = screen.getByText('The file has 4,194,305 bytes; up to 4,194,304 are read here.');

async function openWithSample(): Promise<Workbench> {
  const bench = await openWorkbench(undefined, await deskSample());
  await bench.verified.waitFor();
  return bench;
}

function drop(place: Element, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const options = { dataTransfer, bubbles: true, cancelable: true, composed: true };
  for (const type of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(type, options));
}

describe('A file over four mebibytes', () => {
  it.each<[string, ((bench: Workbench) => Place) | undefined]>([
    ['the token', ({ token }) => token],
    ['the key', ({ key }) => key],
    ['no field', undefined],
  ])('dropped on %s is not taken and told its own size, until something else comes', async (_on, at) => {
    const bench = await openWithSample();
    const before = await bench.token.textContent();
    drop((await at?.(bench).element()) ?? document.body, fileOf(4 * mebibyte + 1));
    await note.waitFor();
    expect(await note.textContent()).toContain('It was not taken');
    expect(await bench.token.textContent()).toBe(before);
    expect(await bench.word.textContent()).toBe('Verified');
    await paste(bench.token, 'A'.repeat(9));
    await expect.poll(() => note.count()).toBe(0);
  });

  it('chosen with the button beside the key is told the same', async () => {
    const bench = await openWithSample();
    const input = await screen.locator('.file-drop:has(.key-editor) input[type=file]').element();
    if (!(input instanceof HTMLInputElement)) throw new Error('This is no field for a file.');
    const transfer = new DataTransfer();
    transfer.items.add(fileOf(4 * mebibyte + 1));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await note.waitFor();
    expect(await bench.word.textContent()).toBe('Verified');
  });
});

describe('A file of four mebibytes', () => {
  it('is read to its end, and its text told its length', async () => {
    const { reason } = await openWithSample();
    drop(document.body, fileOf(4 * mebibyte));
    await expect.poll(() => reason.textContent()).toContain('The text has 4194304 characters');
  });
});

describe('A key over one mebibyte', () => {
  it('is told how long its text is, and how much is read', async () => {
    const { key } = await openWithSample();
    await paste(key, 'A'.repeat(mebibyte + 1));
    await screen.getByText('The text has 1048577 characters; up to 1048576 are read here.').waitFor();
  });
});
