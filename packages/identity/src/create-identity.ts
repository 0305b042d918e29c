import {
  type ApisConfiguration,
  type AuditAnswer,
  type AuditQuery,
  accessCookieName,
  apiOfSecrets,
  type ClientsConfiguration,
  createAnswerRefusal,
  type DecisionRecord,
  deviceCookieName,
  type FillRandom,
  type GroupsConfiguration,
  type IdentityConfiguration,
  isShared,
  type KeySeries,
  passkeyCookieName,
  type RolesConfiguration,
  refreshCookieName,
  type SecretReference,
  type WatchedClocks,
} from '@signet/contracts';
import type { AskServer, FetchDocument, SendForm } from '@signet/trust';
import { createPasswordHasher, type HashingLimits } from '@signet/trust/passwords';
import type { FastifyPluginAsync } from 'fastify';
import { type AccountDirectory, createAccountDirectory } from './accounts/account-directory.ts';
import { createInvite, type Invite } from './accounts/invite.ts';
import { type ApiKeyAdministration, createApiKeyAdministration } from './api-keys/api-key-administration.ts';
import { createFindApiKey, type FindApiKey } from './api-keys/find-api-key.ts';
import { type Audit, createAudit } from './audit/audit.ts';
import { readAudit } from './audit/read-audit.ts';
import type { CertificateDoor } from './certificates/certificate-door.ts';
import {
  createRegistrationTokens,
  type RegistrationTokens,
} from './client-registration/registration-tokens.ts';
import { type ClientAdministration, createClientAdministration } from './clients/client-administration.ts';
import { createClientKeys } from './clients/client-keys.ts';
import { createClientDirectory } from './clients/registered-client.ts';
import {
  type ConsentAdministration,
  createConsentAdministration,
} from './consents/consent-administration.ts';
import {
  createDeclarationAdministration,
  type DeclarationAdministration,
} from './declarations/declaration-administration.ts';
import { followDeclarations } from './declarations/declarations.ts';
import { createDeviceRequests } from './device/device-requests.ts';
import { createProofNonces } from './dpop/proof-nonces.ts';
import { createEmailSignInCookie } from './email-sign-in/email-sign-in-cookie.ts';
import { createMailedSignIns } from './email-sign-in/mailed-sign-ins.ts';
import { algorithmsOf, createEntitlements, longestLifetime } from './entitlements/entitlements.ts';
import { createMapClaims } from './entitlements/map-claims.ts';
import { createRolesOf } from './entitlements/roles-of.ts';
import { createEnrolments } from './factors/enrolment.ts';
import { createFactorAdministration, type FactorAdministration } from './factors/factor-administration.ts';
import { createFactorSealer, resealFactors } from './factors/factor-sealer.ts';
import { createCsrfTokens } from './http/csrf-tokens.ts';
import { createHostCookie } from './http/host-cookie.ts';
import { identityRoutes } from './http/routes.ts';
import { type ApiSecrets, createApiSecrets } from './keys/api-secrets.ts';
import { deriveKey, deriveKeys, type KeyPurpose } from './keys/derive-key.ts';
import { createKeyAdministration, type KeyAdministration } from './keys/key-administration.ts';
import { type KeyRing, openKeyRing } from './keys/key-ring.ts';
import { createKeySealer } from './keys/key-sealer.ts';
import { type PublishedDocuments, publishDocuments } from './keys/published-documents.ts';
import { openReferencedSecrets } from './keys/referenced-secrets.ts';
import { createRevokeKey, type RevokeKey } from './keys/revoke-key.ts';
import { createRotationSchedule, type StepTaken } from './keys/rotation-schedule.ts';
import { createSecretAdministration, type SecretAdministration } from './keys/secret-administration.ts';
import { createFailureExchange, type FailureExchange } from './login/failure-exchange.ts';
import { createKnownDevices } from './login/known-device.ts';
import { createLogoutTokenIssuer } from './logout/logout-token.ts';
import { createTellApps, type TellApps } from './logout/tell-apps.ts';
import { createMailedLinks } from './mail/mailed-links.ts';
import type { Mailroom } from './mail/mailroom.ts';
import {
  createMailAdministration,
  type MailAdministration,
  type MailWay,
  openMailroom,
} from './mail/open-mail.ts';
import { createFailurePage } from './oidc/failure-page.ts';
import { openProtocol } from './oidc/open-protocol.ts';
import {
  createOrganizationAdministration,
  type OrganizationAdministration,
} from './organizations/organization-administration.ts';
import type { PlaceOf } from './own-sessions/told-device.ts';
import { createPasskeyChallenges } from './passkeys/challenges.ts';
import type {
  AccountStore,
  ApiKeyStore,
  AuditLog,
  ClientStore,
  ConsentStore,
  DeclarationStore,
  EmailAddressStore,
  FailureJournal,
  FamilyStore,
  FollowerWatch,
  KeySigner,
  LoginThrottle,
  LogoutNoticeStore,
  MailQueue,
  OrganizationStore,
  PasskeyStore,
  ProtocolStore,
  ProviderLinkStore,
  RevocationAnnouncer,
  RevocationLog,
  SecondFactorStore,
  SessionStore,
  SigningKeyStore,
  ToolTokenStore,
} from './ports/index.ts';
import { createMemoryLoginThrottle } from './ports/login-throttle.memory.ts';
import {
  createProviderAdministration,
  type ProviderAdministration,
} from './providers/provider-administration.ts';
import { createProviderCookie } from './providers/provider-cookie.ts';
import { createProviderDirectory } from './providers/provider-directory.ts';
import { RevocationNews } from './revocations/revocation-news.ts';
import { createRevocationReplica } from './revocations/revocation-replica.ts';
import { createRevoke, type Revoke } from './revocations/revoke.ts';
import { createEndingMaker, createSessionEnder } from './sessions/end-session.ts';
import { createAddClaims } from './token-hook/add-claims.ts';
import { createTokenHook } from './token-hook/token-hook.ts';
import { createAccessTokenIssuer } from './tokens/access-token.ts';
import { createClientTokenIssuer } from './tokens/client-token.ts';
import { createExchangedTokenIssuer } from './tokens/exchanged-token.ts';
import { createIdTokenIssuer } from './tokens/id-token.ts';
import { createLatestExpiry } from './tokens/latest-expiry.ts';
import { createLatestIssue } from './tokens/latest-issue.ts';
import { createReadIssuedToken } from './tokens/read-issued-token.ts';
import { createReadSharedToken } from './tokens/read-shared-token.ts';
import { createAskAhead } from './tokens/standing-claims.ts';
import { createTokenSigner } from './tokens/token-signer.ts';
import {
  createReadAccessToken,
  createVerifyAccessToken,
  type VerifyAccessToken,
} from './tokens/verify-access-token.ts';
import type { ToolServer } from './tool-tokens/own-tool-tokens.ts';
import { resealToolTokens } from './tool-tokens/reseal-tool-tokens.ts';
import { createRevealToolToken, type RevealToolToken } from './tool-tokens/reveal-tool-token.ts';
import { createToolTokenSealer } from './tool-tokens/tool-token-sealer.ts';
import { createUserAdministration, type UserAdministration } from './users/user-administration.ts';
import { createUserAttributes, type UserAttributes } from './users/user-attributes.ts';
import { createUserGroups, type UserGroups } from './users/user-groups.ts';

export interface IdentityOptions {
  /** Exactly the `iss` of its tokens: an origin without a slash at the end. */
  readonly issuer: string;
  /** Asked at each request, so that a reloaded configuration counts at once. */
  readonly configuration: () => IdentityConfiguration;
  /** Those declared in it, asked likewise. */
  readonly configuredClients: () => ClientsConfiguration;
  /** What tokens are for, and what roles allow there; asked likewise. */
  readonly apis: () => ApisConfiguration;
  readonly roles: () => RolesConfiguration;
  readonly groups: () => GroupsConfiguration;
  /** By which programs call APIs through the gateways. */
  readonly apiKeys: ApiKeyStore;
  readonly clients: ClientStore;
  /** Of the same, what was added while it ran. */
  readonly declarations: DeclarationStore;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly revocations: RevocationLog;
  readonly signingKeys: SigningKeyStore;
  /** Where keys are made and sign from now on; absent: here. */
  readonly signer?: KeySigner;
  readonly secondFactors: SecondFactorStore;
  readonly passkeys: PasskeyStore;
  readonly protocol: ProtocolStore;
  readonly logoutNotices: LogoutNoticeStore;
  readonly audit: AuditLog;
  readonly mailQueue: MailQueue;
  readonly emails: EmailAddressStore;
  readonly providerLinks: ProviderLinkStore;
  readonly organizations: OrganizationStore;
  readonly consents: ConsentStore;
  readonly toolTokens: ToolTokenStore;
  /** Those that take a token of each person; asked at each request. */
  readonly toolServers: () => readonly ToolServer[];
  readonly mail: MailWay;
  readonly announcer: RevocationAnnouncer;
  /** Absent: nobody waits for apps that follow the log. */
  readonly followers?: FollowerWatch;
  /** 32 bytes; everything secret that is stored or derived hangs on it. */
  readonly masterKey: Uint8Array;
  /** The one before, while it is exchanged: what hangs on it is still read, and nothing new is made with it. */
  readonly previousMasterKey?: Uint8Array;
  /** What this issuer was called before; keys that were sealed for it are still read. */
  readonly previousIssuer?: string;
  /** A jump makes it read the revocation log again. */
  readonly clocks: WatchedClocks;
  readonly random: FillRandom;
  /** By which nodes tell one another of failed attempts. */
  readonly failureJournal: FailureJournal;
  /** By default one that counts for all nodes. */
  readonly loginThrottle?: LoginThrottle;
  /** How many password hashes run and wait at once; by default by the number of cores. */
  readonly hashing?: HashingLimits;
  /** Hears what failed without failing a request. */
  readonly reportFault: (error: unknown) => void;
  /** Absent: no client shows a certificate, and the discovery document names none of it. */
  readonly certificateDoor?: CertificateDoor;
  /** Fetches the keys that clients publish. */
  readonly fetchDocument: FetchDocument;
  /** Tells apps that a session ended. */
  readonly sendForm: SendForm;
  /** Asks the providers by which people sign in. */
  readonly askServer: AskServer;
  /**
   * What a reference of the configuration leads to.
   * @throws SignetError `secret_unreadable`, `secret_exposed`
   */
  readonly revealSecret: (reference: SecretReference) => string;
  /** All that one that was replaced lately leads to for a while: the newest first. */
  readonly acceptedSecrets: (reference: SecretReference) => readonly string[];
  /** Absent: sessions are listed without a place. */
  readonly placeOf?: PlaceOf;
  /** Keeps what `signet explain` tells of a refusal; must not wait. Absent: refusals stand in the log only. */
  readonly recordRefusal?: (record: DecisionRecord) => void;
}

/** The identity provider: its HTTP routes and what other rooms may ask of it. */
export interface Identity {
  readonly routes: FastifyPluginAsync;
  /** What anyone may read, for a reader in this process. */
  readonly documents: PublishedDocuments;
  readonly accounts: AccountDirectory & { readonly invite: Invite };
  /** Makes keys and changes the one that signs; every node follows. */
  readonly keys: Pick<KeyRing, 'addNext' | 'activate'>;
  readonly keyAdministration: KeyAdministration & SecretAdministration;
  /** What APIs share with this issuer, for the gateways of this node alone. */
  readonly apiSecrets: Pick<ApiSecrets, 'believed'>;
  /**
   * Takes the step of a rotation that `identity.keys` has due, if any, and no other node took.
   * @param now milliseconds since the epoch, by a clock that is not ahead for a moment only
   */
  readonly rotateBySchedule: (now: number) => Promise<StepTaken | undefined>;
  readonly clientAdministration: ClientAdministration & {
    readonly addRegistrationToken: RegistrationTokens['make'];
  };
  /** Tells the apps that are due to be told of sessions that ended; to be called often, on every node. */
  readonly tellApps: TellApps;
  /** Counts failed attempts of all nodes together; to be called every second, on every node. */
  readonly exchangeFailures: FailureExchange['exchange'];
  readonly factorAdministration: FactorAdministration;
  readonly providerAdministration: ProviderAdministration;
  readonly consentAdministration: ConsentAdministration;
  readonly apiKeyAdministration: ApiKeyAdministration;
  /** For the gateways of this node. */
  readonly findApiKey: FindApiKey;
  /** Likewise: by what a server of tools is asked for a person. */
  readonly revealToolToken: RevealToolToken;
  readonly userAdministration: UserAdministration;
  readonly userAttributes: UserAttributes;
  readonly organizationAdministration: OrganizationAdministration;
  readonly userGroups: UserGroups;
  readonly declarationAdministration: DeclarationAdministration;
  readonly audit: Pick<Audit, 'deed'> & { read(query: AuditQuery): Promise<AuditAnswer> };
  readonly mail: MailAdministration;
  /** Writes and sends the mails that are due. Rejects where the queue cannot be read. */
  readonly deliverMail: Mailroom['deliverDue'];
  readonly revoke: Revoke;
  readonly revokeKey: RevokeKey;
  /** Seconds since the epoch: every token signed so far is dated up to this. */
  issuedSoFar(): number;
  readonly verifyAccessToken: VerifyAccessToken;
}

/**
 * Opens the signing keys (making the first) and puts the parts together.
 * Rejects with `master_key_wrong` when the stored keys were sealed with another master key.
 */
export async function createIdentity(given: IdentityOptions): Promise<Identity> {
  const revocationNews = new RevocationNews(given.revocations);
  const options = { ...given, announcer: announcingTo(revocationNews, given.announcer) };
  const { issuer, clocks, sessions } = options;
  const { wall } = clocks;
  const store = options.signingKeys;
  const keysConfiguration = () => options.configuration().keys;
  const configured = () => ({ apis: options.apis(), roles: options.roles(), groups: options.groups() });
  const declarations = await followDeclarations({ ...options, configured, store: options.declarations });
  const apis = () => declarations.latest().apis;
  const algorithmsOfApis = () => algorithmsOf(apis());
  const audit = createAudit({ audit: options.audit, wall });
  const sealer = createKeySealer(options);
  const factorSealer = createFactorSealer(options);
  const toolTokenSealer = createToolTokenSealer(options);
  const keys = await openKeyRing({
    ...options,
    audit,
    store,
    sealer,
    algorithm: () => keysConfiguration().algorithm,
    algorithmsOfApis,
  });
  const { masterKey, previousMasterKey } = options;
  const derived = (purpose: KeyPurpose) => deriveKeys(masterKey, previousMasterKey, purpose);
  const csrf = createCsrfTokens(derived('signet csrf'));
  const hasher = await createPasswordHasher(options.hashing);
  const replica = createRevocationReplica(options.revocations, issuer, clocks, () => keys.readAgain());
  const latestExpiry = createLatestExpiry(wall());
  const latestIssue = createLatestIssue(wall);
  const configuration = () => {
    const given = options.configuration();
    return { ...given, accessTokenLifetime: longestLifetime(given, declarations.latest().apis) };
  };
  const entitlements = createEntitlements({ ...options, declarations });
  const ending = createEndingMaker({ ...options, configuration, audit, wall, latestExpiry });
  const endSession = createSessionEnder({ ...options, ending });
  const isAskedFor = (series: KeySeries) => {
    const sharing = apis()[apiOfSecrets(series) ?? ''];
    const shared = sharing !== undefined && isShared(sharing.algorithm);
    return shared || ['main', ...algorithmsOfApis()].includes(series);
  };
  const revokeKey = createRevokeKey({ ...options, store, ring: keys, isAskedFor, replica, audit, wall });
  const revoke = createRevoke({
    ...options,
    revokeKey,
    configuration,
    audit,
    wall,
    endSession,
    latestExpiry,
    latestIssue,
  });
  const readAccessToken = createReadAccessToken({ issuer, keys, replica, wall });
  const readIssuedToken = createReadIssuedToken({ issuer, keys, replica, wall });
  const signing = () => keys.signingWith(undefined);
  const acceptedOf = (audience: string) => {
    const { apiSecrets = {} } = options.configuration();
    const reference = Object.hasOwn(apiSecrets, audience) ? apiSecrets[audience] : undefined;
    return reference && options.acceptedSecrets(reference);
  };
  const referenced = openReferencedSecrets(acceptedOf, deriveKey(masterKey, 'signet api secret name'));
  const secrets = createApiSecrets({ issuer, keys, apis, referenced });
  const readSharedToken = createReadSharedToken({ issuer, secrets, replica, wall });
  const sign = createTokenSigner({ secrets, keys });
  const documents = publishDocuments(issuer, keys, options.configuration, options.certificateDoor);
  const clients = createClientDirectory(options.configuredClients, options.clients, wall);
  const rolesOf = createRolesOf(declarations);
  const hook = createTokenHook({ ...options, signing, latestExpiry, wall });
  const addClaims = createAddClaims({ ...options, clients, wall, hook });
  const mapClaims = createMapClaims({ ...options, clients, wall, addClaims });
  const standing = { issuer, entitlements, mapClaims, rolesOf };
  const verifyAccessToken = createVerifyAccessToken({ read: readAccessToken, sessions, replica });
  const answerRefusal = createAnswerRefusal({
    realm: issuer,
    issuer,
    node: 'identity',
    wall,
    record: options.recordRefusal,
  });
  const links = createMailedLinks({ ...options, wall, keys: derived('signet mailed link') });
  const mailedSignIns = createMailedSignIns({ ...options, wall, keys: derived('signet email sign-in code') });
  const mailroom = openMailroom({ ...options, wall, links, mailedSignIns });
  const directory = createAccountDirectory({
    ...options,
    audit,
    wall,
    store: options.accounts,
    hasher,
    revoke,
    latestIssue,
  });
  const clientAdministration = createClientAdministration({
    ...options,
    audit,
    configured: options.configuredClients,
    store: options.clients,
    wall,
    revoke,
    latestIssue,
  });
  const registrationTokens = createRegistrationTokens({ ...options, audit, wall });
  const providers = createProviderDirectory({ ...options, wall, steady: clocks.steady });
  const showFailure = createFailurePage(answerRefusal);
  const [failureKey] = derived('signet failure exchange');
  const failures = createFailureExchange({ ...options, key: failureKey, steady: clocks.steady, wall });
  const throttle = (name: string) => createMemoryLoginThrottle(clocks.steady, failures.tablesOf(name));
  return {
    documents,
    keys,
    keyAdministration: {
      ...createKeyAdministration({
        store,
        ring: keys,
        sealer,
        async resealFactors() {
          // First, so that whoever then lets the master key of before go loses nothing.
          await resealToolTokens(options.toolTokens, toolTokenSealer);
          return resealFactors(options.secondFactors, factorSealer);
        },
        configuration: keysConfiguration,
        isAskedFor,
        wall,
        audit,
      }),
      ...createSecretAdministration({ ...options, store, ring: keys, sealer, apis, referenced, wall, audit }),
    },
    apiSecrets: secrets,
    apiKeyAdministration: createApiKeyAdministration({ ...options, revoke, audit, wall }),
    findApiKey: createFindApiKey({ ...options, wall }),
    revealToolToken: createRevealToolToken({ ...options, toolTokenSealer }),
    rotateBySchedule: createRotationSchedule({
      store,
      ring: keys,
      configuration: keysConfiguration,
      algorithmsOfApis,
    }),
    tellApps: createTellApps({
      ...options,
      clients,
      issueLogoutToken: createLogoutTokenIssuer({ ...options, signing, latestExpiry, wall }),
    }),
    exchangeFailures: failures.exchange,
    factorAdministration: createFactorAdministration({ ...options, audit }),
    providerAdministration: createProviderAdministration({ ...options, providers, audit }),
    consentAdministration: createConsentAdministration({
      ...options,
      clients,
      revoke,
      latestIssue,
      audit,
      wall,
    }),
    declarationAdministration: createDeclarationAdministration({
      configured,
      store: options.declarations,
      declarations,
      audit,
    }),
    organizationAdministration: createOrganizationAdministration({
      ...options,
      revoke,
      latestIssue,
      mailroom,
      audit,
      wall,
    }),
    userGroups: createUserGroups({ ...options, declarations, audit }),
    userAttributes: createUserAttributes({ ...options, audit }),
    userAdministration: createUserAdministration({
      ...options,
      auditLog: options.audit,
      replica,
      clients,
      entitlements,
      mapClaims,
      rolesOf,
      endSession,
      revoke,
      latestIssue,
      audit,
      wall,
    }),
    clientAdministration: { ...clientAdministration, addRegistrationToken: registrationTokens.make },
    routes: identityRoutes({
      ...options,
      audit,
      auditLog: options.audit,
      latestIssue,
      wall,
      hasher,
      links,
      mailroom,
      mailThrottle: throttle('mail'),
      nameThrottle: throttle('name'),
      throttle: options.loginThrottle ?? throttle('login'),
      devices: createKnownDevices({
        ...options,
        wall,
        keys: derived('signet known device'),
      }),
      factorSealer,
      codeThrottle: throttle('code'),
      enrolments: createEnrolments({ ...options, wall, keys: derived('signet factor enrolment') }),
      passkeyChallenges: createPasskeyChallenges({
        ...options,
        wall,
        keys: derived('signet passkey challenge'),
      }),
      passkeyCookie: createHostCookie(issuer, passkeyCookieName),
      cookie: createHostCookie(issuer, refreshCookieName),
      csrf,
      accessCookie: createHostCookie(issuer, accessCookieName, { plainPath: '/' }),
      deviceCookie: createHostCookie(issuer, deviceCookieName),
      rotationKeys: derived('signet refresh rotation'),
      askAhead: createAskAhead({ ...options, ...standing, hook, addClaims }),
      issueAccessToken: createAccessTokenIssuer({
        ...options,
        csrf,
        entitlements,
        mapClaims,
        rolesOf,
        sign,
        latestExpiry,
        latestIssue,
      }),
      clients,
      revocationNews,
      proofNonces: createProofNonces(derived('signet proof nonce'), wall),
      registrationTokens,
      clientStore: options.clients,
      removeClient: clientAdministration.remove,
      providers,
      providerCookie: createProviderCookie({ ...options, wall, keys: derived('signet provider sign-in') }),
      mailedSignIns,
      toolTokenSealer,
      emailSignInCookie: createEmailSignInCookie({
        ...options,
        wall,
        keys: derived('signet email sign-in'),
      }),
      showFailure,
      deviceRequests: createDeviceRequests({ ...options, wall }),
      deviceThrottle: throttle('device'),
      clientKeys: createClientKeys({ ...options, steady: clocks.steady }),
      clientThrottle: throttle('client'),
      issueExchangedToken: createExchangedTokenIssuer({
        ...options,
        entitlements,
        mapClaims,
        sign,
        latestExpiry,
        latestIssue,
      }),
      issueClientToken: createClientTokenIssuer({
        ...options,
        entitlements,
        mapClaims,
        sign,
        latestExpiry,
        latestIssue,
      }),
      answerRefusal,
      verifyAccessToken,
      keys,
      ...openProtocol({ ...options, wall, clients, keys, replica, endSession, showFailure }),
      issueIdToken: createIdTokenIssuer({ ...options, signing, latestExpiry }),
      documents,
      readAccessToken,
      proveSigning: keys.prove,
      readIssuedToken,
      readSharedToken,
      replica,
      ending,
      endSession,
      revoke,
    }),
    accounts: { ...directory, invite: createInvite({ ...options, directory, mailroom }) },
    audit: { deed: audit.deed, read: (query) => readAudit(query, options.audit) },
    mail: createMailAdministration(mailroom, options.mail),
    deliverMail: mailroom.deliverDue,
    revoke,
    revokeKey,
    issuedSoFar: latestIssue.current,
    verifyAccessToken,
  };
}

/** Apps that wait for news have them before anybody waits for their answer. */
function announcingTo(news: RevocationNews, { announce }: RevocationAnnouncer): RevocationAnnouncer {
  return {
    announce(entry) {
      news.poke();
      return announce(entry);
    },
  };
}
