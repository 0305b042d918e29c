import { checkedFormats, type JsonSchema } from '@signet/contracts';
import {
  Ajv2020,
  type AnySchema,
  type ErrorObject,
  type Format,
  type FormatDefinition,
  type ValidateFunction,
} from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { LRUCache } from 'lru-cache';

/** Why a value is not what a schema says; undefined where it is. */
export type HoldAgainst = (value: unknown) => ErrorObject | undefined;

/** Longer texts keep to no pattern and to no format: how long a regular expression takes must not be the client's to say. */
export const longestMatched = 4_096;

/** Of these, names of hosts are the longest part (RFC 1035 §2.3.4, RFC 5321 §4.5.3.1); their expressions take the square of it. */
const longestOfFormat: Readonly<Record<string, number>> = { email: 320, hostname: 255 };

/**
 * So many times one value is held against schemas that may hold themselves. Of a choice of such schemas each level of the value
 * multiplies the work, and how many levels there are is the client's to say.
 */
export const mostLooks = 500_000;
const look = 'signetLook';

/** Schemas whose functions are kept: a little more than a configuration of many routes has. */
export const mostSchemas = 10_000;
/** Of the schemas whose functions are kept; a function takes some times as much as what it was made of. */
const mostCharacters = 16 * 1024 * 1024;

/**
 * Makes functions of schemas: of the same text once, whichever routes and configurations say it, and each in a room of its own,
 * so that one which is forgotten holds on to no other.
 */
export class Schemas {
  readonly #known = new LRUCache<string, HoldAgainst>({
    max: mostSchemas,
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => text.length,
  });
  #looks = 0;

  /** @throws Error for a schema that cannot be used, such as one with a reference that leads nowhere */
  compile(schema: JsonSchema): HoldAgainst {
    const text = JSON.stringify(schema);
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = this.#make(schema);
    this.#known.set(text, made);
    return made;
  }

  #make(schema: JsonSchema): HoldAgainst {
    const ajv = newAjv(this.#count);
    const validate: ValidateFunction = ajv.compile(counted(schema) as AnySchema);
    return (value) => {
      this.#looks = 0;
      try {
        return validate(value) === true ? undefined : outermost(validate.errors ?? []);
      } catch (error) {
        if (error instanceof TooManyLooks) return tooMuch;
        throw error;
      }
    };
  }

  readonly #count = (): boolean => {
    this.#looks += 1;
    // Thrown, for what is only false could be turned round by a `not`.
    if (this.#looks > mostLooks) throw new TooManyLooks();
    return true;
  };
}

class TooManyLooks extends Error {}

const tooMuch: ErrorObject = Object.freeze({
  keyword: `at most ${mostLooks} looks`,
  instancePath: '',
  schemaPath: '',
  params: {},
});

/** Each way in by which a schema could come to itself again is counted. */
function counted(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const definitions = schema['$defs'];
  const inside =
    typeof definitions === 'object' && definitions !== null
      ? {
          $defs: Object.fromEntries(
            Object.entries(definitions).map(([name, each]) => [name, withLook(each)]),
          ),
        }
      : {};
  return { ...schema, ...inside, [look]: true };
}

function withLook(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null ? { ...schema, [look]: true } : schema;
}

/** The value itself is never kept beside its errors: neither `verbose` nor `$data`. All errors would be the client's to choose the number of. */
function newAjv(count: () => boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: false,
    ownProperties: true,
    unicodeRegExp: true,
    inlineRefs: false,
    // 19.99 is a multiple of 0.01, whatever is left of it in binary.
    multipleOfPrecision: 8,
    addUsedSchema: false,
    // Looked at when the configuration was read.
    validateSchema: false,
    meta: false,
    logger: false,
    code: { regExp: boundedPattern },
  });
  ajv.addKeyword({ keyword: look, schemaType: 'boolean', validate: count, errors: false, before: '$ref' });
  for (const name of checkedFormats)
    ajv.addFormat(name, bounded(fullFormats[name], longestOfFormat[name] ?? longestMatched));
  return ajv;
}

function boundedPattern(pattern: string, flags: string) {
  const expression = new RegExp(pattern, flags);
  return {
    test: (text: string) => text.length <= longestMatched && expression.test(text),
    // By this, ajv tells one from the others.
    toString: () => String(expression),
  };
}
boundedPattern.code = 'boundedPattern';

function bounded(format: Format, longest: number): Format {
  if (typeof format === 'function') return (text: string) => text.length <= longest && format(text);
  if (format instanceof RegExp) return (text: string) => text.length <= longest && format.test(text);
  if (typeof format !== 'object' || format.type === 'number' || format.async === true) return format;
  const validate = format.validate as FormatDefinition<string>['validate'];
  return typeof validate === 'string' ? format : bounded(validate, longest);
}

/** Of a choice between schemas the choice, and not why each of them was none; of a condition what it then asks. */
function outermost(errors: readonly ErrorObject[]): ErrorObject {
  const [last, before] = [errors.at(-1), errors.at(-2)];
  const told = last?.keyword === 'if' && before !== undefined ? before : last;
  // Fails closed: a value that is no good is none, even where nobody says why.
  return told ?? { keyword: 'false schema', instancePath: '', schemaPath: '', params: {} };
}
