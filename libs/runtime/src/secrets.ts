import { readFileSync } from 'node:fs';

/** The environment, as a process is given it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is missing */
export function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

/**
 * A secret: the variable itself, or what stands in the mounted file that `<name>_FILE` names, without the line's end.
 * @throws Error where both are given, or the file cannot be read; it never shows the secret
 */
export function secret(env: Env, name: string): string | undefined {
  const [value, file] = [env[name], env[`${name}_FILE`]];
  if (!file) return value;
  if (value) throw new Error(`${name} and ${name}_FILE are both given: one of them.`);
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    throw new Error(`${name}_FILE: ${(error as Error).message}`, { cause: error });
  }
}

/** @throws Error naming the variable that is missing */
export function requiredSecret(env: Env, name: string): string {
  return secret(env, name) || required(env, name);
}
