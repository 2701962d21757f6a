import { schemaOf, services } from '../../libs/contracts/src/services';
import { connected, forEachService, type ServiceDatabases } from './provision';
import { wordsOf } from './words';

type Environment = Record<string, string | undefined>;

/**
 * Ready-made roles, where no administrator's URL may be had: `DATABASE_URL_<SERVICE>` for the role that runs
 * the service, `DATABASE_OWNER_URL_<SERVICE>` for the owner of its schema. Null where none is given.
 *
 * @throws Error that names every variable, schema and privilege that is missing.
 */
export async function givenDatabases(environment: Environment): Promise<ServiceDatabases | null> {
  const names = services.map((service) => schemaOf(service).toUpperCase());
  const variables = names.flatMap((name) => [`DATABASE_URL_${name}`, `DATABASE_OWNER_URL_${name}`]);
  if (variables.every((variable) => !environment[variable])) return null;
  const unset = variables.filter((variable) => !environment[variable]);
  if (unset.length > 0)
    throw new Error(`Ready-made roles are given, and these are missing: ${unset.join(', ')}.`);
  const databases = forEachService((service) => {
    const name = schemaOf(service).toUpperCase();
    return {
      url: environment[`DATABASE_URL_${name}`] ?? '',
      ownerUrl: environment[`DATABASE_OWNER_URL_${name}`] ?? '',
    };
  });
  const lacks = await Promise.all(
    services.map(async (service) => {
      const schema = schemaOf(service);
      const { url, ownerUrl } = databases[service];
      const name = schema.toUpperCase();
      return [
        ...(await lacking(`DATABASE_OWNER_URL_${name}`, ownerUrl, schema, true)),
        ...(await lacking(`DATABASE_URL_${name}`, url, schema, false)),
      ];
    }),
  );
  if (lacks.flat().length > 0) throw new Error(`The ready-made roles lack:\n  ${lacks.flat().join('\n  ')}`);
  return databases;
}

async function lacking(variable: string, url: string, schema: string, owner: boolean): Promise<string[]> {
  try {
    const { rows } = await connected(url, (client) =>
      client.query<{ there: boolean; first: boolean; usage: boolean; create: boolean; unaccent: boolean }>(
        `select to_regnamespace($1) is not null as there,
                coalesce((current_schemas(false))[1], '') = $1 as first,
                coalesce(has_schema_privilege(to_regnamespace($1), 'usage'), false) as usage,
                coalesce(has_schema_privilege(to_regnamespace($1), 'create'), false) as create,
                exists (select from pg_extension where extname = 'unaccent'
                          and extnamespace = 'public'::regnamespace) as unaccent`,
        [schema],
      ),
    );
    const found = rows[0];
    if (!found?.there) return [`${variable}: the schema ${schema}`];
    return [
      ...(found.usage ? [] : [`${variable}: USAGE on schema ${schema}`]),
      ...(owner && !found.create ? [`${variable}: CREATE on schema ${schema}`] : []),
      ...(!owner && found.create ? [`${variable}: a role that may not create in schema ${schema}`] : []),
      ...(found.usage && !found.first ? [`${variable}: search_path = ${schema}, public`] : []),
      ...(found.unaccent ? [] : [`${variable}: the extension unaccent in schema public`]),
    ];
  } catch (error) {
    return [`${variable}: an answer (${wordsOf(error)})`];
  }
}
