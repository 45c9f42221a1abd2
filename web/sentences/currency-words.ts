import type { CurrencyCode } from '#skills'
import { countInWelsh } from '../dates.ts'
import { catalogue } from '../language.tsx'
import { currencySays as en, periodInWords } from './en-currency.ts'
import { type Says, said } from './says.ts'

const cy: Says<CurrencyCode> = {
  'currency.revoked': () => 'Mae ei dyroddwr wedi’i dirymu. Nid yw ei dyddiadau o bwys mwyach.',
  'currency.suspended': () =>
    'Mae ei dyroddwr wedi’i hatal dros dro. Nid yw’n cyfrif nes bod y dyroddwr yn caniatáu hynny eto.',
  'currency.statusUnknown': () =>
    'Yn y gwiriad diwethaf nid oedd modd gweld a oedd ei dyroddwr wedi’i dirymu. Felly ni ddywedir dim yma.',
  'currency.superseded': () => 'Rhoddodd ei dyroddwr un fwy newydd i chi yn ei lle.',
  'currency.noSuchDay': ({ day }) => `Mae’n nodi diwrnod nad yw yn y calendr: ${said(day)}.`,
  'currency.inFuture': ({ day }) => `Ar ${said(day)} y mae’n dechrau, nid cyn hynny.`,
  'currency.notStated': () =>
    'Nid oes neb yn nodi pa mor hir y mae’n para: na’i dyroddwr, nac unrhyw fframwaith y mae’n ei enwi.',
  'currency.doesNotExpire': () => 'Mae ei dyroddwr neu ei fframwaith yn dweud nad yw’n dod i ben.',
  'currency.until': ({ until }) => `Mae’n gyfredol hyd at ${said(until)}, gan gynnwys y diwrnod hwnnw.`,
  'currency.untilStated': ({ day }) => `Mae ei dyroddwr yn nodi ${said(day)} fel y diwrnod olaf.`,
  'currency.untilByPolicy': ({ day, period }) =>
    `Mae rheol yn gadael iddi bara am ${periodInWords(String(period))} ar ôl ei dyfarnu: hyd at ${said(day)}.`,
  'currency.dueSoon': ({ until, days }) =>
    `Daw i ben ar ${said(until)}: ${days === 0 ? 'heddiw' : `mae ${countInWelsh(Number(days), 'diwrnod', 'ddiwrnodau')} i fynd`}.`,
  'currency.inGrace': ({ until, graceUntil }) =>
    `Daeth i ben ar ${said(until)}, ac mae’n dal i gyfrif hyd at ${said(graceUntil)}.`,
  'currency.lapsed': ({ until, onLapse }) =>
    onLapse === 'NotAuthorised'
      ? `Daeth i ben ar ${said(until)}. Ni chaniateir mwyach yr hyn yr oedd yn ei ganiatáu.`
      : `Daeth i ben ar ${said(until)}. Mae’n dal yn wir iddi gael ei dyfarnu.`,
  'cpd.counted': ({ hours, day }) => `Mae ${said(hours)} awr ar ${said(day)} yn cyfrif.`,
  'cpd.renewed': ({ hours, needed, until }) =>
    `${said(hours)} awr o’r ${said(needed)}: mae hynny’n ei hadnewyddu hyd at ${said(until)}.`,
  'cpd.hoursMissing': ({ hours, needed }) =>
    `${said(hours)} awr o’r ${said(needed)}: nid yw’n ddigon i’w hadnewyddu eto.`,
  'cpd.duplicate': () => 'Fe’i cofnodwyd ddwywaith.',
  'cpd.noSuchDay': ({ day }) => `Nid yw’r diwrnod hwn yn y calendr: ${said(day)}.`,
  'cpd.noHours': () => 'Nid oes nifer o oriau iddo.',
  'cpd.inFuture': ({ day }) => `Mae ei ddiwrnod eto i ddod: ${said(day)}.`,
  'cpd.beforeAward': ({ day }) => `Mae o’r cyfnod cyn y dyfarniad: ${said(day)}.`,
  'cpd.afterLapse': ({ day }) => `Mae o’r cyfnod ar ôl iddi ddod i ben: ${said(day)}.`,
  'cpd.notRenewing': () => 'Nid oes rheol sy’n gadael i oriau a gofnodwyd adnewyddu hon.',
}

/** Why something is as current as it is, and what hours of further training came to. */
export const currencySays = catalogue({ en, cy })
