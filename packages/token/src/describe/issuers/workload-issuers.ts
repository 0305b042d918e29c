import { described, type IssuerForm, named } from './known-issuer.ts';

const cloudflare =
  'developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/application-token';
const github = 'docs.github.com/actions/reference/security/oidc';
const gitlab = 'docs.gitlab.com/ci/secrets/id_token_authentication';
const kubernetes = 'kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin';
const alb = 'docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html';

/** Machines that vouch for jobs, pods and requests. */
export const workloadIssuers: readonly IssuerForm[] = [
  {
    name: 'Cloudflare Access',
    is: named(/^https:\/\/[\w-]{1,100}\.cloudflareaccess\.com$/),
    note: 'It comes in the header Cf-Access-Jwt-Assertion; aud is the tag of the application.',
    source: cloudflare,
    members: described(cloudflare, {
      type: 'The kind of token: app for an application, org for the whole team.',
      identity_nonce: 'Where the whole identity can be asked for.',
      country: 'The country that the person signed in from.',
      common_name: 'The name of the service token.',
    }),
  },
  {
    name: 'GitHub Actions',
    is: named(/^https:\/\/token\.actions\.githubusercontent\.com(?:\/[\w-]{1,100})?$/),
    note: 'sub names repository and branch or environment: check the whole of it, never its beginning alone.',
    source: github,
    members: described(github, {
      repository: 'The repository in which the workflow runs.',
      repository_owner: 'The owner of the repository.',
      repository_id: 'The repository, by the number that stays when it is renamed.',
      repository_owner_id: 'The owner, by the number that stays when it is renamed.',
      repository_visibility: 'Who can see the repository.',
      ref: 'The branch or tag that the job runs for.',
      ref_type: 'Whether ref is a branch or a tag.',
      ref_protected: 'Whether the branch or tag is protected.',
      sha: 'The commit that the job runs for.',
      workflow: 'The name of the workflow.',
      workflow_ref: 'The file of the workflow, and at which branch or tag.',
      job_workflow_ref: 'The reusable workflow that the job comes from.',
      run_id: 'The run of the workflow.',
      run_number: 'How often the workflow has run.',
      run_attempt: 'How often this run was tried.',
      actor: 'Who started the run.',
      actor_id: 'Who started the run, by the number that stays.',
      event_name: 'The event that started the run.',
      environment: 'The environment that the job runs in.',
      runner_environment: 'Whose machine the job runs on.',
    }),
  },
  {
    name: 'GitLab',
    is: (_, claims) => claims.has('project_path') && claims.has('namespace_path'),
    note: 'sub names project and branch or tag: check the whole of it, never its beginning alone.',
    source: gitlab,
    members: described(gitlab, {
      namespace_id: 'The group of the project, by the number that stays when it is renamed.',
      namespace_path: 'The group of the project.',
      project_id: 'The project, by the number that stays when it is renamed.',
      project_path: 'The project in which the job runs.',
      user_login: 'Who started the run.',
      user_email: 'The e-mail address; not an identifier, as it may change hands.',
      pipeline_id: 'The run of the workflow.',
      pipeline_source: 'The event that started the run.',
      job_id: 'The job.',
      ref: 'The branch or tag that the job runs for.',
      ref_type: 'Whether ref is a branch or a tag.',
      ref_protected: 'Whether the branch or tag is protected.',
      sha: 'The commit that the job runs for.',
      environment: 'The environment that the job runs in.',
      runner_environment: 'Whose machine the job runs on.',
    }),
  },
  {
    name: 'Kubernetes',
    is: (issuer, claims) => claims.has('kubernetes.io') || issuer === 'kubernetes/serviceaccount',
    note: 'It belongs to a service account; bound tokens end with their pod, which only the cluster can tell.',
    source: kubernetes,
    members: described(kubernetes, {
      'kubernetes.io': 'The namespace, pod and service account that the token is bound to.',
      'kubernetes.io/serviceaccount/namespace': 'The namespace of the service account.',
      'kubernetes.io/serviceaccount/secret.name': 'The secret that the token was kept in.',
      'kubernetes.io/serviceaccount/service-account.name': 'The name of the service account.',
      'kubernetes.io/serviceaccount/service-account.uid': 'The service account, by its identifier.',
    }),
  },
  {
    name: 'AWS load balancer',
    is: (_, __, header) =>
      /^arn:aws[\w-]{0,20}:elasticloadbalancing:/.test(String(header.get('signer') ?? '')),
    note: 'It comes in the header x-amzn-oidc-data and is signed with its padding (=): leave the padding in, and check signer.',
    source: alb,
    members: described(alb, {
      signer: 'The load balancer that signed; check that it is yours.',
      client: 'The application the person signed in to.',
      exp: 'From this time on the token must be refused.',
    }),
  },
];
