/** Where references of this machine lead to. */
export interface SecretPlaces {
  readonly variable: (name: string) => string | undefined;
  /** What a path in the configuration is relative to. */
  readonly folder: string;
}
