import type { OrganizationSummary, OrganizationsAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';

export interface AddOrganizationOptions extends ServerOptions {
  readonly displayName?: string;
}

export interface ChangeOrganizationOptions extends AddOrganizationOptions {
  readonly disable?: boolean;
  readonly enable?: boolean;
}

const titles = ['NAME', 'ORGANISATION', 'STATE', 'PEOPLE SEE'];

/** Of the server's longest pages; more organisations than these no terminal shows. */
const mostPages = 100;
const page = 1000;

export async function listOrganizations(context: Context, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const all: OrganizationSummary[] = [];
  let next: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const answered: OrganizationsAnswer = await admin.listOrganizations({
      limit: page,
      ...(next === undefined ? {} : { after: next }),
    });
    all.push(...answered.organizations);
    next = answered.next;
    if (next === undefined) break;
  }
  answer(context, options, { organizations: all }, () => `${table(titles, all.map(rowOf), context.paint)}\n`);
}

export async function showOrganization(
  context: Context,
  organization: string,
  options: ServerOptions,
): Promise<void> {
  const shown = await openAdmin(context, options).showOrganization({ organization });
  answer(context, options, shown, () => `${table(titles, [rowOf(shown)], context.paint)}\n`);
}

export async function addOrganization(
  context: Context,
  name: string,
  options: AddOrganizationOptions,
): Promise<void> {
  const { displayName = name } = options;
  const added = await openAdmin(context, options).addOrganization({ name, displayName });
  tell(context, options, added, `Added the organisation ${added.name} (${added.id}).`);
}

/** What no option names stays as it is. */
export async function changeOrganization(
  context: Context,
  organization: string,
  options: ChangeOrganizationOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const before = await admin.showOrganization({ organization });
  const disabled = options.disable === true || (before.disabled && options.enable !== true);
  const displayName = options.displayName ?? before.displayName;
  const change = { organization, ifMatch: before.etag, displayName, disabled };
  const changed = await admin.changeOrganization(change);
  const closed = disabled ? '; its tokens are refused' : '';
  tell(context, options, changed, `Changed the organisation ${changed.name}${closed}.`);
}

export async function removeOrganization(
  context: Context,
  organization: string,
  options: ServerOptions,
): Promise<void> {
  const removed = await openAdmin(context, options).removeOrganization({ organization });
  tell(context, options, removed, `Removed the organisation ${removed.name}; its tokens are refused.`);
}

function tell(context: Context, options: ServerOptions, result: object, said: string): void {
  answer(context, options, result, () => `${outcomeLine(context.paint, true, said)}\n`);
}

function rowOf({ name, id, disabled, displayName }: OrganizationSummary): readonly string[] {
  return [name, id, disabled ? 'disabled' : 'active', safeText(displayName)];
}
