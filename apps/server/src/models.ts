/** What commands ask of questions to language models, without a server. */
export {
  type CallerProtocol,
  callerProtocolOf,
  callerProtocols,
  type LossesBefore,
  lossesBefore,
  type ToldLoss,
} from '@signet/gateway';
