import type {
  ApiKeyId,
  ApiKeysAnswer,
  ApiKeysQuery,
  ApiKeyWithSecret,
  MakeApiKeyRequest,
  RevokedApiKeyAnswer,
  RotateApiKeyRequest,
} from '@signet/contracts';

/** The keys by which programs call APIs, as an administrator may change them; wired by the composition root. */
export interface ApiKeyAdministration {
  list(query: ApiKeysQuery): Promise<ApiKeysAnswer>;
  make(request: MakeApiKeyRequest): Promise<ApiKeyWithSecret>;
  rotate(id: ApiKeyId, request: RotateApiKeyRequest): Promise<ApiKeyWithSecret>;
  revoke(id: ApiKeyId): Promise<RevokedApiKeyAnswer>;
}
