import type { Kysely, Transaction } from 'kysely'
import type { EveryServiceTables } from './every-service.ts'
import type { IssuerTables } from './issuer.ts'
import type { RegisterTables } from './register.ts'
import type { WalletTables } from './wallet.ts'

export type ServiceName = 'issuer' | 'wallet' | 'verifier'

/** All tables there are. A service's database has those of every service and its own; the verifier has none of its own. */
export type Database = EveryServiceTables & IssuerTables & RegisterTables & WalletTables

/** Where a query runs: the storage's `db`, or a transaction. */
export type Queries = Kysely<Database>

/** Where a query must run together with others. */
export type Together = Transaction<Database>
