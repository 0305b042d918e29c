/** By name, as it stands with accounts and clients. */
export type RolesConfiguration = Readonly<Record<string, RoleConfiguration>>;

export interface RoleConfiguration {
  /** By the name of an API: what the role allows there. */
  readonly permissions: Readonly<Record<string, readonly string[]>>;
}
