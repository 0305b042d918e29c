import { readFileSync } from 'node:fs';
import { type ErrorCode, errorCatalogue, errorPagePath } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { pageText } from '../terminal/print-page.ts';

const pages = new URL('../../../../docs/errors/', import.meta.url);

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}

/** Says what a code means, without asking a server: the same page that Signet serves under its issuer. */
export function explainCode(context: Context, code: ErrorCode, options: ServerOptions): void {
  const { status, title } = errorCatalogue[code];
  const text = readFileSync(new URL(`${code}.md`, pages), 'utf8');
  answer(context, options, { code, status, title, page: errorPagePath(code), text }, () =>
    pageText(text, context.paint, context.terminal.width),
  );
}
