import { Heading, page } from '#web'
import type { Issuer } from '../records/issuers.ts'
import type { Register } from '../records/register.ts'
import type { Entry } from '../records/register-entries.ts'
import type { ToldChange } from '../register/view.ts'
import { Appeals } from './register-page.tsx'
import { Awards, Changes, EntityFacts, KnownKeys } from './register-pieces.tsx'

interface EntryPageOptions {
  issuer: Issuer
  register: Register
  entry: Entry
  history: readonly ToldChange[]
}

/** The public page of one on a register. */
export function entryPage({ issuer, register, entry, history }: EntryPageOptions): string {
  const { entity, state } = entry
  return page({
    service: 'issuer',
    title: `${entity.name}: ${issuer.name}`,
    description: `What ${entity.name} may award, as ${issuer.name} recognises it.`,
    listed: true,
    body: (
      <div class="flow">
        <Heading
          back={{ href: `/issuers/${issuer.id}/register`, label: issuer.name }}
          lead={`As it is on the register: ${issuer.name}.`}
        >
          <bdi>{entity.name}</bdi>
        </Heading>
        <EntityFacts entity={entity} state={state} />
        <section class="flow">
          <h2>What it may award</h2>
          <Awards entity={entity} />
          <p class="soft">
            An award is recognised where its date, level and kind are within one of these, and one of the keys below
            signed it.
          </p>
        </section>
        <KnownKeys keys={entity.keys} />
        <Changes changes={history} />
        <p>
          <Appeals register={register} issuer={issuer} />
        </p>
      </div>
    ),
  })
}
