import { Empty, Heading, Pagination, page } from '#web'
import type { Issuer } from '../records/issuers.ts'
import type { ToldChange } from '../register/view.ts'
import { Changes } from './register-pieces.tsx'

interface ChangeLogOptions {
  issuer: Issuer
  changes: readonly ToldChange[]
  total: number
  page: number
  size: number
}

/** The public log of a register's changes. */
export function changeLogPage({ issuer, changes, total, page: at, size }: ChangeLogOptions): string {
  const place = `/issuers/${issuer.id}/register`
  return page({
    service: 'issuer',
    title: `What was changed: ${issuer.name}`,
    description: `What ${issuer.name} changed on its register, and when.`,
    listed: true,
    body: (
      <div class="flow">
        <Heading
          back={{ href: place, label: issuer.name }}
          lead="Every change is proposed by one person and confirmed by another. Nothing is ever taken out."
        >
          What was changed
        </Heading>
        {changes.length === 0 ? (
          <Empty title="No change yet">What is changed on the register is listed here.</Empty>
        ) : (
          <Changes changes={changes} place={`${place}/entry`} />
        )}
        <Pagination page={at} pages={Math.ceil(total / size)} href={(number) => `${place}/changes?page=${number}`} />
      </div>
    ),
  })
}
