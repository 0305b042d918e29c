/** By name, as it stands with accounts. */
export type GroupsConfiguration = Readonly<Record<string, GroupConfiguration>>;

/** People who may do the same. */
export interface GroupConfiguration {
  /** What everybody in it has, beside roles of their own. */
  readonly roles: readonly string[];
}
