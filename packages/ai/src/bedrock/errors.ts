import { sayable } from '../failure/sayable.ts';
import { isErrorStatus } from '../failure/status.ts';
import { isRecord } from '../fields/fields.ts';
import type { ModelFailure } from '../model/event.ts';

/** Its exceptions, and how HTTP says them. */
const statuses: Readonly<Record<string, number>> = {
  validationexception: 400,
  accessdeniedexception: 403,
  resourcenotfoundexception: 404,
  modelerrorexception: 502,
  modelnotreadyexception: 503,
  modelstreamerrorexception: 502,
  modeltimeoutexception: 504,
  servicequotaexceededexception: 429,
  serviceunavailableexception: 503,
  throttlingexception: 429,
  internalserverexception: 500,
};

/**
 * The failure that an exception of Bedrock tells: in a body, or in a frame.
 * @param status of HTTP; absent where it stood in a frame
 * @param name of the exception, where the frame says it
 */
export function readBedrockError(body: unknown, status?: number, name?: string): ModelFailure {
  const fields = isRecord(body) ? body : {};
  const said = fields['message'] ?? fields['Message'];
  const type = name ?? nameIn(fields['__type']);
  const message = sayable(typeof said === 'string' && said !== '' ? said : 'The provider gave no reason.');
  const failure = { status: isErrorStatus(status) ? status : (ofName(type) ?? 502), message };
  return type === undefined ? failure : { ...failure, type };
}

/** Some services put where it comes from before it: `com.amazon#ThrottlingException`. */
function nameIn(type: unknown): string | undefined {
  return typeof type === 'string' ? type.slice(type.lastIndexOf('#') + 1).slice(0, 100) : undefined;
}

function ofName(type: string | undefined): number | undefined {
  const name = type?.toLowerCase() ?? '';
  return Object.hasOwn(statuses, name) ? statuses[name] : undefined;
}
