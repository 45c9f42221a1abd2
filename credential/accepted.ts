import { STATUS_TYPES } from './checks/status.ts'
import { DID_METHODS } from './did/resolve.ts'
import { OLDER_SUITES, SUITES } from './proof/suites.ts'
import { JWT_ALGORITHMS } from './proof/vc-jwt.ts'

/** What can be checked here, for showing it: the very lists that the checks go by. */
export const ACCEPTED = {
  /** Data Integrity: `cryptosuite`, or a proof's `type` from before there were cryptosuites. */
  suites: [...SUITES, ...OLDER_SUITES].map((suite) => ({
    name: suite.name,
    algorithms: suite.algorithms,
    isSelective: 'derive' in suite,
  })),
  /** JOSE's `alg`, for VC-JWT, SD-JWT VC and presentations. */
  jwtAlgorithms: JWT_ALGORITHMS,
  didMethods: DID_METHODS,
  /** The `type` of an entry in `credentialStatus`. */
  statusTypes: STATUS_TYPES,
} as const
