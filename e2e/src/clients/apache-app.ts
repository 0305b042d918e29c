import { startApache } from '@signet/testing/servers';
import type { AppSettings } from './app-settings.ts';

export const apacheModules: readonly string[] = [
  ...['mpm_prefork', 'authn_core', 'authz_core', 'authz_user', 'auth_openidc', 'alias', 'dir'],
  ...['include', 'headers', 'proxy', 'proxy_http'],
];

/** Apache with `mod_auth_openidc` before a page that shows what the module tells of the person, and before the API. */
export async function startApacheApp(settings: AppSettings): Promise<AsyncDisposable> {
  const { stop } = await startApache({
    port: Number(new URL(settings.home).port),
    modules: apacheModules,
    pages: {
      'index.html': page('<p><a href="/in/">Sign in</a></p>'),
      'in.shtml': page(
        '<h1>Welcome, <!--#echo var="OIDC_CLAIM_preferred_username" --></h1>' +
          '<p><a href="/call">Call the API</a></p>' +
          `<p><a href="/in/back?logout=${encodeURIComponent(settings.home)}">Sign out</a></p>`,
      ),
    },
    configuration: (root) => configuration(root, settings),
  });
  return { [Symbol.asyncDispose]: stop };
}

function page(body: string): string {
  return `<!doctype html><title>An app</title><main>${body}</main>`;
}

function configuration(root: string, { home, issuer, clientId, clientSecret, api }: AppSettings): string {
  return `
<FilesMatch "html$">
  ForceType text/html
</FilesMatch>
<Files in.shtml>
  SetOutputFilter INCLUDES
</Files>
<Directory ${root}>
  Options +Includes
  DirectoryIndex index.html
  Require all granted
</Directory>
AliasMatch "^/in/$" ${root}/in.shtml
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clientId}
OIDCClientSecret ${clientSecret}
OIDCScope "openid profile demo:read"
OIDCPKCEMethod S256
OIDCRedirectURI ${home}in/back
OIDCCryptoPassphrase only-for-the-cookies-of-this-app
<LocationMatch "^/(in/|call)">
  AuthType openid-connect
  Require valid-user
</LocationMatch>
ProxyPass /call ${api}
<Location /call>
  RequestHeader set authorization "Bearer %{OIDC_access_token}e"
  RequestHeader unset cookie
</Location>
`;
}
