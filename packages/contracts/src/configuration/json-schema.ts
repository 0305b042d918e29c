import { z } from 'zod';
import { documentSchema } from './schema/document.ts';

/** The JSON Schema (draft 2020-12) of `signet.yaml` for editors, as the text of `signet.schema.json`. */
export function configurationJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  const titled = { ...schema, title: 'Signet configuration', description: 'What may stand in signet.yaml.' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
