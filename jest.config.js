/** Tests run as ES modules on the sources themselves, as the services do: see `test/runner/runner.ts`. */
export default {
  runner: '<rootDir>/test/runner/runner.ts',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/data/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  testTimeout: 30_000,
  // Twice the cores the tests are to be fast on: tests of pages, of disks and of killed processes mostly wait.
  maxWorkers: 4,
}
