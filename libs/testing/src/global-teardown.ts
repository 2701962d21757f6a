/** After all tests: the server that the set-up started ends. */
export default async function tearDown(): Promise<void> {
  await globalThis.stopTestPostgres?.();
}
