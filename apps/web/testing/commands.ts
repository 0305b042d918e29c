import { readFile } from 'node:fs/promises';
import { defineBrowserCommand } from '@vitest/browser-playwright';
import type { BrowserCommand, BrowserConfigOptions } from 'vitest/node';
import { casesOfPage } from './made-cases.ts';
import { edwardsJwk, isSameKey, lockedPem, rsaPem } from './made-keys.ts';
import {
  curveToken,
  detachedToken,
  encryptedToken,
  lockedToken,
  nestedToken,
  serialisedTokens,
} from './made-kinds.ts';
import { discloses } from './made-sd-jwt.ts';
import { isSigned, makeSigner, signWith } from './made-signers.ts';
import { ellipticToken, hmacToken, rsaToken, tokenOfByte } from './made-tokens.ts';

/** How the reader's system is set. */
export interface System {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** Something that Node does for a test in the browser. */
type Command<Given extends unknown[], Answer = void> = (...given: Given) => Promise<Answer>;

/** A function of Node, called from the browser. */
type Made<Make extends (...given: never) => unknown> = Command<Parameters<Make>, Awaited<ReturnType<Make>>>;

/** What the reader finds on disk. */
interface SavedFile {
  readonly name: string;
  readonly text: string;
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    press: Command<[key: string]>;
    type: Command<[text: string]>;
    insertText: Command<[text: string]>;
    leave: Command<[]>;
    emulate: Command<[system: System]>;
    hmacToken: Made<typeof hmacToken>;
    rsaToken: Made<typeof rsaToken>;
    tokenOfByte: Made<typeof tokenOfByte>;
    ellipticToken: Made<typeof ellipticToken>;
    discloses: Made<typeof discloses>;
    makeSigner: Made<typeof makeSigner>;
    signWith: Made<typeof signWith>;
    isSigned: Made<typeof isSigned>;
    curveToken: Made<typeof curveToken>;
    detachedToken: Made<typeof detachedToken>;
    encryptedToken: Made<typeof encryptedToken>;
    lockedToken: Made<typeof lockedToken>;
    nestedToken: Made<typeof nestedToken>;
    serialisedTokens: Made<typeof serialisedTokens>;
    edwardsJwk: Made<typeof edwardsJwk>;
    isSameKey: Made<typeof isSameKey>;
    lockedPem: Made<typeof lockedPem>;
    rsaPem: Made<typeof rsaPem>;
    casesOfPage: Made<typeof casesOfPage>;
    chooseFile: Command<[button: string, text: string]>;
    download: Command<[button: string], SavedFile>;
  }
}

type Commands = NonNullable<BrowserConfigOptions['commands']>;

/** What only the browser's driver can do: real keys, the pointer, the system's settings. */
const hands: Commands = {
  press: defineBrowserCommand<[string]>(({ page }, key) => page.keyboard.press(key)),
  type: defineBrowserCommand<[string]>(({ page }, text) => page.keyboard.type(text)),
  insertText: defineBrowserCommand<[string]>(({ page }, text) => page.keyboard.insertText(text)),
  leave: defineBrowserCommand<[]>(({ page }) => page.mouse.move(0, 0)),
  emulate: defineBrowserCommand<[System]>(
    ({ page }, { colorScheme = 'light', reducedMotion = 'no-preference' }) =>
      page.emulateMedia({ colorScheme, reducedMotion }),
  ),
  chooseFile: defineBrowserCommand<[string, string]>(async ({ page, iframe }, name, text) => {
    const asked = page.waitForEvent('filechooser');
    await iframe.getByRole('button', { name }).click();
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await (await asked).setFiles(file);
  }),
  download: defineBrowserCommand<[string]>(async ({ page, iframe }, name): Promise<SavedFile> => {
    const saving = page.waitForEvent('download');
    await iframe.getByRole('button', { name }).click();
    const file = await saving;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }),
};

/** Tokens made by node:crypto, so that the page's own library is judged by another one. */
const makers: Commands = {
  casesOfPage: inNode(casesOfPage),
  hmacToken: inNode(hmacToken),
  rsaToken: inNode(rsaToken),
  tokenOfByte: inNode(tokenOfByte),
  ellipticToken: inNode(ellipticToken),
  discloses: inNode(discloses),
  makeSigner: inNode(makeSigner),
  signWith: inNode(signWith),
  isSigned: inNode(isSigned),
  curveToken: inNode(curveToken),
  detachedToken: inNode(detachedToken),
  encryptedToken: inNode(encryptedToken),
  lockedToken: inNode(lockedToken),
  nestedToken: inNode(nestedToken),
  serialisedTokens: inNode(serialisedTokens),
  edwardsJwk: inNode(edwardsJwk),
  isSameKey: inNode(isSameKey),
  lockedPem: inNode(lockedPem),
  rsaPem: inNode(rsaPem),
};

export const screenCommands: Commands = { ...hands, ...makers };

function inNode<Given extends unknown[], Answer>(make: (...given: Given) => Answer): BrowserCommand<Given> {
  return defineBrowserCommand<Given>((_, ...given) => make(...given));
}
