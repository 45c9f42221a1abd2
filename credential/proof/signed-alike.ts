import type { ContextLoader } from '#contexts'
import { AlikeDocuments } from '../canonical/canonicalise.ts'

/**
 * For signing many documents that are alike one after another, such as the awards of one achievement: what is the same in
 * all is brought into canonical form once. What is signed is the same as without it, byte for byte.
 */
export class SignedAlike {
  readonly documents: AlikeDocuments
  readonly options: AlikeDocuments

  /** Over the contexts with which they are signed. */
  constructor(contexts: ContextLoader) {
    this.documents = new AlikeDocuments(contexts)
    this.options = new AlikeDocuments(contexts)
  }
}
