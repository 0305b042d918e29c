/**
 * A number that no double holds, by its digits: what `JSON.rawJSON` (ECMAScript, JSON.parse source text access) makes.
 * It is no `number`, so that nothing counts or compares with it by mistake, and `JSON.stringify` writes its digits.
 */
export type ExactNumber = { readonly rawJSON: string };

interface SourceText {
  readonly rawJSON?: (text: string) => ExactNumber;
  readonly isRawJSON?: (value: unknown) => boolean;
}

const json: JSON & SourceText = JSON;

/** The digits as a value; as text in a runtime without `JSON.rawJSON`, for they must not be rounded there either. */
export function exactNumber(digits: string): ExactNumber | string {
  return json.rawJSON?.(digits) ?? digits;
}

export function isExactNumber(value: unknown): value is ExactNumber {
  return json.isRawJSON?.(value) === true;
}

/**
 * Does a double keep these digits of a JSON number? Whole numbers within ±(2^53 - 1) (RFC 8259 §6), others when they are
 * written again as the same decimal with its sign.
 */
export function isExact(digits: string, value: number): boolean {
  // A double has a zero of its own for it, but who writes that again writes 0.
  if (Object.is(value, -0)) return false;
  const isPlain = !/[eE]/.test(digits);
  // Fifteen digits always survive (IEEE 754, DBL_DIG).
  if (isPlain && digits.length <= 15) return true;
  if (isPlain && !digits.includes('.')) return Number.isSafeInteger(value);
  return Number.isFinite(value) && decimal(digits) === decimal(String(value));
}

/** A finite number of seconds since 1970 that arithmetic can be done with (RFC 7519 §2); undefined for anything else. */
export function readSeconds(value: unknown): number | undefined {
  const seconds = isExactNumber(value) ? Number(value.rawJSON) : value;
  return typeof seconds === 'number' && Math.abs(seconds) <= Number.MAX_SAFE_INTEGER ? seconds : undefined;
}

/** One spelling for equal decimals: significant digits and the power of ten behind them. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(text) ?? [];
  const all = whole + fraction;
  let end = all.length;
  while (end > 0 && all.charCodeAt(end - 1) === zero) end -= 1;
  let start = 0;
  while (start < end && all.charCodeAt(start) === zero) start += 1;
  if (start === end) return '0';
  return `${sign}${all.slice(start, end)}e${Number(power) - fraction.length + all.length - end}`;
}

const zero = 0x30;
