import type { JsonObject } from '#platform'
import { deriveRoute, outboxRoutes, type Route, signInRoutes } from '#server'
import { outboxPage } from '#web'
import { noteSignIn } from './enter.ts'
import type { WalletParts } from './parts.ts'
import { accountRoutes } from './routes/account.ts'
import { addRoutes } from './routes/add.ts'
import { confirmRoutes } from './routes/confirm.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { describedRoutes } from './routes/described.ts'
import { formatRoutes } from './routes/formats.ts'
import { frameworkRoutes } from './routes/frameworks.ts'
import { handoverRoutes } from './routes/handover.ts'
import { helpRoutes } from './routes/help.ts'
import { packRoutes } from './routes/packs.ts'
import { passportRoutes } from './routes/passport.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { publicRoutes } from './routes/public.ts'
import { receiveRoutes } from './routes/receive.ts'
import { shareRoutes } from './routes/shares.ts'
import { calendarRoutes } from './routes/skills-calendar.ts'
import { certificateRoutes } from './routes/skills-certificates.ts'
import { creditRoutes } from './routes/skills-credit.ts'
import { gapRoutes } from './routes/skills-gap.ts'
import { skillsHomeRoutes } from './routes/skills-home.ts'
import { journeyRoutes } from './routes/skills-journey.ts'
import { levelRoutes } from './routes/skills-levels.ts'
import { mapRoutes } from './routes/skills-map.ts'
import { plannerRoutes } from './routes/skills-planner.ts'
import { priorLearningRoutes } from './routes/skills-prior-learning.ts'
import { relationRoutes } from './routes/skills-relations.ts'
import { searchRoutes } from './routes/skills-search.ts'
import { selfAssessmentRoutes } from './routes/skills-self.ts'
import { skillRoutes } from './routes/skills-skill.ts'
import { targetRoutes } from './routes/skills-targets.ts'
import { timelineRoutes } from './routes/skills-timeline.ts'
import { watchingRoutes } from './routes/skills-watching.ts'
import { exportRoutes, importRoutes } from './routes/transfers.ts'
import { unreadableRoutes } from './routes/unreadable.ts'
import { PUBLIC } from './web/frame.ts'
import { signInPages } from './web/sign-in.tsx'

/** All that the wallet answers. */
export function routes(parts: WalletParts, didDocument: JsonObject): Route[] {
  const { signIn, outbox, config } = parts
  return [
    ...passportRoutes(parts),
    ...skillsHomeRoutes(parts),
    ...selfAssessmentRoutes(parts),
    ...targetRoutes(parts),
    ...timelineRoutes(parts),
    ...journeyRoutes(parts),
    ...watchingRoutes(parts),
    ...mapRoutes(parts),
    ...skillRoutes(parts),
    ...searchRoutes(parts),
    ...portfolioRoutes(parts),
    ...confirmRoutes(parts),
    ...receiveRoutes(parts),
    ...addRoutes(parts),
    ...importRoutes(parts),
    ...credentialRoutes(parts),
    ...describedRoutes(parts),
    ...shareRoutes(parts),
    ...packRoutes(parts),
    ...handoverRoutes(parts),
    ...calendarRoutes(parts),
    ...levelRoutes(parts),
    ...relationRoutes(parts),
    ...priorLearningRoutes(parts),
    ...certificateRoutes(parts),
    ...gapRoutes(parts),
    ...creditRoutes(parts),
    ...plannerRoutes(parts),
    ...accountRoutes(parts),
    ...helpRoutes(parts),
    ...unreadableRoutes(parts),
    ...exportRoutes(parts),
    ...formatRoutes(parts),
    ...frameworkRoutes(parts),
    ...publicRoutes(parts, didDocument),
    deriveRoute(parts.contexts),
    ...signInRoutes({
      signIn,
      pages: signInPages(config.showsOutbox),
      entered: (user, how, now) => noteSignIn(parts, user, how, now),
    }),
    ...(config.showsOutbox
      ? outboxRoutes(outbox, (messages) => outboxPage({ ...PUBLIC, messages: messages.map(sent) }))
      : []),
  ]
}

const sent = <M extends { createdAt: string }>(message: M) => ({ ...message, sentAt: message.createdAt })
