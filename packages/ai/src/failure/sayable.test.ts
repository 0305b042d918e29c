import { describe, expect, it } from 'vitest';
import { sayable } from './sayable.ts';

describe('sayable', () => {
  it('says nothing of the keys, tokens and addresses of an upstream', () => {
    const secret = `sk-${'proj'}-abcdef0123456789`;
    const jwt = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJhIn0', 'c2ln'].join('.');
    const text = sayable(
      `Incorrect key ${secret} at https://inner.example/v1?key=1 (10.0.0.7:8000), Bearer ${jwt}, sk-ab***cdef`,
    );
    for (const word of [secret, 'inner.example', '10.0.0.7', jwt, 'cdef']) expect(text).not.toContain(word);
    expect(text).toMatch(/^Incorrect key \[key\] at \[address\]/);
  });

  it('says nothing of accounts in clouds', () => {
    const id = `AKIA${'EXAMPLE'.repeat(2)}`;
    const text = sayable(
      `User: arn:aws:iam::123456789012:user/models (${id}) may not, nor ya29.${'a'.repeat(20)}`,
    );
    expect(text).toBe('User: [resource] ([key]) may not, nor [token]');
  });

  it('leaves plain words as they are', () => {
    const words = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' with gpt-4.1 instead.";
    expect(sayable(words)).toBe(words);
  });

  it('cuts what has no end', () => {
    expect(sayable('word '.repeat(100_000))).toHaveLength(2_000);
  });
});
