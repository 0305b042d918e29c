/** Where an app finds Signet, and what Signet knows of it. */
export interface AppSettings {
  /** With a slash at the end. */
  readonly home: string;
  readonly issuer: string;
  readonly api: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The settings as the programs of `apps` read them. */
export function appEnvironment(settings: AppSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    APP_PORT: new URL(settings.home).port,
    ISSUER: settings.issuer,
    API: settings.api,
    CLIENT_ID: settings.clientId,
    CLIENT_SECRET: settings.clientSecret,
  };
}
