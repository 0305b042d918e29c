import { claimRegistry } from '@signet/token/describe';
import type { JsonNode } from '@signet/token/json';
import type { ClaimPath } from '@signet/token/sd-jwt';

/** A claim or an element that the holder of an SD-JWT may be allowed to hold back. */
export interface Disclosable {
  /** Its path as JSON, to tell it apart. */
  readonly id: string;
  readonly path: ClaimPath;
  readonly node: JsonNode;
}

/** As many and as deep as can be ticked with patience. */
const most = 200;
const mostLevels = 4;

/** Every place below an object, each before what stands inside it. */
export function disclosablesOf(root: JsonNode): readonly Disclosable[] {
  return below(root, []).slice(0, most);
}

function below(node: JsonNode, way: ClaimPath): readonly Disclosable[] {
  if (way.length === mostLevels) return [];
  return stepsOf(node).flatMap(([step, inner]) => {
    const path = [...way, step];
    return [{ id: JSON.stringify(path), path, node: inner }, ...below(inner, path)];
  });
}

function stepsOf(node: JsonNode): readonly (readonly [string | number, JsonNode])[] {
  if (node.kind === 'object') return node.members.map(({ name, value }) => [name.value, value]);
  return node.kind === 'array' ? node.items.map((item, index) => [index, item]) : [];
}

/** What is about the person is worth holding back; what the protocol needs is not. */
export function isPersonal({ path }: Disclosable): boolean {
  const [name, ...inner] = path;
  return inner.length === 0 && typeof name === 'string' && isOfProfile(name);
}

function isOfProfile(name: string): boolean {
  return Object.hasOwn(claimRegistry, name) && claimRegistry[name]?.rule === 'OpenID Connect Core 1.0 §5.1';
}
