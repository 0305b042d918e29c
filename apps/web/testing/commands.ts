import { defineBrowserCommand } from '@vitest/browser-playwright';
import type { BrowserCommand, BrowserConfigOptions } from 'vitest/node';
import { discloses } from './made-sd-jwt.ts';
import { isSigned, makeSigner, type PrivateSigner, signWith } from './made-signers.ts';
import { ellipticToken, hmacToken, rsaToken } from './made-tokens.ts';

/** How the reader's system is set. */
export interface System {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** Something that Node does for a test in the browser. */
type Command<Given extends unknown[], Answer = void> = (...given: Given) => Promise<Answer>;

declare module 'vitest/browser' {
  interface BrowserCommands {
    press: Command<[key: string]>;
    type: Command<[text: string]>;
    insertText: Command<[text: string]>;
    leave: Command<[]>;
    emulate: Command<[system: System]>;
    hmacToken: Command<Parameters<typeof hmacToken>, ReturnType<typeof hmacToken>>;
    rsaToken: Command<Parameters<typeof rsaToken>, ReturnType<typeof rsaToken>>;
    ellipticToken: Command<Parameters<typeof ellipticToken>, ReturnType<typeof ellipticToken>>;
    discloses: Command<Parameters<typeof discloses>, ReturnType<typeof discloses>>;
    makeSigner: Command<[], PrivateSigner>;
    signWith: Command<Parameters<typeof signWith>, string>;
    isSigned: Command<Parameters<typeof isSigned>, boolean>;
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
};

/** Tokens made by node:crypto, so that the page's own library is judged by another one. */
const makers: Commands = {
  hmacToken: inNode(hmacToken),
  rsaToken: inNode(rsaToken),
  ellipticToken: inNode(ellipticToken),
  discloses: inNode(discloses),
  makeSigner: inNode(makeSigner),
  signWith: inNode(signWith),
  isSigned: inNode(isSigned),
};

export const screenCommands: Commands = { ...hands, ...makers };

function inNode<Given extends unknown[], Answer>(make: (...given: Given) => Answer): BrowserCommand<Given> {
  return defineBrowserCommand<Given>((_, ...given) => make(...given));
}
