/** The engine meets something that it leaves to the reference. It is thrown before there is any result. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`The engine does not support ${what}.`)
    this.name = 'Unsupported'
  }
}
