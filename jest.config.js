// Every kind of test runs in one Jest; `npm test -- <path>` picks. Long ones (test/chaos, test/access) run by test:deep.
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];
module.exports = {
  rootDir: __dirname,
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.runtime/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.runtime'],
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
  transform: { '\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition|cookie|file-type|uuid)/)'],
  moduleNameMapper: {
    '^@doit/(contracts|reference|rpc|events|observations|registers|audit|runtime|testing)$':
      '<rootDir>/libs/$1/src',
  },
  testTimeout: 120000,
  maxWorkers: 2,
};
