import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaOf, services } from '@doit/contracts';
import { freePort } from '../../deploy/local/ports';
import { startPostgres } from '../../deploy/local/postgres';
import { connected, provision } from '../../deploy/local/provision';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
// A developer's machine may lack these two; a build must not go by that.
const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const hasPsql = spawnSync('psql', ['--version']).status === 0;
const isBuild = process.env['CI'] === 'true';

/** YAML on one line, the same whether it was written in blocks or in braces. */
const flat = (yaml: string): string => yaml.replace(/(?<=^|\s)- |[\s{}[\]]+|, /gm, ' ').replace(/ +/g, ' ');

/** What would be applied; where kubectl is missing, the files that the folder names, unrendered. */
function documentsOf(folder: string): string[] {
  const path = `deploy/k8s/${folder}`;
  if (hasKubectl) {
    const text = execFileSync('kubectl', ['kustomize', join(root, path)], { encoding: 'utf8' });
    return text.split(/^---$/m).map(flat);
  }
  const [, files = ''] = /^resources: \[(.*)\]$/m.exec(read(`${path}/kustomization.yaml`)) ?? [];
  return files.split(', ').map((file) => flat(read(`${path}/${file}`)));
}
const documentOf = (folder: string, kind: string): string =>
  documentsOf(folder).find((text) => text.includes(`kind: ${kind} `)) ?? '';

/** Values of passwords and the like that are written down instead of asked for. */
const writtenSecrets = (text: string): string[] => [
  ...(text.match(
    /(password|secret|token)\w*["']?\s*[:=]\s*(?!\$|\?|\{|false\b|name:|key:|'(?:owner_)?password')[^\s,;].*/gi,
  ) ?? []),
  ...(text.match(/:\/\/[^\s:@/]+:(?!\$\{\w+:\?\}@|…@)[^\s@/]+@/g) ?? []),
];

/** What runs as a process: the console is files that the gateway serves. */
const apps = foldersIn('apps').filter((app) => app !== 'console');
const compose = read('docker-compose.yml');
const dockerfile = read('deploy/docker/Dockerfile');
const { version } = JSON.parse(read('package.json')) as { version: string };
const portOf = (name: string): string => new RegExp(`\\b${name}=(\\d+)`).exec(dockerfile)?.[1] ?? '';

/** The part of docker-compose.yml that describes one service. */
const composed = (name: string): string =>
  new RegExp(`^  ${name}:\\n((?:    .*\\n)+)`, 'm').exec(compose)?.[1] ?? '';

test('kubectl renders every folder of deploy/k8s', () => {
  if (!hasKubectl && isBuild) throw new Error('kubectl is missing; install it.');
  if (!hasKubectl) process.stderr.write('kubectl is missing: deploy/k8s is read, not rendered.\n');
  const folders = foldersIn('deploy/k8s');
  expect(folders).toEqual(expect.arrayContaining(['base', 'nats', ...apps]));
  for (const folder of folders) {
    expect(documentsOf(folder).join(' ')).toMatch(/apiVersion: .* kind: /);
  }
});

test.each(apps)('%s runs from the image that compose builds, with little to do harm by', (app) => {
  const deployment = documentOf(app, 'Deployment');
  expect(deployment).toContain(` image: doit-${app}:${version} `);
  expect(deployment).toContain(` secretRef: name: doit-${app} `);
  for (const bound of [
    'runAsNonRoot: true',
    'readOnlyRootFilesystem: true',
    'allowPrivilegeEscalation: false',
    'drop: ALL',
    'seccompProfile: type: RuntimeDefault',
    'limits: memory: 256Mi',
  ]) {
    expect(deployment).toContain(` ${bound} `);
  }
  expect(composed(app)).toContain(`image: doit-${app}:${version}\n`);
  expect(composed(app)).toContain(`dockerfile: deploy/docker/Dockerfile, args: { APP: ${app} }`);
});

test.each(apps)('%s is asked for its health where the image listens for that', (app) => {
  const deployment = documentOf(app, 'Deployment');
  expect(deployment).toContain(' livenessProbe: httpGet: path: /health/live port: internal ');
  expect(deployment).toContain(' readinessProbe: httpGet: path: /health/ready port: internal ');
  const port = portOf('INTERNAL_PORT');
  expect(port).not.toBe('');
  const named = [` containerPort: ${port} name: internal `, ` name: internal containerPort: ${port} `];
  expect(named.some((text) => deployment.includes(text))).toBe(true);
});

test.each(apps)('the image of %s starts a file that the build makes', (app) => {
  const { projects } = JSON.parse(read('nest-cli.json')) as { projects: Record<string, unknown> };
  expect(projects[app]).toMatchObject({ entryFile: 'main', sourceRoot: `apps/${app}/src` });
  expect(existsSync(join(root, `apps/${app}/src/main.ts`))).toBe(true);
  expect(dockerfile).toContain('exec node dist/apps/$APP/src/main.js');
});

test('the image of the gateway brings the console', () => {
  expect(dockerfile).toContain('if [ "$APP" = gateway ]; then node apps/console/build.mjs; fi');
  expect(read('.dockerignore').split('\n')).toContain('!openapi.json');
});

test.each(services)('the tables of %s are made by its own image, as the owner of its schema', (service) => {
  const migration = `dist/apps/${service}/src/migrate.js`;
  expect(existsSync(join(root, `apps/${service}/src/migrate.ts`))).toBe(true);
  const job = documentOf(service, 'Job');
  expect(job).toContain(` command: node ${migration} `);
  expect(job).toContain(` image: doit-${service}:${version} `);
  expect(job).toMatch(new RegExp(`name: DATABASE_OWNER_URL .*doit-${service}-owner `));
  expect(documentOf(service, 'Deployment')).not.toContain('-owner');
  const step = composed(`migrate-${service}`);
  expect(step).toContain(`image: doit-${service}:${version}\n`);
  expect(step).toContain(`command: [node, ${migration}]`);
  expect(step).toContain(`postgresql://${schemaOf(service)}_owner:`);
  expect(composed(service)).toContain(`migrate-${service}: { condition: service_completed_successfully }`);
  expect(composed(service)).not.toContain('_OWNER');
});

test('compose lets nobody in from outside of the machine', () => {
  const published = compose.match(/^ +ports:.*/gm) ?? [];
  expect(published).toEqual([`    ports: ['127.0.0.1:\${PORT:-8080}:${portOf('PORT')}']`]);
  expect(compose).not.toMatch(/network_mode|privileged/);
});

test('a written password is found, and none is written', () => {
  expect(writtenSecrets('POSTGRES_PASSWORD: hunter2')).toHaveLength(1);
  expect(writtenSecrets('NATS_PASSWORD: ${NATS_PASSWORD_TRADE:-demo}')).toHaveLength(1);
  expect(writtenSecrets('postgresql://trade:trade@postgres:5432/doit')).toHaveLength(1);
  const files = foldersIn('deploy/k8s').flatMap((folder) =>
    readdirSync(join(root, 'deploy/k8s', folder)).map((file) => `deploy/k8s/${folder}/${file}`),
  );
  for (const file of [
    ...files,
    'docker-compose.yml',
    'deploy/docker/Dockerfile',
    'deploy/docker/provision.sh',
  ]) {
    expect({ file, secrets: writtenSecrets(read(file)) }).toEqual({ file, secrets: [] });
    expect(read(file)).not.toMatch(/^kind: Secret$/m);
  }
});

test('every Secret that is asked for, and every password of the broker, stands in the README', () => {
  const readme = read('deploy/k8s/README.md');
  const asked = foldersIn('deploy/k8s').flatMap((folder) =>
    documentsOf(folder).flatMap((text) => [
      ...text.matchAll(/ secret(?:Ref|KeyRef): (?:key: \w+ )?name: ([\w-]+)/g),
    ]),
  );
  const names = new Set(asked.map(([, name = '']) => name));
  expect(names.size).toBe(2 + 2 * services.length);
  for (const name of names) {
    const row = name.replace(new RegExp(`-(${services.join('|')})(?=-|$)`), '-<service>');
    expect(readme).toMatch(new RegExp(`^\\| \`${row}\` +\\|`, 'm'));
  }
  const users = ['gateway', ...services.map(schemaOf)];
  const passwords = users.map((user) => `NATS_PASSWORD_${user.toUpperCase()}`);
  expect(read('deploy/k8s/nats/nats.conf').match(/(?<=password: \$)\w+/g)).toEqual(passwords);
  for (const password of passwords) {
    expect(readme).toContain(`\`${password}\``);
    expect(composed('nats')).toContain(`${password}: \${${password}:?}`);
  }
});

/** What was made of a database: schemas, whose they are, who may create there, and the roles' search paths. */
const furniture = (url: string): Promise<unknown[]> =>
  connected(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(`
      select nspname as name, nspowner::regrole::text as owner, nspacl::text as detail,
             has_database_privilege(nspowner, current_database(), 'create') as creates
        from pg_namespace where nspname !~ '^pg_'
      union all select 'search_path', setrole::regrole::text, setconfig::text, null from pg_db_role_setting s
        join pg_database d on d.oid = s.setdatabase and datname = current_database()
      union all select extname, extnamespace::regnamespace::text, null, null from pg_extension
      order by 1, 2`);
    return rows;
  });

(hasPsql || isBuild ? test : test.skip)(
  'provision.sh makes the same of a database as a local start does, also the second time',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'doit-deploy-'));
    chmodSync(home, 0o755);
    const port = await freePort();
    const server = await startPostgres({ home, port, settings: { fsync: 'off' }, say: () => undefined });
    try {
      const passwordOf = (role: string): string => `it's-${role}`;
      const { password } = new URL(server.url);
      await connected(server.url, (client) => client.query('create database by_script'));
      const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], PGUSER: 'postgres', PGPASSWORD: password };
      Object.assign(env, { PGHOST: '127.0.0.1', PGPORT: String(server.port), PGDATABASE: 'by_script' });
      for (const role of services.map(schemaOf).flatMap((schema) => [schema, `${schema}_owner`])) {
        env[`DATABASE_PASSWORD_${role.toUpperCase()}`] = passwordOf(role);
      }
      const script = join(root, 'deploy/docker/provision.sh');
      for (const _ of [1, 2]) execFileSync('sh', [script], { env, stdio: 'pipe' });
      const inside = (database: string, url: string): string => url.replace(/[^/]*$/, database);
      for (const role of ['export_import', 'reporting_owner']) {
        const login = new URL(inside('by_script', server.url));
        Object.assign(login, { username: role, password: passwordOf(role) });
        await expect(connected(login.href, (client) => client.query('select'))).resolves.toBeDefined();
      }
      const made = await furniture(inside('by_script', server.url));
      await provision({ adminUrl: server.url, database: 'by_start', passwordOf });
      expect(made).toEqual(await furniture(inside('by_start', server.url)));
      expect(made.length).toBeGreaterThan(3 * services.length);
    } finally {
      await server.discard();
      rmSync(home, { recursive: true });
    }
  },
  60_000,
);
