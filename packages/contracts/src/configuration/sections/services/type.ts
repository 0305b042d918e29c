/** By name. */
export type ServicesConfiguration = Readonly<Record<string, ServiceConfiguration>>;

export interface ServiceConfiguration {
  readonly title: string;
  readonly description?: string;
}
