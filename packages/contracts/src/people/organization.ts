import { idPattern } from '../ids/id.ts';

const slug = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/** The name of an organisation: ASCII alone and lower case, so that no two names look like one. */
export const organizationNamePattern: RegExp = new RegExp(`^${slug}$`);

/** Its name or its id: no name has an underscore, and every id does. */
export const organizationPattern: RegExp = new RegExp(
  `^(?:${slug}|${idPattern('organization').source.slice(1, -1)})$`,
);
