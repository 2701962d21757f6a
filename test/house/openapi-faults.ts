type Json = Record<string, unknown>;

/** What keeps a document from being a sound OpenAPI 3.1 description of the house; empty where nothing does. */
export function openapiFaults(document: Json): string[] {
  const paths = Object.entries((document['paths'] ?? {}) as Record<string, Record<string, Json>>);
  const operations = paths.flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  const ids = operations.map(({ operation }) => operation['operationId'] as string);
  return [
    ...(/^3\.1\.\d$/.test(String(document['openapi'])) ? [] : ['it is not OpenAPI 3.1']),
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `two operations are ${id}`),
    ...operations.flatMap(({ path, operation }) => operationFaults(path, operation)),
    ...partFaults(document, document, '#'),
  ];
}

function operationFaults(path: string, operation: Json): string[] {
  const id = String(operation['operationId']);
  const parameters = (operation['parameters'] ?? []) as Json[];
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const declared = parameters.filter((parameter) => parameter['in'] === 'path');
  const names = parameters.map((parameter) => `${String(parameter['in'])} ${String(parameter['name'])}`);
  return [
    ...named
      .filter(
        (name) => !declared.some((parameter) => parameter['name'] === name && parameter['required'] === true),
      )
      .map((name) => `${id} does not declare {${name ?? ''}}`),
    ...declared
      .filter((parameter) => !named.includes(parameter['name'] as string))
      .map((parameter) => `${id} has no {${String(parameter['name'])}} in its path`),
    ...names.filter((name, n) => names.indexOf(name) !== n).map((name) => `${id} declares ${name} twice`),
    ...parameters
      .filter((parameter) => !parameter['description'] || !parameter['schema'])
      .map((parameter) => `${id} does not describe ${String(parameter['name'])}`),
    ...(operation['summary'] ? [] : [`${id} has no summary`]),
    ...(Object.keys(operation['responses'] ?? {}).length > 1 ? [] : [`${id} answers nothing`]),
  ];
}

/** Goes through every part: references must lead somewhere, fields must be described. */
function partFaults(document: Json, part: unknown, at: string): string[] {
  if (Array.isArray(part)) return part.flatMap((one, n) => partFaults(document, one, `${at}/${n}`));
  if (typeof part !== 'object' || part === null) return [];
  const { $ref, properties } = part as { $ref?: string; properties?: Record<string, Json> };
  return [
    ...($ref !== undefined && !leadsSomewhere(document, $ref) ? [`${at} refers to nothing: ${$ref}`] : []),
    ...Object.entries(properties ?? {})
      .filter(([, field]) => !field['description'])
      .map(([name]) => `${at}/properties/${name} is not described`),
    ...Object.entries(part).flatMap(([key, inner]) => partFaults(document, inner, `${at}/${key}`)),
  ];
}

function leadsSomewhere(document: Json, ref: string): boolean {
  const steps = ref.split('/');
  if (steps.shift() !== '#') return false;
  return steps.reduce<unknown>((part, step) => (part as Json | undefined)?.[step], document) !== undefined;
}
