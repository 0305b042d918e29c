import { describe, expect, it } from 'vitest';
import { promptDefinitionSchema } from './definition-schema.ts';

const plain = {
  messages: [
    { role: 'system', text: 'You answer in {{language}}.' },
    { role: 'user', text: 'Sum this up: {{text}}' },
  ],
  variables: { language: { enum: ['de', 'en'] }, text: { type: 'string', maxLength: 1000 } },
  model: 'gpt',
};
const read = (more: object) => promptDefinitionSchema.safeParse({ ...plain, ...more });
const said = (more: object) =>
  read(more)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join();
const system = (text: string) => ({ messages: [{ role: 'system', text }, ...plain.messages] });

describe('a prompt as it is written', () => {
  it('says what it needs, and the rest is usual', () => {
    expect(read({}).data).toEqual({ ...plain, optional: [], parameters: {}, tests: [] });
  });

  it('lets no words of a caller into an instruction, nor into the mouth of the model', () => {
    for (const role of ['system', 'assistant']) {
      const messages = [{ role, text: 'Mind {{text}}' }, ...plain.messages];
      expect(said({ messages })).toContain('messages.0.text: a variable with an `enum`');
    }
    const pattern = { ...plain.variables, language: { type: 'string', pattern: '^(de|en)$' } };
    expect(said({ variables: pattern })).toContain('messages.0.text');
  });

  it.each<[string, object, string]>([
    ['a variable that there is not', system('{{tone}}'), 'messages.0.text'],
    ['one of every object', system('{{constructor}}'), 'messages.0.text'],
    ['braces left over', system('{{language'), 'messages.0.text'],
    [
      'a variable that nobody reads',
      { variables: { ...plain.variables, tone: { const: 1 } } },
      'variables.tone',
    ],
    ['a reference', { variables: { ...plain.variables, text: { $ref: '#/$defs/a' } } }, 'variables.text'],
    [
      'a schema that is none',
      { variables: { ...plain.variables, text: { type: 'text' } } },
      'variables.text.type',
    ],
    ['a name that is no name', { variables: { ...plain.variables, 'a-b': true } }, 'variables'],
    ['what may be left out and is not there', { optional: ['tone'] }, 'optional.0'],
    ['another role', { messages: [{ role: 'developer', text: 'x' }] }, 'messages.0.role'],
    ['no question', { messages: [...plain.messages, { role: 'assistant', text: 'So:' }] }, 'messages.2.role'],
    ['a test that asks nothing', { tests: [{ name: 'a', values: {}, expect: {} }] }, 'tests.0.expect'],
    ['members of a text', { tests: [{ name: 'a', values: {}, expect: { members: { a: 1 } } }] }, 'tests.0'],
    ['a temperature of ice', { parameters: { temperature: -1 } }, 'parameters.temperature'],
    ['what nobody reads', { tools: [] }, 'messages'],
  ])('is refused for %s', (_, more, place) => {
    expect(said(more)).toContain(place);
  });

  it('is refused for two tests of one name', () => {
    const test = { name: 'a', values: {}, expect: { contains: ['b'] } };
    expect(said({ tests: [test, { ...test, values: { text: 'c' } }] })).toContain('tests.1.name');
  });

  it('is bounded', () => {
    const [message] = plain.messages;
    expect(said(system('a'.repeat(20_001)))).toContain('messages.0.text');
    const many = Array.from({ length: 65 }, (_, at) => ({ ...message, text: `${at}` }));
    expect(said({ messages: many })).toContain('messages');
    const tests = Array.from({ length: 51 }, (_, at) => ({
      name: `${at}`,
      values: {},
      expect: { lacks: ['x'] },
    }));
    expect(said({ tests })).toContain('tests');
  });
});
