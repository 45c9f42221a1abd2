import { jestExpect } from '@jest/expect'

/** What a test file gets when it imports `@jest/globals`. */
export { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from 'jest-circus'
export const expect = jestExpect
