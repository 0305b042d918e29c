/** Whose the screens are that people sign in on. What is absent is Signet's own. */
export interface BrandConfiguration {
  readonly name?: string | undefined;
  /** A picture (SVG, PNG or WebP), relative to the configuration. */
  readonly logo?: string | undefined;
  /** `#rrggbb` in lower case. */
  readonly colour?: string | undefined;
}
