import type { Confidence } from './answer.ts'

/** How one thing stands to another. There is no "equals". `partOf`, `precedes` and `replaces` never lead back to where they began. */
export const RELATION_TYPES = ['partOf', 'precedes', 'broadlyComparable', 'exempts', 'replaces'] as const

export type RelationType = (typeof RELATION_TYPES)[number]

export interface Relations {
  nodes: readonly RelationNode[]
  edges: readonly Relation[]
}

export interface RelationNode {
  id: string
  name: string
  kind: 'qualification' | 'module' | 'certificate' | 'role' | 'standard' | 'framework'
  /** What is retired keeps its meaning. */
  status: 'current' | 'retired'
  level?: string
  /** The ruleset that says how it is built. */
  ruleset?: string
}

export interface Relation {
  id: string
  from: string
  to: string
  type: RelationType
  /** What it takes to go that way. */
  entry?: readonly string[]
  /** The credit that is carried along. */
  credit?: { value: string; scheme: string }
  source?: string
  caveat?: string
  confidence: Confidence
}
