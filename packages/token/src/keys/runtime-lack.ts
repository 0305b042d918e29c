import type { KeyRefusal } from './key.ts';

/** Web Crypto says so where a browser or Node.js lacks an algorithm, which says nothing about key or token. */
export function isRuntimeLack(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError';
}

/** `sentence` says what cannot be done; `name` is the algorithm or curve that is missing. */
export function runtimeLacks(sentence: string, name: string): KeyRefusal {
  return {
    code: 'runtime_unsupported',
    sentence,
    member: 'alg',
    expected: 'an algorithm that this runtime has',
    actual: name,
    fix: 'Use a newer browser or Node.js.',
  };
}
