import type { AccountId, AgreedApp, ConsentsAnswer, OrganizationChoice } from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { Consent, ConsentStore, OrganizationStore } from '../ports/index.ts';

export interface AgreedAppsParts {
  readonly consents: ConsentStore;
  readonly clients: ClientDirectory;
  readonly organizations: Pick<OrganizationStore, 'find'>;
}

/** The apps that a person let in, the first one first. */
export async function agreedApps(id: AccountId, parts: AgreedAppsParts): Promise<ConsentsAnswer> {
  const consents = await parts.consents.of(id);
  const apps: AgreedApp[] = [];
  for (const client of new Set(consents.map(({ clientId }) => clientId))) {
    apps.push(
      await toApp(
        client,
        consents.filter(({ clientId }) => clientId === client),
        parts,
      ),
    );
  }
  return { apps };
}

async function toApp(
  client: string,
  consents: readonly Consent[],
  parts: AgreedAppsParts,
): Promise<AgreedApp> {
  const uses = consents.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
  const agreements = [];
  for (const { audience, scopes, organization } of consents) {
    const named = organization && (await nameOf(organization, parts));
    agreements.push({ audience, scopes, ...(named === undefined ? {} : { organization: named }) });
  }
  return {
    client,
    name: (await parts.clients.find(client))?.name ?? consents[0]?.seen.name ?? client,
    agreements,
    agreedAt: Math.min(...consents.map(({ agreedAt }) => agreedAt)),
    ...(uses.length === 0 ? {} : { lastUsedAt: Math.max(...uses) }),
  };
}

/** One that is no more goes by its id. */
async function nameOf(id: string, { organizations }: AgreedAppsParts): Promise<OrganizationChoice> {
  const { name, displayName } = (await organizations.find(id)) ?? { name: id, displayName: id };
  return { name, displayName };
}
