import { exactNumber, isExact } from './exact-number.ts';

/** Digits, dots, exponents or a zero below zero as only a number that may be lost has them, or a text that looks like one. */
const mayBeLost = /[0-9.]{16}|[0-9][eE][+-]?[0-9]|-0/;

/**
 * As `JSON.parse`, but that a number which no double holds keeps its digits (`ExactNumber`).
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExactly(text: string): unknown {
  return mayBeLost.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || isExact(source, value)) return value;
  return exactNumber(source);
}
