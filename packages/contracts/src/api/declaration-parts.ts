import type { ErrorCode } from '../errors/catalogue.ts';
import type { Address } from './addresses.ts';
import { conditionSchema } from './condition.ts';
import {
  addDeclarationRequestSchema,
  changeDeclarationRequestSchema,
  declarationAnswerSchema,
  declarationParametersSchema,
  declarationsAnswerSchema,
  declarationsQuerySchema,
  removeDeclarationAnswerSchema,
} from './declarations.ts';
import type { Endpoint } from './endpoint.ts';
import { administrators, changing } from './endpoint-codes.ts';
import type { ControlExchanges, Exchange } from './exchanges.ts';

type PartsOf<Of extends Exchange> = Omit<Endpoint<Of>, keyof Address | 'summary'>;

interface DeclarationParts {
  readonly list: PartsOf<ControlExchanges['listApis']>;
  readonly add: PartsOf<ControlExchanges['addApi']>;
  readonly show: PartsOf<ControlExchanges['showApi']>;
  readonly change: PartsOf<ControlExchanges['changeApi']>;
  readonly remove: PartsOf<ControlExchanges['removeApi']>;
}

const declaring: readonly ErrorCode[] = [
  ...administrators,
  ...changing,
  'declaration_changed',
  'declaration_invalid',
];
const stored: readonly ErrorCode[] = ['declaration_unknown', 'declaration_configured'];

/** What the endpoints of APIs, roles and groups have in common. */
export const declarationParts: DeclarationParts = {
  list: {
    status: 200,
    query: declarationsQuerySchema,
    answer: declarationsAnswerSchema,
    codes: [...administrators, 'request_invalid'],
  },
  add: {
    status: 201,
    body: addDeclarationRequestSchema,
    answer: declarationAnswerSchema,
    codes: [...declaring, 'declaration_exists'],
  },
  show: {
    status: 200,
    parameters: declarationParametersSchema,
    answer: declarationAnswerSchema,
    codes: [...administrators, 'request_invalid', 'declaration_unknown'],
  },
  change: {
    status: 200,
    parameters: declarationParametersSchema,
    condition: conditionSchema,
    body: changeDeclarationRequestSchema,
    answer: declarationAnswerSchema,
    codes: [...declaring, ...stored, 'precondition_missing'],
  },
  remove: {
    status: 200,
    parameters: declarationParametersSchema,
    answer: removeDeclarationAnswerSchema,
    codes: [...declaring, ...stored],
  },
};
