export { diagnoseSignature } from './diagnose-signature.ts';
export type { Diagnosis, DiagnosisCode, DiagnosisFinding } from './diagnosis.ts';
