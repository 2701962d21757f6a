// What the console knows of registers: read out of openapi.json at the build, one entry for each resource with a life.
const stepped = /^\/v1\/([a-z-]+)\/([a-z-]+)\/\{id\}\/\{step\}$/;
const beside = ['sort', 'format', 'limit', 'after'];
const own = ['id', 'version', 'recordedAt', 'changedAt'];
const territories = ['territory', 'placeTerritory', 'coHosts', 'unitGroup', 'handedTo', 'eventTerritory'];
const ofTerritory = new Set([...territories, 'offerTerritory']);
const countries = new Set(['country', 'targetMarkets', 'market', 'markets']);

/** All registers of the description, in its order. */
export function registersOf(api) {
  const schemas = api.components.schemas;
  const resolved = (schema) =>
    schema?.$ref === undefined ? schema : schemas[schema.$ref.slice('#/components/schemas/'.length)];
  const answer = (operation) => {
    const { responses } = operation;
    return resolved((responses[200] ?? responses[201]).content['application/json'].schema);
  };
  const body = (operation) => resolved(operation.requestBody.content['application/json'].schema);

  const fieldOf = (name, schema, required = []) => {
    const plain = schema.anyOf ? schema.anyOf.find((one) => one.type !== 'null') : schema;
    const isMany = [plain.type].flat().includes('array');
    const one = resolved(isMany ? plain.items : plain);
    const type = [one.type].flat().find((each) => each !== 'null');
    const parts = one.properties && Object.entries(one.properties).map(([each, part]) => fieldOf(each, part));
    return {
      name,
      says: (schema.description ?? name).split(';')[0],
      kind: kindOf(name, one, type),
      ...(isMany && { isMany }),
      ...(required.includes(name) && { isRequired: true }),
      ...(one.enum && { values: one.enum }),
      ...(type === 'integer' && one.maximum <= 20 && { values: range(one.minimum ?? 0, one.maximum) }),
      ...(one.maxLength && { longest: one.maxLength }),
      ...(parts && { parts }),
    };
  };
  const fieldsOf = ({ properties, required }, without = []) =>
    Object.entries(properties)
      .filter(([name]) => !without.includes(name))
      .map(([name, schema]) => fieldOf(name, schema, required));
  const namesOf = (schema) => Object.keys(schema.properties);

  return Object.entries(api.paths).flatMap(([path, { post: step }]) => {
    const [, service, register] = stepped.exec(path) ?? [];
    if (!register) return [];
    const [list, one] = [
      api.paths[`/v1/${service}/${register}`],
      api.paths[`/v1/${service}/${register}/{id}`],
    ];
    const enter = body(list.post);
    const parameters = list.get.parameters.map(({ name }) => name);
    const sorts = list.get.parameters.find(({ name }) => name === 'sort').schema.enum;
    const entry = answer(one.get);
    return [
      {
        service,
        register,
        isPublic: list.get.security === undefined,
        fields: fieldsOf({ ...entry, required: enter.required }, own),
        enter: namesOf(enter),
        change: namesOf(body(one.patch)),
        known: namesOf(resolved(body(step).properties.known)),
        filters: parameters.filter((name) => !['territory', 'q', ...beside].includes(name)),
        sorts: sorts.filter((name) => !name.startsWith('-')),
      },
    ];
  });
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n));

/** How a value is written and entered. */
function kindOf(name, { format, enum: values, pattern, maxLength, properties }, type) {
  if (properties) return 'parts';
  if (values) return 'choice';
  if (type === 'boolean') return 'flag';
  if (type === 'integer') return /^(year|edition|supportedIn)/.test(name) ? 'year' : 'whole';
  if (format === 'decimal') return 'decimal';
  if (format === 'date') return 'day';
  if (ofTerritory.has(name)) return 'territory';
  if (countries.has(name)) return 'country';
  if (name === 'month' && pattern) return 'month';
  return maxLength > 300 ? 'prose' : 'text';
}
