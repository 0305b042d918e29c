import type { Attributes, AttributeValue, UserAttributesAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { findUser } from './find-user.ts';

export interface SetAttributesOptions extends ServerOptions {
  readonly remove?: readonly string[];
}

/** Shows what is known of a person beside roles. */
export async function showAttributes(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const shown = await admin.showUserAttributes({ id: (await findUser(admin, name)).id });
  answer(context, options, shown, () => `${tell(shown)}\n`);
}

/** Sets and removes some of it; the rest stays. */
export async function setAttributes(
  context: Context,
  name: string,
  given: readonly string[],
  options: SetAttributesOptions,
): Promise<void> {
  const { remove = [] } = options;
  const set = given.map(readAttribute);
  if (set.length + remove.length === 0) throw nothingToSet;
  const admin = openAdmin(context, options);
  const { id, attributes, etag } = await admin.showUserAttributes({ id: (await findUser(admin, name)).id });
  const kept = Object.entries(attributes).filter(([key]) => !remove.includes(key));
  const wanted: Attributes = Object.fromEntries([...kept, ...set]);
  const changed = await admin.changeUserAttributes({ id, ifMatch: etag, attributes: wanted });
  answer(context, options, changed, () =>
    [
      outcomeLine(context.paint, true, `Changed what is known of ${name}; it counts for the next token.`),
      tell(changed),
      '',
    ].join('\n'),
  );
}

function tell({ attributes }: UserAttributesAnswer): string {
  const lines = Object.entries(attributes).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return lines.length === 0 ? 'none' : lines.map(safeText).join('\n');
}

/** A number, `true`, `false` and a list are what they are in JSON; anything else is text, as is JSON text in quotes. */
function readAttribute(text: string): readonly [string, AttributeValue] {
  const [, key, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined) throw nothingToSet;
  return [key, /^(?:true|false|-?[0-9]+(?:\.[0-9]+)?|\[.*\]|".*")$/s.test(value) ? parsed(value) : value];
}

function parsed(value: string): AttributeValue {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const nothingToSet = usageFailure({
  sentence: 'This sets no attribute.',
  expected: 'a name, `=` and a value, or --remove with a name',
  actual: 'something else',
  fix: `Write \`signet user set ada department=sales\`, a list as \`'sites=["north","south"]'\`.`,
});
