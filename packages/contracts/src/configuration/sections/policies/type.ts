/** By name; each has keys of a route. */
export type PoliciesConfiguration = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
